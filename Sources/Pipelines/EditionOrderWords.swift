import Diagnostics

/// What `explain` says of the codes of what an edition says of itself, and of the order of editions.
let editionOrderExplanations = [
  Explanation(
    "edition.not-latest",
    Phrase(
      vi:
        "Nơi ghi kết quả đang công bố một lần khác với edition.previous, hoặc edition.id là mã của một lần cũ: những gì đổi từ lần đang công bố sẽ không được so và không được nêu.",
      en:
        "The output publishes another edition than `edition.previous`, or `edition.id` is that of an older one: what changes since the published one would be neither compared nor told."
    ),
    remedy: Phrase(
      vi: "Ghi previous là mã của lần đang công bố, với một edition.id mới.",
      en: "Name the published edition as `previous`, under a new `edition.id`.")),
  Explanation(
    "edition.circle",
    Phrase(
      vi: "edition.previous là một lần mà chính nó, hay lần trước nó, ghi lần này là lần trước.",
      en: "`edition.previous` is an edition that itself comes after this one."),
    remedy: Phrase(
      vi: "Đặt edition.id mới cho lần công bố này.", en: "Give this edition an id of its own.")),
  Explanation(
    "edition.order",
    Phrase(
      vi: "Ngày của lần công bố sớm hơn ngày của lần trước nó.",
      en: "The edition is of an earlier day than the one before it."),
    remedy: Phrase(
      vi: "Sửa edition.date, hoặc edition.previous.", en: "Mend `edition.date`, or `edition.previous`.")),
  Explanation(
    "edition.otherwise",
    Phrase(
      vi: "Mã này đã được công bố với ngày khác, hoặc sau một lần khác.",
      en: "The id was published with another day, or after another edition."),
    remedy: Phrase(
      vi: "Ghi lại như cũ, đặt edition.id mới, hoặc phát hành lại với --accept-changes \"lý do\".",
      en:
        "Write it as before, give this edition a new id, or issue it again with --accept-changes \"the reason\"."
    )),
  Explanation(
    "edition.blank-reason",
    Phrase(
      vi: "Một mục của edition.corrections có reason trống, nên trang thay đổi không nói được vì sao.",
      en: "An entry of `edition.corrections` has no words as `reason`, so the page of changes cannot say why."
    ),
    remedy: Phrase(vi: "Ghi lý do bằng lời.", en: "Write the reason in words.")),
  Explanation(
    "edition.correction-unused",
    Phrase(
      vi:
        "Một mục của edition.corrections không ứng với thay đổi nào, hoặc nêu mã đơn vị, số đo, nhóm, chỉ tiêu không có trong hai lần công bố. Thường là gõ sai, và thay đổi muốn nói tới thì không có lý do.",
      en:
        "An entry of `edition.corrections` fits no change, or names a unit, measure, group or target that neither edition has. Mostly it is a slip, and the change that was meant goes without its reason."
    ),
    remedy: Phrase(
      vi: "Xem mã trong office/changes.csv rồi sửa, hoặc bỏ mục ấy.",
      en: "See the names in office/changes.csv and mend the entry, or leave it out.")),
  Explanation(
    "edition.acceptance-unused",
    Phrase(
      vi:
        "Chạy lại một lần công bố mà không có gì đổi: lý do ở --accept-changes không có thay đổi nào để giải thích, nên không được ghi thay lý do đã công bố.",
      en:
        "An edition is run again and tells nothing otherwise: the reason of --accept-changes explains no change, and does not take the place of the one that was published."
    ),
    remedy: Phrase(vi: "Bỏ --accept-changes.", en: "Leave --accept-changes out.")),
]
