import Diagnostics

/// What `explain` says of the codes of `plan.track`.
let trackExplanations = [
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
