import Diagnostics

/// What `explain` says of the codes of `rows.derive`.
let deriveExplanations = [
  Explanation(
    "derive.nothing",
    Phrase(
      vi: "Bước rows.derive không có gì để làm.", en: "The step rows.derive has nothing to do."),
    remedy: Phrase(
      vi: "Khai columns, keep hoặc drop, hoặc bỏ bước này.",
      en: "Declare `columns`, `keep` or `drop`, or remove the step.")),
  Explanation(
    "derive.keep-and-drop",
    Phrase(
      vi: "keep liệt kê các cột đi tiếp, drop liệt kê các cột bị bỏ; nói cả hai thì có thể mâu thuẫn.",
      en:
        "`keep` lists the columns that go on and `drop` those that do not; both could contradict each other."),
    remedy: Phrase(vi: "Chỉ giữ lại một trong hai.", en: "Leave one of them.")),
  Explanation(
    "derive.name",
    Phrase(vi: "Một cột được tính mà không có tên.", en: "A column is made that has no name."),
    remedy: Phrase(vi: "Viết tên cột trước dấu ':'.", en: "Write its name before the ':'.")),
  Explanation(
    "derive.exists",
    Phrase(
      vi: "Đã có cột mang tên này; ghi đè mà không nói rõ thì số liệu gốc mất mà không ai biết.",
      en:
        "There is a column of this name; were it overwritten without a word, the original would be lost unseen."
    ),
    remedy: Phrase(
      vi: "Đặt tên khác, hoặc ghi replace: true.", en: "Choose another name, or write `replace: true`.")),
  Explanation(
    "derive.repeated",
    Phrase(
      vi: "Một cột được nêu hai lần trong keep hoặc drop.", en: "`keep` or `drop` names a column twice."),
    remedy: Phrase(vi: "Bỏ lần thừa.", en: "Remove one of them.")),
  Explanation(
    "derive.rate",
    Phrase(
      vi:
        "Biểu thức cho một tỷ lệ. Tỷ lệ không bao giờ được cộng, nên không thể khai là count, amount, flag hay weight.",
      en: "The expression gives a rate. Rates are never added up, so it cannot be declared as what is."),
    remedy: Phrase(
      vi: "Bỏ role, hoặc tính tử số và mẫu số thành hai cột.",
      en: "Leave `role` out, or make numerator and denominator two columns.")),
  Explanation(
    "derive.role",
    Phrase(
      vi: "Vai trò không hợp với kiểu của cột: chỉ số mới là count, amount, weight hay rate.",
      en: "The role does not go with the type: only numbers are counts, amounts, weights or rates."),
    remedy: Phrase(
      vi: "Chọn vai trò khác, hoặc sửa biểu thức.", en: "Choose another role, or mend the expression.")
  ),
  Explanation(
    "derive.decimals",
    Phrase(
      vi: "Chỉ số nguyên và số thập phân mới có số chữ số thập phân, từ 0 đến 18.",
      en: "Only whole and decimal numbers have decimal places, and 0 to 18 of them."),
    remedy: Phrase(vi: "Bỏ hoặc sửa decimals.", en: "Leave `decimals` out, or mend it.")),
  Explanation(
    "derive.sensitivity",
    Phrase(
      vi: "Cột tính từ cột cá nhân thì vẫn là cá nhân; chỉ figures.protect mới công khai số liệu.",
      en: "What is made of a personal column stays personal; figures.protect alone makes figures public."),
    remedy: Phrase(
      vi: "Bỏ sensitivity, hoặc chọn mức kín bằng hay hơn cột gốc.",
      en: "Leave `sensitivity` out, or choose what is at least as guarded.")),
  Explanation(
    "derive.overflow",
    Phrase(
      vi:
        "Số lớn hơn 64 bit ghi được; thường do một ô gõ sai hoặc sai đơn vị tính. Ô kết quả để trống, không đoán.",
      en:
        "A number is larger than 64 bits hold, mostly from a slip or a wrong unit. The cell is left missing."),
    remedy: Phrase(
      vi: "Xem lại các ô của dòng này trong tệp gốc.", en: "Look at the cells of this row in its file.")),
]

/// What `explain` says of the codes of `rows.filter`.
let filterExplanations = [
  Explanation(
    "filter.overflow",
    Phrase(
      vi: "Điều kiện không tính được vì có số quá lớn; dòng bị loại kèm lý do, chứ không bị bỏ âm thầm.",
      en:
        "The condition cannot be computed since a number is too large; the row is rejected, not dropped unseen."
    ),
    remedy: Phrase(
      vi: "Xem lại các ô của dòng này trong tệp gốc.", en: "Look at the cells of this row in its file."))
]

/// What `explain` says of the codes of `rows.join`.
let joinExplanations = [
  Explanation(
    "join.exists",
    Phrase(
      vi: "Cột được thêm trùng tên với một cột đã có.",
      en: "A column that is added has the name of one there."),
    remedy: Phrase(
      vi: "Chọn các cột bằng columns, hoặc đặt prefix.", en: "Choose with `columns`, or set a `prefix`.")),
  Explanation(
    "join.on-nothing",
    Phrase(
      vi: "Không có cột nào làm khóa thì không biết dòng nào ứng với dòng nào.",
      en: "Without a column as key it is not known which row belongs to which."),
    remedy: Phrase(vi: "Ghi các cột vào on.", en: "Name the columns under `on`.")),
  Explanation(
    "join.unmatched",
    Phrase(
      vi:
        "Khóa của dòng không có trong bảng tra, hoặc dòng thiếu khóa. Thường do mã gõ sai, mất số 0 ở đầu, hay mã cũ.",
      en:
        "The other table has no row with this key, or the row has none; often a slip, a lost zero or an old code."
    ),
    remedy: Phrase(
      vi: "Sửa mã trong tệp gốc hoặc bổ sung bảng tra. unmatched: keep giữ dòng với ô thiếu.",
      en: "Mend the code in its file, or the table. `unmatched: keep` keeps the row with missing cells.")),
]

/// What `explain` says of the codes of `rows.rollup`.
let rollUpExplanations = [
  Explanation(
    "rollup.by-nothing",
    Phrase(
      vi: "Không có cột khóa thì mọi dòng thành một.", en: "Without a column as key all rows would be one."),
    remedy: Phrase(vi: "Ghi các cột vào by.", en: "Name the columns under `by`.")),
  Explanation(
    "rollup.repeated",
    Phrase(vi: "Hai cột của bảng gộp trùng tên.", en: "Two columns of the table have one name."),
    remedy: Phrase(vi: "Đổi tên một cột.", en: "Give one of them another name.")),
  Explanation(
    "rollup.one-way",
    Phrase(
      vi: "Mỗi cột được gộp theo đúng một cách.", en: "A column is made in exactly one way."),
    remedy: Phrase(
      vi: "Ghi một trong count, sum, min, max, any, all, first.",
      en: "Write one of `count`, `sum`, `min`, `max`, `any`, `all`, `first`.")),
  Explanation(
    "rollup.type",
    Phrase(
      vi: "Nhỏ nhất và lớn nhất chỉ có ở số và ngày.",
      en: "Only numbers and days have a least and a greatest."),
    remedy: Phrase(vi: "Sửa biểu thức.", en: "Mend the expression.")),
  Explanation(
    "rollup.no-key",
    Phrase(
      vi: "Dòng thiếu một cột khóa, như nhân khẩu không ghi mã hộ, thì không thuộc nhóm nào.",
      en: "A row that lacks a column of the key, as a member without the id of a household, is in no group."),
    remedy: Phrase(
      vi: "Bổ sung khóa trong tệp gốc; đặt rows.validate trước để biết mọi dòng như vậy.",
      en: "Fill the key in; put rows.validate before, which names every such row.")),
  Explanation(
    "rollup.differs",
    Phrase(
      vi: "first lấy giá trị chung của các dòng; ở nhóm này các dòng khác nhau, kể cả có dòng để trống.",
      en: "`first` takes the value that all rows share, and here they differ, be it that one is blank."),
    remedy: Phrase(
      vi: "Sửa các dòng của nhóm trong tệp gốc; vị trí nêu là dòng đầu tiên của nhóm.",
      en: "Mend the rows of the group in their file; the place is that of its first row.")),
  Explanation(
    "rollup.overflow",
    Phrase(
      vi: "Một số của nhóm, hoặc tổng của nhóm, lớn hơn 64 bit ghi được. Ô để trống, không đoán.",
      en: "A number of the group, or its sum, is larger than 64 bits hold. The cell is left missing."),
    remedy: Phrase(
      vi: "Xem lại các dòng của nhóm trong tệp gốc; vị trí nêu là dòng đầu tiên của nhóm.",
      en: "Look at the rows of the group in their file; the place is that of its first row.")),
]
