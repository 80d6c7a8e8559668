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
