import Diagnostics

/// What `explain` says of the codes of `figures.protect`.
let protectExplanations = [
  Explanation(
    "protect.no-reason",
    Phrase(
      vi: "Mỗi số liệu công khai phải có căn cứ, vì người đọc và người ký cần biết.",
      en: "Every public figure needs a ground, for readers and for those who sign."),
    remedy: Phrase(
      vi: "Ghi luật hoặc nơi đã công bố vào reason.", en: "Write the law or the publication into `reason`.")),
  Explanation(
    "protect.withheld",
    Phrase(
      vi: "Một số liệu không có căn cứ công khai nên bị giữ lại; trang chỉ cho biết là có.",
      en: "A figure without a ground is withheld; the site says only that there is one."),
    remedy: Phrase(
      vi: "Nếu luật buộc công khai, thêm số đo và nhóm ấy vào public_by_law cùng căn cứ.",
      en: "If the law makes it public, add its measure and group to `public_by_law` with the ground.")),
]
