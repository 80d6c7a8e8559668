import Diagnostics

/// What `explain` says of the codes of `figures.write`.
let publishExplanations = [
  Explanation(
    "publish.no-site",
    Phrase(
      vi: "Dữ liệu công khai phải ghi cơ quan công bố và giấy phép.",
      en: "Public data say who publishes them and under which licence."),
    remedy: Phrase(vi: "Thêm mục site vào tệp pipeline.", en: "Add the block `site:` to the pipeline file.")),
  Explanation(
    "publish.no-edition",
    Phrase(
      vi: "Dữ liệu công khai phải ghi lần và ngày công bố.",
      en: "Public data say of which edition and day they are."),
    remedy: Phrase(
      vi: "Thêm mục edition vào tệp pipeline.", en: "Add the block `edition:` to the pipeline file.")),
]
