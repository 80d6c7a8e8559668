import Diagnostics

/// What `explain` says of the codes of `figures.load`.
let figuresExplanations = [
  Explanation(
    "figures.blank",
    Phrase(
      vi: "Một ô phải có giá trị thì trống.",
      en: "A cell that must have a value is blank."),
    remedy: Phrase(
      vi: "Điền ô ấy, hoặc bỏ dòng.",
      en: "Fill the cell, or remove the row.")),
  Explanation(
    "figures.unknown-word",
    Phrase(
      vi: "Ô không có một trong các từ của cột ấy.",
      en: "The cell has none of the words of its column."),
    remedy: Phrase(
      vi: "Dùng một trong các từ được nêu.",
      en: "Use one of the words that are listed.")),
  Explanation(
    "figures.not-a-number",
    Phrase(
      vi: "Ô không phải là một số viết theo dạng thường.",
      en: "The cell is no number in the plain form."),
    remedy: Phrase(
      vi: "Viết số với dấu chấm thập phân, không tách nghìn, hoặc đọc cột bằng kiểu số trong mô tả cột.",
      en:
        "Write it with a decimal point and no separators, or give the column a type of numbers in the schema."
    )),
  Explanation(
    "figures.two-readings",
    Phrase(
      vi: "Số đếm như 3.675 có thể là 3675 theo cách viết của Việt Nam, hoặc 3,675 theo dấu chấm thập phân.",
      en:
        "A count such as 3.675 is 3675 as people write in Viet Nam, or three and a bit by the decimal point."),
    remedy: Phrase(
      vi: "Viết liền các chữ số, hoặc đọc cột bằng kiểu int hay decimal với number_style đúng.",
      en: "Write the digits together, or give the column the type int or decimal with its `number_style`.")),
  Explanation(
    "figures.control",
    Phrase(
      vi: "Một ô chữ có ký tự điều khiển, thứ không trang nào được có; thường do chép từ chương trình khác.",
      en:
        "A text has a control character, which no page may have; it mostly comes of copying from other programs."
    ),
    remedy: Phrase(
      vi: "Gõ lại ô ấy.",
      en: "Type the cell again.")),
  Explanation(
    "figures.points",
    Phrase(
      vi: "Ô của một tỷ lệ ghi điểm %, tức hiệu của hai tỷ lệ: giảm 0,4 điểm % không phải là tỷ lệ 0,4 %.",
      en: "The cell of a rate has percentage points: a cut of 0.4 points is no rate of 0.4%."),
    remedy: Phrase(
      vi: "Ghi tỷ lệ đã in; mức giảm được tính từ hai tỷ lệ, không nạp như một số liệu.",
      en: "Write the rate that was printed; a cut is worked out from two rates and is no figure of its own.")),
  Explanation(
    "figures.below-zero",
    Phrase(
      vi: "Một số đếm hay số tiền không thể nhỏ hơn 0.",
      en: "A count or an amount cannot be below 0."),
    remedy: Phrase(
      vi: "Đối chiếu với nguồn.",
      en: "Compare it with the source.")),
  Explanation(
    "figures.fraction",
    Phrase(
      vi: "Số hộ, số người, số xã là số nguyên: 12,34 hộ là một số bị gõ sai, hoặc là một tỷ lệ.",
      en: "Households, people and communes are whole: 12.34 households are a mistyped number, or a rate."),
    remedy: Phrase(
      vi: "Đối chiếu với nguồn; tỷ lệ thì ghi kind rate và số đo của tỷ lệ, như poor_rate.",
      en: "Compare it with the source; of a rate write the kind `rate` and its measure, such as poor_rate.")),
  Explanation(
    "figures.no-standard",
    Phrase(
      vi:
        "Số hộ nghèo, hộ cận nghèo và tỷ lệ của chúng phải ghi theo chuẩn nào, nếu không sẽ bị so nhầm với chuẩn khác.",
      en:
        "Poor and near-poor households and their rates need their standard, or they would be held against another."
    ),
    remedy: Phrase(
      vi: "Ghi mã chuẩn, như vn-2022.",
      en: "Write the id of the standard, such as vn-2022.")),
  Explanation(
    "figures.no-value",
    Phrase(
      vi: "Dòng nói là có giá trị mà ô giá trị trống. Thiếu không phải là 0.",
      en: "The row says that there is a value, and the cell is blank. Missing is not zero."),
    remedy: Phrase(
      vi: "Điền giá trị, hoặc ghi status not_reported.",
      en: "Fill the value, or write the status not_reported.")),
  Explanation(
    "figures.value-and-status",
    Phrase(
      vi: "Dòng có giá trị nhưng tình trạng nói là không có.",
      en: "The row has a value, and its status says there is none."),
    remedy: Phrase(
      vi: "Xóa giá trị, hoặc sửa status.",
      en: "Remove the value, or mend the status.")),
  Explanation(
    "figures.no-denominator",
    Phrase(
      vi: "Một tỷ số là hai số đếm; thiếu mẫu số thì không tính được.",
      en: "A ratio is two counts; without the second there is none."),
    remedy: Phrase(
      vi: "Điền denominator, hoặc dùng kind rate cho tỷ lệ đã in.",
      en: "Fill `denominator`, or use the kind rate for a printed rate.")),
  Explanation(
    "figures.rate-outside",
    Phrase(
      vi: "Tỷ lệ nằm ngoài 0 đến 100 %, nên tử số, mẫu số hoặc đơn vị tính sai.",
      en: "A rate outside 0 to 100% has a wrong part, whole or unit."),
    remedy: Phrase(
      vi: "Đối chiếu với nguồn.",
      en: "Compare it with the source.")),
  Explanation(
    "figures.rate-disagrees",
    Phrase(
      vi: "Tỷ lệ đã in khác tỷ lệ tính từ số hộ và tổng số hộ trong cùng bảng, kể cả làm tròn.",
      en:
        "The printed rate is not what the count makes of all households in the same table, rounding included."
    ),
    remedy: Phrase(
      vi:
        "Đối chiếu ba số với nguồn: tổng số hộ có thể của ngày khác, hoặc một số bị gõ sai. Dòng vẫn được nạp.",
      en:
        "Compare the three with the source: the households may be of another day, or a number mistyped. The row is loaded."
    )),
  Explanation(
    "figures.part-above-whole",
    Phrase(
      vi:
        "Một số đếm lớn hơn số mà nó là một phần, cùng đơn vị, ngày và thứ tự ưu tiên: hộ nghèo hơn tổng số hộ, hay của một nhóm hơn của tất cả.",
      en:
        "A count is more than what it is a part of, of the same unit, day and precedence: the poor more than all households, or those of a group more than all."
    ),
    remedy: Phrase(
      vi: "Đối chiếu cả hai số với nguồn; có thể thừa chữ số, hay nhầm cột hoặc đơn vị. Dòng của phần bị bỏ.",
      en:
        "Compare both with the source: a digit too many, another column or unit. The row of the part is left out."
    )),
  Explanation(
    "figures.unknown-unit",
    Phrase(
      vi: "Mã đơn vị không có trong danh mục vào ngày của số liệu.",
      en: "The register has no unit of this code on the day of the figure."),
    remedy: Phrase(
      vi: "Sửa mã hoặc ngày; mã là chữ, giữ số 0 đứng đầu.",
      en: "Mend the code or the day; a code is text and keeps its leading zeros.")),
  Explanation(
    "figures.unknown-standard",
    Phrase(
      vi: "Chuẩn nghèo được nêu không có trong thư mục chuẩn.",
      en: "The poverty standard that is named is not there."),
    remedy: Phrase(
      vi: "Sửa mã chuẩn.",
      en: "Mend the id.")),
  Explanation(
    "figures.standard-scope",
    Phrase(
      vi: "Chuẩn nghèo của một tỉnh chỉ dùng cho số liệu của tỉnh ấy.",
      en: "The standard of a province is for the figures of that province alone."),
    remedy: Phrase(
      vi: "Xem lại kỳ rà soát dùng chuẩn nào, rồi sửa ô standard.",
      en: "Check under which standard the review was, and mend the cell.")),
  Explanation(
    "figures.standard-provisional",
    Phrase(
      vi: "Tệp của chuẩn còn là tạm, chưa đối chiếu với văn bản, nên số liệu theo chuẩn ấy bị bỏ ra.",
      en: "The pack is provisional and was not compared with the act, so figures under it are left out."),
    remedy: Phrase(
      vi: "Đối chiếu và sửa tệp chuẩn; chỉ để chạy thử mới ghi allow_provisional: true.",
      en: "Compare and mend the pack; write `allow_provisional: true` for trials only.")),
  Explanation(
    "figures.standard-then",
    Phrase(
      vi: "Ngày của số liệu nằm ngoài thời gian áp dụng của chuẩn.",
      en: "The day of the figure is outside the validity of the standard."),
    remedy: Phrase(
      vi: "Kiểm tra số liệu được rà soát theo chuẩn nào.",
      en: "Check under which standard the review was.")),
  Explanation(
    "figures.same-twice",
    Phrase(
      vi:
        "Hai dòng nêu cùng một số liệu với cùng thứ tự ưu tiên. Dòng không ghi chuẩn là số không thuộc chuẩn nào, nên cạnh một dòng ghi chuẩn cũng là nêu hai lần.",
      en:
        "Two rows give one figure with one precedence. A row without a standard is a figure to which none applies: beside one that names a standard it is told twice, too."
    ),
    remedy: Phrase(
      vi: "Đặt precedence 1 cho nguồn đứng sau, ghi cùng một chuẩn, hoặc bỏ một dòng.",
      en:
        "Set precedence 1 for the source that stands behind, name the same standard in both, or remove one row."
    )),
]
