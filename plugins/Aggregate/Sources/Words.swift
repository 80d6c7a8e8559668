import Diagnostics

/// What `explain` says of the codes of `figures.rollup`.
let rollUpExplanations = [
  Explanation(
    "rollup.level",
    Phrase(
      vi: "Số liệu chỉ cộng được lên cấp cao hơn.",
      en: "Figures are added up to levels above their own."),
    remedy: Phrase(vi: "Sửa from hoặc to.", en: "Mend `from` or `to`.")),
  Explanation(
    "rollup.sum-of-nothing",
    Phrase(
      vi: "Một tổng không có phần nào sẽ bằng 0, mà thiếu không phải là 0.",
      en: "A sum of nothing would be 0, and missing is not 0."),
    remedy: Phrase(vi: "Ghi các phần của tổng trong sums.", en: "Write its parts under `sums:`.")),
  Explanation(
    "rollup.unused-sum",
    Phrase(
      vi: "sums nêu một tổng mà measures không yêu cầu, nên tổng ấy không được làm.",
      en: "`sums` names a sum that `measures` does not ask for, so it would not be made."),
    remedy: Phrase(vi: "Thêm tên ấy vào measures, hoặc bỏ nó.", en: "Add it to `measures`, or remove it.")),
  Explanation(
    "rollup.not-the-sum",
    Phrase(
      vi: "Một tổng đã công bố khác tổng của các phần. Cả hai được nêu trên trang, không sửa.",
      en: "A published total is another than the sum of its parts. Both are shown, neither is mended."),
    remedy: Phrase(
      vi: "Đối chiếu với văn bản gốc; nếu bảng số liệu chép sai thì sửa bảng.",
      en: "Compare with the document; mend the table if it was copied wrongly.")),
  Explanation(
    "rollup.incomplete",
    Phrase(
      vi: "Có đơn vị chưa có số liệu, nên không cộng lên cấp trên: thiếu không phải là 0.",
      en: "Some units have no figure, so nothing is added up: missing is not zero."),
    remedy: Phrase(
      vi: "Thêm số liệu còn thiếu cùng nguồn của nó.", en: "Add the missing figures with their source.")),
]

/// What `explain` says of the codes about lists of places.
let listExplanations = [
  Explanation(
    "rollup.unknown-list",
    Phrase(
      vi: "Danh mục đơn vị không có danh sách địa bàn này.", en: "The register of units has no such list."),
    remedy: Phrase(
      vi: "Sửa tên, hoặc thêm danh sách vào lists.csv và list-stretches.csv của danh mục.",
      en: "Mend the name, or add the list to lists.csv and list-stretches.csv of the register.")),
  Explanation(
    "rollup.list-incomplete",
    Phrase(
      vi: "Danh sách địa bàn chưa đủ hoặc không có hiệu lực vào ngày số liệu, nên không cộng theo nó.",
      en: "The list is not known in full, or not in force on the day, so nothing is added up by it."),
    remedy: Phrase(
      vi: "Bổ sung danh sách theo quyết định, rồi ghi complete là yes.",
      en: "Complete the list by the decision, and say `yes` in `complete`.")),
]

/// What `explain` says of the codes of `households.aggregate`.
let aggregateExplanations = [
  Explanation(
    "aggregate.unit",
    Phrase(
      vi:
        "Mỗi hộ phải thuộc một đơn vị của từng cấp: theo cột mã xã và danh mục, hoặc theo cột mã của từng cấp.",
      en: "A household is in a unit of each level: by its commune and the register, or by a column for each."),
    remedy: Phrase(
      vi: "Khai unit và by, hoặc columns.", en: "Give `unit` and `by`, or `columns`.")),
  Explanation(
    "aggregate.date",
    Phrase(
      vi: "Xã thuộc huyện, tỉnh nào là tùy ngày; từ 01/07/2025 không còn cấp huyện.",
      en: "In what a commune is depends on the day; there are no districts since 1 July 2025."),
    remedy: Phrase(
      vi: "Ghi reference_date, và chỉ nêu các cấp có vào ngày ấy.",
      en: "Give a `reference_date`, and levels that there are on it.")),
  Explanation(
    "aggregate.group",
    Phrase(
      vi: "Nhóm là các từ của một cột, nên cột số hay cột ngày không làm nhóm được.",
      en: "Groups are the words of a column, so a column of numbers or days makes none."),
    remedy: Phrase(
      vi: "Đọc cột ấy là chữ, hoặc lập một cột nhóm trước.",
      en: "Read it as text, or make a column of groups.")),
  Explanation(
    "aggregate.column",
    Phrase(
      vi: "Một cột cần cộng trùng tên với cột có sẵn của bảng.",
      en: "A column to add up has the name of a column that the table has anyway."),
    remedy: Phrase(
      vi: "Bỏ cột ấy khỏi sums, hoặc đổi tên.", en: "Take it out of `sums`, or rename it.")),
  Explanation(
    "aggregate.unknown-commune",
    Phrase(
      vi:
        "Mã xã trong tệp không có vào ngày rà soát. Các hộ ấy được đếm ở dòng của mã, không cộng vào cấp trên.",
      en:
        "A code in the file is that of no commune on the day. Its households are counted under the code and in nothing above."
    ),
    remedy: Phrase(
      vi: "Sửa mã xã trong tệp, hoặc sửa reference_date nếu xã đã đổi.",
      en: "Mend the code in the file, or `reference_date` when communes have changed.")),
  Explanation(
    "aggregate.no-unit",
    Phrase(
      vi: "Có hộ thiếu mã đơn vị; các hộ ấy đứng ở dòng không có mã.",
      en: "Some households lack a code; they stand in a row without one."),
    remedy: Phrase(vi: "Bổ sung mã trong tệp.", en: "Fill in the codes.")),
  Explanation(
    "aggregate.no-group",
    Phrase(
      vi: "Có hộ thiếu ô của cột nhóm, nên tổng các nhóm nhỏ hơn tổng chung.",
      en: "Some households lack the cell of a group, so the groups add up to less than all."),
    remedy: Phrase(vi: "Bổ sung ô ấy trong tệp.", en: "Fill in the cells.")),
  Explanation(
    "aggregate.class",
    Phrase(
      vi: "Cột loại hộ có từ khác poor, near_poor, average, none.",
      en: "The column of the class has a word other than poor, near_poor, average and none."),
    remedy: Phrase(
      vi: "Phân loại bằng households.classify, hoặc đổi các từ trong cột.",
      en: "Classify by households.classify, or change the words of the column.")),
  Explanation(
    "aggregate.members",
    Phrase(
      vi: "Một hộ có ít nhất một nhân khẩu. Số 0 hay số âm không được cộng, và tổng chưa biết thì để trống.",
      en: "A household has at least one member. None or fewer are not added, and a sum not known is blank."),
    remedy: Phrase(
      vi: "Sửa số nhân khẩu trong tệp; rows.validate chỉ ra từng dòng.",
      en: "Mend the numbers in the file; rows.validate points at each row.")),
  Explanation(
    "aggregate.deprivation-count",
    Phrase(
      vi:
        "Số chỉ số thiếu hụt của một hộ phải bằng số cột dep_… là có; khác nhau thì không biết số nào đúng.",
      en: "The deprivations of a household are as many as its flags; if not, nobody knows which is right."),
    remedy: Phrase(
      vi: "Sửa điểm hay các cột của hộ, rồi phân loại lại bằng households.classify.",
      en: "Mend its points or flags, and classify again by households.classify.")),
  Explanation(
    "aggregate.indicators",
    Phrase(
      vi:
        "A, M0 chia số thiếu hụt cho số chỉ số mà số ấy đếm, nên các cột được đếm phải đúng là các chỉ số ấy: của một chuẩn, hoặc của riêng mình khi mọi hộ cho thấy như vậy. H không cần chỉ số nào.",
      en:
        "A and M0 divide deprivations by the indicators that they were counted of, so that just those must be counted here: those of a standard, or one's own where every household shows it. H asks for none."
    ),
    remedy: Phrase(
      vi:
        "Nêu trong deprivations đúng các chỉ số của chuẩn, hoặc dùng households.measures cho bộ chỉ số khác.",
      en: "Name just the indicators of the standard in `deprivations`, or use households.measures for others."
    )),
  Explanation(
    "aggregate.unknown",
    Phrase(
      vi: "Một số đếm hay tổng dựa trên ô mà có hộ để trống. Thiếu không phải là 0, nên số ấy để trống.",
      en: "A count or a sum rests on a cell that some household lacks. Missing is not 0, so it is left out."),
    remedy: Phrase(
      vi: "Bổ sung các ô ấy, hoặc loại các hộ thiếu trước khi cộng.",
      en: "Fill in the cells, or reject such households before.")),
  Explanation(
    "aggregate.overflow",
    Phrase(
      vi: "Một tổng lớn hơn số lớn nhất của cột, nên để trống thay vì sai.",
      en: "A sum is larger than its column can hold, and is left out rather than wrong."),
    remedy: Phrase(
      vi: "Xem lại đơn vị của cột được cộng.", en: "Look at the unit of the column that is added up.")),
]

/// What `explain` says of the codes of `households.figures`.
let figuresExplanations = [
  Explanation(
    "households.day",
    Phrase(
      vi: "Mỗi số liệu là của một ngày, và đơn vị được tìm theo ngày ấy.",
      en: "A figure speaks of a day, and its unit is looked up by it."),
    remedy: Phrase(vi: "Ghi as_of.", en: "Write `as_of`.")),
  Explanation(
    "households.standard",
    Phrase(
      vi: "Bước nêu một chuẩn nghèo không áp dụng vào ngày của kết quả.",
      en: "The step names a standard that is not valid on the day of the results."),
    remedy: Phrase(vi: "Sửa standard hoặc as_of.", en: "Mend `standard` or `as_of`.")),
  Explanation(
    "households.standard-scope",
    Phrase(
      vi: "Chuẩn nghèo của một tỉnh chỉ dùng cho số liệu của tỉnh ấy, và bước phải nói số liệu của tỉnh nào.",
      en: "The standard of a province is for its figures alone, and the step says of which province they are."
    ),
    remedy: Phrase(
      vi: "Ghi province, hoặc dùng chuẩn quốc gia.",
      en: "Write `province`, or use the standard of the country.")),
  Explanation(
    "households.standard-provisional",
    Phrase(
      vi: "Bước nêu một chuẩn nghèo còn là tạm, chưa đối chiếu với văn bản.",
      en: "The step names a standard whose pack is provisional and was not compared with the act."),
    remedy: Phrase(
      vi: "Đối chiếu và sửa tệp chuẩn; chỉ để chạy thử mới ghi allow_provisional: true.",
      en: "Compare and mend the pack; write `allow_provisional: true` for trials only.")),
  Explanation(
    "households.table",
    Phrase(
      vi: "Cổng tables nhận bảng của households.aggregate.",
      en: "The port `tables` takes those of households.aggregate."),
    remedy: Phrase(vi: "Nối đúng bước vào cổng.", en: "Join the right step to the port.")),
  Explanation(
    "households.unplaced",
    Phrase(
      vi: "Mã đơn vị trong bảng không có vào ngày của kết quả, nên số của nó không thành số liệu.",
      en: "A code of the table is that of no unit on the day, so its numbers make no figures."),
    remedy: Phrase(
      vi: "Sửa mã, hoặc cho phép bằng max_unplaced.", en: "Mend the code, or allow it by `max_unplaced`.")),
  Explanation(
    "households.absent",
    Phrase(
      vi:
        "Có xã trong danh mục mà bảng không có hộ nào. Có thể xã không có hộ thuộc diện, cũng có thể thiếu tệp.",
      en:
        "The register has communes of which the table has no household: there may be none, or a file is lacking."
    ),
    remedy: Phrase(
      vi: "Kiểm tra xem các xã ấy đã nộp danh sách chưa.",
      en: "Ask whether those communes have sent their list.")),
  Explanation(
    "households.denominator",
    Phrase(
      vi: "Một dòng của bảng tổng số hộ không dùng được: mã lạ, số âm, hoặc đơn vị có hai số.",
      en:
        "A row of the table of all households cannot be used: no such code, a negative number, or two for a unit."
    ),
    remedy: Phrase(vi: "Sửa bảng tổng số hộ.", en: "Mend the table of all households.")),
  Explanation(
    "households.no-denominator",
    Phrase(
      vi: "Tỷ lệ chỉ được tính khi mọi xã của đơn vị có tổng số hộ: thiếu không phải là 0.",
      en:
        "A rate is made only where every commune of the unit has its number of households: missing is not zero."
    ),
    remedy: Phrase(
      vi: "Bổ sung tổng số hộ của các xã được nêu.", en: "Add the numbers of the communes that are named.")),
  Explanation(
    "households.rate",
    Phrase(
      vi: "Số hộ nghèo không thể lớn hơn tổng số hộ; một trong hai bảng sai hoặc khác ngày quá xa.",
      en: "There cannot be more poor households than households; one table is wrong, or of too distant a day."
    ),
    remedy: Phrase(vi: "Đối chiếu hai bảng.", en: "Compare the two tables.")),
]
