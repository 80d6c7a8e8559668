import Diagnostics

/// What `explain` says of the codes of `households.measures` that are its own.
let measureExplanations = [
  Explanation(
    "measures.dimension",
    Phrase(
      vi: "Khi khai các chiều, mỗi chỉ số nằm trong đúng một chiều.",
      en: "When dimensions are given, each indicator is in exactly one."),
    remedy: Phrase(vi: "Sửa dimensions.", en: "Mend `dimensions`.")),
  Explanation(
    "measures.left-out",
    Phrase(
      vi: "Thiếu không phải là 0: hộ thiếu một chỉ số không được tính là không thiếu hụt.",
      en: "Missing is not 0: a household that lacks an indicator does not count as not deprived."),
    remedy: Phrase(vi: "Bổ sung ô ấy trong tệp.", en: "Fill in the cells.")),
]

/// What `explain` says of the codes of `households.changes` that are its own.
let changeExplanations = [
  Explanation(
    "changes.years",
    Phrase(
      vi: "Thay đổi mỗi năm cần biết giữa hai bảng là bao nhiêu năm.",
      en: "A change of a year needs the years between the two tables."),
    remedy: Phrase(
      vi: "Viết years: 3, hoặc years: 18/12 cho mười tám tháng.",
      en: "Write `years: 3`, or `years: 18/12` for eighteen months.")),
  Explanation(
    "changes.indicators",
    Phrase(
      vi:
        "Hai bảng khác chỉ số thì không so được với nhau: thường là hai năm theo hai chuẩn. Thay đổi của các đơn vị ấy để trống.",
      en:
        "Tables with other indicators cannot be compared: most often the years are of two standards. The changes of such units are blank."
    ),
    remedy: Phrase(
      vi: "Tính lại một năm theo chuẩn của năm kia.", en: "Measure one year by the standard of the other.")),
]

/// What `explain` says of the codes of `households.flows` that are its own.
let flowExplanations = [
  Explanation(
    "flows.row",
    Phrase(
      vi:
        "Biểu diễn biến có mỗi dòng một cột: class là poor hay near_poor, weight là households hay persons, column từ 1 đến 9, mỗi cột một lần.",
      en:
        "A table of movements has a row for each column: `class` is poor or near_poor, `weight` households or persons, `column` 1 to 9, each once."
    ),
    remedy: Phrase(vi: "Sửa dòng được nêu.", en: "Mend the row that is named.")),
  Explanation(
    "flows.standards",
    Phrase(
      vi:
        "Các danh sách ghi nhiều chuẩn nghèo trong cột standard. Hộ đổi loại vì chuẩn đổi không thoát nghèo, cũng không phát sinh.",
      en:
        "The lists say several standards in their column `standard`. Who changes class because the standard did has neither escaped nor fallen."
    ),
    remedy: Phrase(
      vi: "Phân loại mọi năm theo một chuẩn, rồi lập lại bảng.",
      en: "Classify all years by one standard, and make the table again.")),
  Explanation(
    "flows.overflow",
    Phrase(
      vi: "Một tổng của biểu diễn biến lớn hơn số lớn nhất của cột, nên để trống thay vì sai.",
      en: "A sum of the movements is larger than its column can hold, and is blank rather than wrong."),
    remedy: Phrase(
      vi: "Sửa các số nhân khẩu rất lớn.", en: "Mend the very large numbers of members.")),
  Explanation(
    "flows.no-id",
    Phrase(
      vi: "Hộ không có mã thì không biết năm kia là hộ nào.",
      en: "Of a household without an id it is not known which it was in the other year."),
    remedy: Phrase(vi: "Bổ sung mã hộ.", en: "Fill in the id.")),
  Explanation(
    "flows.no-unit",
    Phrase(
      vi:
        "Hộ thiếu mã đơn vị ở cả hai năm thì không thuộc bảng diễn biến của đơn vị nào, nên các đơn vị cộng lại ít hơn bảng chung.",
      en:
        "A household without the code of a unit in either year is in the table of no unit: the units add up to less than all."
    ),
    remedy: Phrase(vi: "Bổ sung mã đơn vị trong tệp.", en: "Fill in the codes.")),
  Explanation(
    "flows.left-out",
    Phrase(
      vi:
        "Hộ có dòng sai ở một năm thì không nằm trong bảng diễn biến: một nửa của hộ sẽ thành biến động không có thật.",
      en: "A household with a wrong row in one year is in no movements: half of it would be one that was not."
    ),
    remedy: Phrase(vi: "Sửa các dòng được nêu.", en: "Mend the rows that are named.")),
]

/// What `explain` says of the codes of `households.forms` and `forms.write` that are their own.
let formExplanations = [
  Explanation(
    "forms.tie",
    Phrase(
      vi:
        "Hai biểu nói về cùng một số thì phải như nhau: F2.2 = F3.5, F3.3 = F2.5, số cuối kỳ của F2, F3 bằng số hộ của F1.",
      en:
        "Tables that tell one number must agree: F2.2 = F3.5, F3.3 = F2.5, and the closings of F2 and F3 are the households of F1."
    ),
    remedy: Phrase(
      vi: "Đối chiếu danh sách hộ và hai biểu; không tự sửa số nào.",
      en: "Compare the lists of households with both tables; mend no number yourself.")),
  Explanation(
    "forms.label",
    Phrase(
      vi:
        "Nhãn trong labels có dạng cột:giá trị như dan_toc_thieu_so:true, và từ phải là một trong các từ của biểu.",
      en: "Labels are `column:value` such as `minority:true`, and the word must be one of the forms."),
    remedy: Phrase(vi: "Sửa labels.", en: "Mend `labels`.")),
  Explanation(
    "forms.folder",
    Phrase(
      vi: "Thư mục của các biểu nằm trong office/, không ra ngoài được; rejected/ do chương trình tự ghi.",
      en: "The folder of the forms lies in office/ and cannot leave it; rejected/ is the program's own."),
    remedy: Phrase(vi: "Ghi một tên thư mục như bieu.", en: "Write the name of a folder, such as bieu.")),
  Explanation(
    "forms.two-numbers",
    Phrase(
      vi: "Hai bảng đầu vào nói về cùng một ô của một đơn vị mà khác nhau, nên ô ấy để trống.",
      en: "Two tables say different numbers of one cell of a unit, so that the cell is blank."),
    remedy: Phrase(
      vi: "Nối mỗi đơn vị từ một bảng, hoặc sửa bảng sai.",
      en: "Join each unit from one table, or mend the one that is wrong.")),
  Explanation(
    "forms.outside",
    Phrase(
      vi:
        "Bảng tổng số hộ có mã của cấp khác hoặc không rõ cấp nào. Cộng vào có thể là cộng hai lần, bỏ đi có thể là cộng thiếu: tổng cộng để trống.",
      en:
        "The table of all households has codes of another level, or of none that is known. With them some may be counted twice, without them some not at all: the totals are blank."
    ),
    remedy: Phrase(
      vi: "Chỉ nối tổng số của các đơn vị thuộc cấp của biểu.",
      en: "Join the numbers of units of the level of the forms alone.")),
  Explanation(
    "forms.movements-outside",
    Phrase(
      vi:
        "Bảng diễn biến có cả dòng của cấp trên hay cấp dưới, nhận ra qua số chữ số của mã. Thành dòng của biểu thì hộ bị cộng hai lần, nên các dòng ấy được bỏ qua.",
      en:
        "The table of movements has rows of a level above or below, which the digits of their codes tell. As rows of the form their households would be added twice, so that they are left out."
    ),
    remedy: Phrase(
      vi: "Chỉ nối diễn biến của các đơn vị thuộc cấp của biểu.",
      en: "Join the movements of units of the level of the forms alone.")),
  Explanation(
    "forms.above",
    Phrase(
      vi:
        "Các phần không thể nhiều hơn toàn bộ: số hộ nghèo, cận nghèo, mức sống trung bình cộng lại không quá tổng số hộ. Tỷ lệ trên tổng số ấy để trống.",
      en:
        "Parts cannot be more than their whole: poor, near-poor and average households are together no more than all. Rates over such a total are blank."
    ),
    remedy: Phrase(
      vi: "Đối chiếu hai bảng và ngày của chúng; sửa bảng sai.",
      en: "Compare both tables and their days, and mend the one that is wrong.")),
  Explanation(
    "forms.fewer-persons",
    Phrase(
      vi:
        "Mỗi hộ có ít nhất một người, nên tổng số nhân khẩu không thể ít hơn tổng số hộ. Không biết số nào sai, nên tỷ lệ trên tổng số nhân khẩu để trống.",
      en:
        "Each household has at least one person, so that persons cannot be fewer than households. Nobody knows which is wrong, so rates over all persons are blank."
    ),
    remedy: Phrase(
      vi: "Đối chiếu hai dòng của đơn vị trong bảng tổng số, và ngày của chúng.",
      en: "Compare the two rows of the unit in the table of all households, and their days.")),
  Explanation(
    "forms.blank",
    Phrase(
      vi: "Ô trống trong biểu nghĩa là chưa có số, không phải là 0; lý do ở cột Ghi chú.",
      en: "A blank cell of a form has no number, which is not 0; the reason stands in the last column."),
    remedy: Phrase(
      vi: "Bổ sung bảng hoặc tùy chọn còn thiếu.", en: "Give the table or option that is missing.")),
]

/// What `explain` says of the codes of `households.dynamics` that are its own.
let dynamicsExplanations = [
  Explanation(
    "dynamics.years",
    Phrase(
      vi: "Mỗi danh sách là của một năm, các năm tăng dần theo thứ tự nối vào.",
      en: "Each list is of one year, and the years rise in the order in which lists are joined."),
    remedy: Phrase(vi: "Sửa years hoặc thứ tự trong from.", en: "Mend `years`, or the order in `from`."))
]

/// What `explain` says of the codes of `households.rebase` that are its own.
let rebaseExplanations = [
  Explanation(
    "rebase.unit",
    Phrase(
      vi: "Mã đơn vị của bảng chỉ tiêu không có trong danh mục vào ngày của kết quả.",
      en: "A code of the table of measures is that of no unit on the day of the results."),
    remedy: Phrase(vi: "Sửa mã, hoặc as_of.", en: "Mend the code, or `as_of`.")),
  Explanation(
    "rebase.left-out",
    Phrase(
      vi: "Hộ thiếu thông tin có thể nghèo. Coi là không nghèo thì tỷ lệ trên tổng số thấp hơn sự thật.",
      en: "Who lacks an answer may be poor. Counted as not poor, shares of the total would be too low."),
    remedy: Phrase(
      vi: "Bổ sung thông tin, hoặc cho phép bằng max_left_out.",
      en: "Fill in the answers, or allow it by `max_left_out`.")),
  Explanation(
    "rebase.above",
    Phrase(
      vi: "Số được rà soát không thể lớn hơn tổng số; một trong hai bảng sai hoặc khác ngày quá xa.",
      en: "No more can be reviewed than there are; one table is wrong, or of too distant a day."),
    remedy: Phrase(vi: "Đối chiếu hai bảng.", en: "Compare the two tables.")),
  Explanation(
    "rebase.parts",
    Phrase(
      vi:
        "Tổng số của các nhóm cộng lại không thể nhiều hơn tổng số của đơn vị, nên không số nào của nhóm được tính.",
      en:
        "The totals of groups cannot be more than that of their unit, so nothing of the groups is over a total."
    ),
    remedy: Phrase(
      vi: "Sửa tổng số của các nhóm, hoặc của đơn vị.", en: "Mend the totals of the groups, or of the unit.")),
  Explanation(
    "rebase.no-total",
    Phrase(
      vi: "Chỉ tính trên tổng số khi mọi xã của đơn vị có tổng số: thiếu không phải là 0.",
      en: "A share of the total is made only where every commune of the unit has one: missing is not zero."),
    remedy: Phrase(
      vi: "Bổ sung tổng số của các xã được nêu.", en: "Add the numbers of the communes that are named.")),
]
