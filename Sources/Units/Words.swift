public import Diagnostics

/// The words of this module's codes, for `minhbach explain`.
public let unitsExplanations: [Explanation] = resolvingExplanations + tableExplanations + listExplanations

private let mend = Phrase(
  vi:
    "Sửa dòng được chỉ ra trong bảng; danh mục đi kèm chương trình thì làm lại bằng pipelines/units/build.py.",
  en:
    "Mend the line shown; the register that the program brings is rebuilt with pipelines/units/build.py.")

private let resolvingExplanations = [
  Explanation(
    "units.unknown-id",
    Phrase(
      vi: "Danh mục không có đơn vị mang mã và ngày bắt đầu này.",
      en: "The register has no unit with this code and first day."),
    remedy: Phrase(
      vi: "Chọn một trong các phiên bản mà gợi ý nêu.", en: "Choose one of the versions that the hint names.")
  ),
  Explanation(
    "units.unknown-code",
    Phrase(
      vi: "Danh mục không có mã này. Bảng tính hay làm mất số 0 ở đầu mã.",
      en: "The register has no such code. Spreadsheets often drop the leading zeros of a code."),
    remedy: Phrase(
      vi: "Viết mã thành chữ, đủ số 0: tỉnh 2 chữ số, huyện 3, xã 5.",
      en:
        "Write the code as text with all its zeros: 2 digits for a province, 3 for a district, 5 for a commune."
    )),
  Explanation(
    "units.wrong-level",
    Phrase(
      vi: "Mã có trong danh mục nhưng ở cấp khác với cấp cần tìm.",
      en: "The code is in the register, but at another level than the one asked for."),
    remedy: Phrase(vi: "Sửa mã hoặc cấp.", en: "Mend the code or the level.")),
  Explanation(
    "units.needs-date",
    Phrase(
      vi: "Cùng một mã đã chỉ nhiều đơn vị qua thời gian, nên mã không có ngày là không rõ.",
      en: "One code has stood for several units over time, so the code alone is not clear."),
    remedy: Phrase(
      vi: "Ghi thêm ngày, hoặc viết mã@ngày bắt đầu.", en: "Add a date, or write code@first-day.")),
  Explanation(
    "units.not-valid-then",
    Phrase(
      vi: "Mã có trong danh mục nhưng không có hiệu lực tại ngày đã ghi.",
      en: "The code is in the register but is not valid on the day given."),
    remedy: Phrase(
      vi: "Sửa ngày, hoặc dùng đơn vị có hiệu lực tại ngày đó mà gợi ý nêu.",
      en: "Mend the day, or use a unit valid on it, as the hint names.")),
  Explanation(
    "units.unknown-name",
    Phrase(
      vi: "Không có đơn vị nào mang tên này tại ngày và nơi đã ghi. Chương trình không đoán tên gần giống.",
      en: "No unit has this name on the day and in the place given. The program does not guess a similar one."
    ),
    remedy: Phrase(vi: "Sửa tên, hoặc dùng mã.", en: "Mend the name, or use the code.")),
  Explanation(
    "units.unknown-parent",
    Phrase(
      vi:
        "Không có đơn vị nào mang tên được nêu làm đơn vị cấp trên, nên không đơn vị nào có thể ở trong đó.",
      en: "No unit has the name given for a unit above, so that nothing can be found in it."),
    remedy: Phrase(
      vi: "Sửa tên đơn vị cấp trên, hoặc ghi mã của nó.",
      en: "Mend the name of the unit above, or write its code.")),
  Explanation(
    "units.ambiguous-name",
    Phrase(
      vi: "Nhiều đơn vị cùng mang tên này.", en: "Several units have this name."),
    remedy: Phrase(
      vi: "Ghi thêm ngày và tên đơn vị cấp trên, hoặc dùng mã.",
      en: "Add a date and the names of the units above, or use a code.")),
  Explanation(
    "units.needs-parent",
    Phrase(
      vi: "Tên xã lặp lại ở nhiều nơi, nên tên xã không kèm huyện hoặc tỉnh là không rõ.",
      en: "Commune names repeat, so one without its district or province is not clear."),
    remedy: Phrase(
      vi: "Ghi thêm tên huyện hoặc tỉnh, hoặc dùng mã.", en: "Add the district or province, or use the code.")
  ),
]

private let tableExplanations = [
  Explanation(
    "units.bad-header",
    Phrase(
      vi: "Dòng đầu của bảng không đúng các cột cần có.", en: "The first line lacks the columns it must have."
    ),
    remedy: mend),
  Explanation(
    "units.bad-row",
    Phrase(
      vi: "Một dòng của bảng sai số trường, có dấu ngoặc kép, hoặc không phải UTF-8.",
      en: "A line of a table has a wrong number of fields, a quote, or is not UTF-8."), remedy: mend),
  Explanation(
    "units.bad-value",
    Phrase(
      vi: "Một trường của bảng có giá trị ngoài các giá trị được phép.",
      en: "A field of a table has a value that is not allowed there."), remedy: mend),
  Explanation(
    "units.bad-interval",
    Phrase(
      vi: "Khoảng hiệu lực kết thúc trước hoặc đúng lúc bắt đầu.",
      en: "A stretch of validity ends before or when it begins."), remedy: mend),
  Explanation(
    "units.duplicate-id",
    Phrase(vi: "Một đơn vị có hai dòng.", en: "A unit has two lines."), remedy: mend),
  Explanation(
    "units.overlap",
    Phrase(
      vi: "Hai đơn vị mang cùng một mã trong cùng một ngày.", en: "Two units have one code on one day."),
    remedy: mend
  ),
  Explanation(
    "units.gap",
    Phrase(
      vi: "Giữa hai khoảng hiệu lực của một mã có những ngày không thuộc khoảng nào.",
      en: "Between two stretches of one code there are days that belong to neither."),
    remedy: Phrase(
      vi: "Sửa ngày trong units.csv; nếu mã quả thật không được dùng, ghi khoảng đó vào gaps.csv.",
      en: "Mend the days in units.csv; if the code really was out of use, declare the stretch in gaps.csv.")),
  Explanation(
    "units.parent-not-valid",
    Phrase(
      vi: "Đơn vị cấp trên không có hiệu lực suốt thời gian đơn vị cấp dưới có hiệu lực.",
      en: "The unit above is not valid for as long as the unit below."), remedy: mend),
  Explanation(
    "units.bad-edge",
    Phrase(
      vi: "Một dòng nối tới đơn vị không có, hoặc không có hiệu lực vào ngày nối.",
      en: "A line points to a unit that is not there, or is not valid on the day it must be."), remedy: mend),
  Explanation(
    "units.edges-disagree",
    Phrase(
      vi:
        "successors.csv nói khác nhau về một đơn vị: toàn bộ vào hai nơi, vừa toàn bộ vừa một phần, hay một dòng hai lần.",
      en:
        "successors.csv disagrees with itself on a unit: all of it in two places, all and a part, or a line twice."
    ), remedy: mend),
  Explanation(
    "units.parent-level",
    Phrase(
      vi: "Một huyện không nằm dưới tỉnh, hay một xã không nằm dưới huyện hoặc tỉnh.",
      en: "A district that is not below a province, or a commune below neither a district nor a province."),
    remedy: mend),
  Explanation(
    "units.bad-source",
    Phrase(
      vi: "Một dòng nêu nguồn không có trong sources.csv, hoặc một nguồn có hai dòng ở đó.",
      en: "A line names a source that is not in sources.csv, or a source has two lines there."), remedy: mend),
]

private let mendList = Phrase(
  vi: "Sửa dòng được chỉ ra trong lists.csv hoặc list-stretches.csv.",
  en: "Mend the line shown in lists.csv or list-stretches.csv.")

private let listExplanations = [
  Explanation(
    "units.list-not-valid",
    Phrase(
      vi:
        "Một danh sách gắn với phiên bản đơn vị, nên đơn vị phải có hiệu lực suốt thời gian nằm trong danh sách.",
      en: "A list is bound to unit versions, so a unit must be valid for as long as it is on the list."),
    remedy: mendList),
  Explanation(
    "units.list-overlap",
    Phrase(
      vi: "Hai khoảng thời gian của một danh sách, hoặc của một đơn vị trong danh sách, trùng nhau.",
      en: "Two stretches of a list, or of a unit on it, overlap."), remedy: mendList),
  Explanation(
    "units.list-stretch",
    Phrase(
      vi: "Một đơn vị nằm trong danh sách vào ngày mà không quyết định nào có hiệu lực.",
      en: "A unit is on a list on a day on which no decision is in force."), remedy: mendList),
  Explanation(
    "units.list-count",
    Phrase(
      vi: "Danh sách ghi là đủ nhưng không có đúng số đơn vị mà quyết định nêu.",
      en: "A list claims to be complete and has another number of units than the decision."),
    remedy: Phrase(
      vi: "Bổ sung danh sách, hoặc ghi complete là no.", en: "Complete the list, or say `no` in `complete`.")),
]
