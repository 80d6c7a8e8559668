import Diagnostics

/// What `explain` says of the codes of `plan.track`.
let trackExplanations = [
  Explanation(
    "track.after-edition",
    Phrase(
      vi: "Một số liệu nói về ngày sau ngày công bố; không đánh giá nào được dùng nó.",
      en: "A figure speaks of a day after the edition; no verdict may use it."),
    remedy: Phrase(
      vi: "Sửa edition.date, hoặc ngày của số liệu.", en: "Mend `edition.date`, or the day of the figure.")),
  Explanation(
    "track.contradiction",
    Phrase(
      vi:
        "Các con số của một kế hoạch không thể cùng đúng. Kế hoạch đã ký thế nào thì để thế ấy; trang web nêu rõ.",
      en: "Numbers of one plan cannot all be right. A plan is signed as it is; the site says so."),
    remedy: Phrase(
      vi: "Đối chiếu tệp kế hoạch với văn bản; nếu văn bản viết thế thì để nguyên.",
      en: "Compare the file with the document; when the document says so, leave it.")),
  Explanation(
    "track.no-edition",
    Phrase(
      vi: "Đánh giá được đưa ra tại ngày công bố; không bao giờ lấy ngày hôm nay.",
      en: "Verdicts are given on the day of the edition, never on that of today."),
    remedy: Phrase(
      vi: "Thêm mục edition vào tệp pipeline.", en: "Add the block `edition:` to the pipeline file.")),
  Explanation(
    "track.plan-twice",
    Phrase(
      vi: "Hai tệp kế hoạch cùng mã sẽ ghi chung một trang.", en: "Two plans of one id would share a page."),
    remedy: Phrase(vi: "Đổi mã của một kế hoạch.", en: "Give one of them another id.")),
  Explanation(
    "track.unknown-parent",
    Phrase(
      vi: "Một kế hoạch nhắc đến kế hoạch cấp trên không nằm trong danh sách theo dõi.",
      en: "A plan names a plan above it that is not among those tracked."),
    remedy: Phrase(
      vi: "Thêm kế hoạch ấy vào plans, hoặc bỏ mục plan trong parent.",
      en: "Add it to `plans`, or remove `plan` under `parent:`.")),
]
