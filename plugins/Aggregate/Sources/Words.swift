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
