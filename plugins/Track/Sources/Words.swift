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
    "track.unknown-measure",
    Phrase(
      vi:
        "Không số liệu nào đã công bố có số đo mà chỉ tiêu nêu, và có một số đo tên gần giống: chỉ tiêu sẽ mãi là chưa có số liệu.",
      en:
        "No published figure has the measure that a target names, and there is one with nearly its name: the target would stay without data."
    ),
    remedy: Phrase(
      vi: "Sửa measure trong tệp kế hoạch, hoặc tên số đo trong bảng số liệu.",
      en: "Mend `measure` in the file of the plan, or the measure in the table of figures.")),
  Explanation(
    "track.fraction",
    Phrase(
      vi: "Kế hoạch đếm hộ, người, xã, cán bộ hoặc mô hình, mà số liệu đã công bố không phải số nguyên.",
      en:
        "A plan counts households, people, communes, officers or models, and a published figure is not whole."
    ),
    remedy: Phrase(
      vi: "Đối chiếu số liệu với nguồn, hoặc sửa unit của chỉ tiêu.",
      en: "Compare the figure with its source, or mend the `unit` of the target.")),
  Explanation(
    "track.more-than-whole",
    Phrase(
      vi:
        "Kế hoạch nói một chỉ tiêu nằm trong một chỉ tiêu khác, mà số liệu của phần lớn hơn số liệu của toàn bộ: một trong hai số sai, nên không đánh giá phần ấy.",
      en:
        "A plan makes a target a part of another, and the figure of the part is more than that of the whole: one of them is wrong, so that the part is not judged."
    ),
    remedy: Phrase(
      vi: "Đối chiếu hai số liệu với nguồn, hoặc bỏ part_of.",
      en: "Compare both figures with their sources, or remove `part_of`.")),
  Explanation(
    "track.no-edition",
    Phrase(
      vi: "Đánh giá được đưa ra tại ngày công bố; không bao giờ lấy ngày hôm nay.",
      en: "Verdicts are given on the day of the edition, never on that of today."),
    remedy: Phrase(
      vi: "Thêm mục edition vào tệp pipeline.", en: "Add the block `edition:` to the pipeline file.")),
  Explanation(
    "track.no-plans",
    Phrase(
      vi: "Không có kế hoạch nào thì không có gì để đánh giá, và trang web sẽ trống mà không ai biết vì sao.",
      en: "Without a plan there is nothing to judge, and the site would be empty without a reason."),
    remedy: Phrase(
      vi: "Ghi các tệp kế hoạch vào plans, hoặc bỏ bước plan.track.",
      en: "Name the files of the plans in `plans`, or leave the step `plan.track` out.")),
  Explanation(
    "track.plan-twice",
    Phrase(
      vi: "Hai tệp kế hoạch cùng mã sẽ ghi chung một trang.", en: "Two plans of one id would share a page."),
    remedy: Phrase(vi: "Đổi mã của một kế hoạch.", en: "Give one of them another id.")),
  Explanation(
    "track.standard-then",
    Phrase(
      vi: "Kế hoạch nêu một chuẩn nghèo không áp dụng vào ngày nào trong kỳ của nó.",
      en: "A plan names a standard that is in force on no day of its period."),
    remedy: Phrase(
      vi: "Sửa standard hoặc period trong tệp kế hoạch.", en: "Mend `standard` or `period` of the plan.")),
  Explanation(
    "track.standard-scope",
    Phrase(
      vi: "Kế hoạch của một đơn vị nêu chuẩn nghèo của tỉnh khác.",
      en: "The plan of a unit names the standard of another province."),
    remedy: Phrase(
      vi: "Dùng chuẩn quốc gia, hoặc chuẩn của tỉnh ấy.",
      en: "Use the standard of the country, or that of its province.")),
  Explanation(
    "track.standard-provisional",
    Phrase(
      vi: "Kế hoạch nêu một chuẩn nghèo còn là tạm, chưa đối chiếu với văn bản.",
      en: "A plan names a standard whose pack is provisional and was not compared with the act."),
    remedy: Phrase(
      vi: "Đối chiếu và sửa tệp chuẩn; chỉ để chạy thử mới ghi allow_provisional: true.",
      en: "Compare and mend the pack; write `allow_provisional: true` for trials only.")),
  Explanation(
    "track.unknown-parent",
    Phrase(
      vi: "Một kế hoạch nhắc đến kế hoạch cấp trên không nằm trong danh sách theo dõi.",
      en: "A plan names a plan above it that is not among those tracked."),
    remedy: Phrase(
      vi: "Thêm kế hoạch ấy vào plans, hoặc bỏ mục plan trong parent.",
      en: "Add it to `plans`, or remove `plan` under `parent:`.")),
  Explanation(
    "track.parent-circle",
    Phrase(
      vi: "Các kế hoạch đứng dưới nhau thành vòng tròn, nên không kế hoạch nào là cấp trên.",
      en: "Plans stand under each other in a circle, so that none is above."),
    remedy: Phrase(
      vi: "Bỏ hoặc sửa một parent.plan trong vòng.", en: "Remove or mend one `parent.plan` of the circle.")),
  Explanation(
    "track.parent-period",
    Phrase(
      vi: "Kế hoạch và kế hoạch cấp trên của nó thuộc hai thời kỳ không giao nhau.",
      en: "A plan and the plan above it are of periods that share no day."),
    remedy: Phrase(
      vi: "Sửa parent.plan, hoặc thời kỳ của một kế hoạch.",
      en: "Mend `parent.plan`, or the period of one of the plans.")),
  Explanation(
    "track.parent-level",
    Phrase(
      vi: "Kế hoạch của cấp trên không thể đứng dưới kế hoạch của cấp dưới.",
      en: "A plan of a higher level cannot stand under one of a lower level."),
    remedy: Phrase(
      vi: "Sửa parent.plan; có thể hai tệp bị đổi chỗ.",
      en: "Mend `parent.plan`; the two files may have been swapped.")),
  Explanation(
    "track.parent-elsewhere",
    Phrase(
      vi: "Đơn vị của kế hoạch không phải và không thuộc đơn vị của kế hoạch cấp trên vào ngày đầu kỳ.",
      en: "The unit of a plan neither is nor lies in that of the plan above on the first day of its period."),
    remedy: Phrase(
      vi: "Sửa parent.plan hoặc mã đơn vị; units history cho biết mã ấy từng là đơn vị nào.",
      en: "Mend `parent.plan` or the code of the unit; `units history` tells what the code stood for.")),
]
