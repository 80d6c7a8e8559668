import Diagnostics

/// What `explain` says of the codes of `rows.validate`.
let validateExplanations = rowExplanations + codeExplanations + ruleExplanations

private let rowExplanations = [
  Explanation(
    "validate.required",
    Phrase(
      vi: "Ô phải có giá trị nhưng thiếu; nếu ô có ghi mà không đọc được, thông báo nói rõ điều đó.",
      en: "A cell must have a value and has none; the message says so when something unreadable was written."),
    remedy: Phrase(vi: "Điền hoặc sửa ô theo phiếu gốc.", en: "Fill the cell in, or mend it, from the form.")),
  Explanation(
    "validate.range",
    Phrase(
      vi: "Số hoặc ngày nằm ngoài khoảng mà quy tắc cho phép.",
      en: "A number or a day lies outside the range that the rule allows."),
    remedy: Phrase(
      vi: "Đối chiếu với phiếu gốc; nếu phiếu đúng như vậy thì xem lại quy tắc.",
      en: "Compare it with the form; if the form says so, look at the rule again.")),
  Explanation(
    "validate.values",
    Phrase(
      vi: "Giá trị không có trong danh mục của quy tắc.", en: "The value is not in the list of the rule."),
    remedy: Phrase(
      vi: "Sửa theo gợi ý, hoặc bổ sung danh mục.", en: "Mend it as suggested, or add to the list.")),
  Explanation(
    "validate.pattern",
    Phrase(
      vi: "Cả ô phải có dạng mà quy tắc nêu; thừa một dấu cách cũng là sai.",
      en: "The whole cell must have the form of the rule; even a blank too many is wrong."),
    remedy: Phrase(vi: "Sửa ô theo phiếu gốc.", en: "Mend the cell from the form.")),
  Explanation(
    "validate.check",
    Phrase(
      vi: "Điều kiện giữa các cột không đúng ở dòng này. Nếu có ô thiếu nên không rõ đúng sai thì không báo.",
      en: "The condition does not hold in this row. Where a missing cell leaves it open nothing is told."),
    remedy: Phrase(
      vi: "Xem ô nào sai trong các ô mà thông báo nêu.",
      en: "Find which of the cells that the message names is wrong.")),
  Explanation(
    "validate.overflow",
    Phrase(
      vi: "Phép tính trong quy tắc vượt quá 64 bit, nên không biết dòng đúng hay sai; dòng bị loại.",
      en: "A number in the rule does not fit in 64 bits, so the row cannot be judged and is rejected."),
    remedy: Phrase(
      vi: "Tìm ô có số quá lớn; thường là hai ô dính liền nhau.",
      en: "Look for a cell with a number far too large, mostly two cells run into one.")),
  Explanation(
    "validate.unit-slip",
    Phrase(
      vi: "Số lệch đúng một hệ số so với mức thường gặp, như ghi đồng thay cho nghìn đồng.",
      en: "The number is off by a factor from what is usual, as when đồng stand for thousands of đồng."),
    remedy: Phrase(
      vi: "Xem phiếu ghi theo đơn vị nào rồi sửa; chương trình không tự chia.",
      en: "Look which unit the form is in and mend it; the program never divides by itself.")),
]

private let codeExplanations = [
  Explanation(
    "validate.unique",
    Phrase(
      vi:
        "Nhiều dòng có cùng giá trị ở các cột phải khác nhau; dòng nào cũng được báo, kèm chỗ của dòng đầu.",
      en: "Several rows share what must be one of a kind; each is told, with the place of the first."),
    remedy: Phrase(
      vi: "Bỏ dòng chép thừa, hoặc sửa mã của dòng sai; chương trình không tự chọn.",
      en: "Remove the copy, or mend the code that is wrong; the program does not choose.")),
  Explanation(
    "validate.reference",
    Phrase(vi: "Bảng đối chiếu không có mã này.", en: "The other table does not have this code."),
    remedy: Phrase(
      vi: "Sửa mã, hoặc bổ sung bảng đối chiếu.", en: "Mend the code, or add it to the other table.")),
  Explanation(
    "validate.unit",
    Phrase(
      vi: "Mã không phải của một đơn vị có hiệu lực vào ngày xét; mã cũ có thể chỉ một đơn vị đã sáp nhập.",
      en: "The code is of no unit that is valid on the day; an old one may be of a unit merged since."),
    remedy: Phrase(
      vi: "Dùng mã theo danh mục của ngày xét; thông báo nêu đơn vị kế tiếp nếu biết.",
      en: "Use the code of that day; the message names the successor where it is known.")),
  Explanation(
    "validate.area",
    Phrase(
      vi: "Khu vực ghi ở dòng không phải khu vực của xã vào ngày xét; chuẩn thu nhập tùy khu vực.",
      en: "The area of the row is not that of its commune on the day, and the income line depends on it."),
    remedy: Phrase(
      vi: "Sửa khu vực theo loại đơn vị: phường, thị trấn là urban, xã là rural; hoặc sửa mã xã.",
      en: "Mend the area by the type of the unit, wards and townships being urban; or mend the code.")),
  Explanation(
    "validate.lost-zero",
    Phrase(
      vi: "Mã sẽ đúng nếu thêm số 0 ở đầu: bảng tính đã coi mã là số. Chương trình không tự sửa.",
      en: "The code is right with a zero before it: a spreadsheet took it for a number. It is never mended."),
    remedy: Phrase(
      vi: "Định dạng cột mã là văn bản ở tệp gốc rồi xuất lại.",
      en: "Format the column as text in the source and write the file again.")),
  Explanation(
    "validate.idle-rule",
    Phrase(
      vi: "Quy tắc không xét dòng nào, nên không có dòng sai không có nghĩa là số liệu đúng.",
      en: "The rule has looked at no row, so that none breaks it says nothing of the data."),
    remedy: Phrase(
      vi: "Xem lại `when`, tên cột hoặc tệp số liệu; bỏ quy tắc nếu không cần.",
      en: "Look at `when`, the column or the data again; remove the rule if it is not needed.")),
]

private let ruleExplanations = [
  Explanation(
    "validate.no-rules",
    Phrase(vi: "Bước kiểm tra không có quy tắc nào.", en: "The step has no rules to check by."),
    remedy: Phrase(vi: "Ghi ít nhất một quy tắc.", en: "Write one at least.")),
  Explanation(
    "validate.same-id",
    Phrase(
      vi: "Hai quy tắc cùng mã thì không biết một phát hiện là của quy tắc nào.",
      en: "With two rules of one id it is not known which of them a finding is of."),
    remedy: Phrase(vi: "Đổi mã của một quy tắc.", en: "Give one of them another id.")),
  Explanation(
    "validate.no-condition",
    Phrase(vi: "Quy tắc không nói dòng phải thế nào.", en: "The rule does not say what a row must be like."),
    remedy: Phrase(vi: "Thêm một yêu cầu như gợi ý nêu.", en: "Add one of what the hint names.")),
  Explanation(
    "validate.goes-with",
    Phrase(
      vi: "Mục này chỉ có nghĩa khi đi cùng một mục khác.",
      en: "This option means something only with another."),
    remedy: Phrase(vi: "Thêm mục kia, hoặc bỏ mục này.", en: "Add the other, or leave this one out.")),
  Explanation(
    "validate.empty-list",
    Phrase(
      vi: "Danh sách trống thì dòng nào cũng sai, hoặc không xét gì.",
      en: "An empty list fails every row, or checks nothing."),
    remedy: Phrase(vi: "Ghi ít nhất một mục.", en: "Write one item at least.")),
  Explanation(
    "validate.range-type",
    Phrase(vi: "Khoảng không cùng loại với cột.", en: "The range is of another kind than the column."),
    remedy: Phrase(
      vi: "Dùng số cho cột số, ngày cho cột ngày; cột chữ thì dùng values hoặc pattern.",
      en: "Use numbers for numbers and days for dates; for texts there are values and pattern.")),
  Explanation(
    "validate.value-type",
    Phrase(
      vi: "Một giá trị trong values không thuộc kiểu của cột.",
      en: "One of the values is not of the column's type."),
    remedy: Phrase(vi: "Viết giá trị theo kiểu của cột.", en: "Write the values as the column has them.")),
  Explanation(
    "validate.no-date",
    Phrase(
      vi: "Mã đơn vị chỉ rõ nghĩa vào một ngày: cùng một mã có thể chỉ nhiều đơn vị.",
      en: "The code of a unit is clear on a day only: one code may have stood for several units."),
    remedy: Phrase(
      vi: "Khai reference_date dưới defaults, hoặc on: với một cột ngày.",
      en: "Declare reference_date under defaults, or on: with a column of days.")),
  Explanation(
    "validate.table",
    Phrase(
      vi: "Bảng mà quy tắc tra vào không được nối vào bước.",
      en: "The table that the rule looks into is not joined to the step."),
    remedy: Phrase(
      vi: "Nối bước cho bảng ấy ở cổng references.", en: "Join the step that gives it to the port references."
    )),
]
