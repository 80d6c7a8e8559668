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
      vi:
        "Một số liệu không có căn cứ công khai, và quá nhỏ hoặc làm lộ một số quá nhỏ, nên bị giữ lại; trang chỉ cho biết là có.",
      en:
        "A figure without a ground that is too small, or would give one away, is withheld; the site says only that there is one."
    ),
    remedy: Phrase(
      vi: "Nếu luật buộc công khai, thêm số đo và nhóm ấy vào public_by_law cùng căn cứ.",
      en: "If the law makes it public, add its measure and group to `public_by_law` with the ground.")),
  Explanation(
    "protect.no-threshold",
    Phrase(
      vi: "Quy tắc về số nhỏ chỉ được dùng khi có threshold; không có thì mọi số không có căn cứ bị giữ lại.",
      en:
        "The rule on small counts holds only with a threshold; without it all without a ground are withheld."),
    remedy: Phrase(
      vi: "Thêm threshold, ít nhất 3, hoặc bỏ mục thừa.",
      en: "Add `threshold`, at least 3, or take the rest out.")),
  Explanation(
    "protect.published-before",
    Phrase(
      vi:
        "Một số nay bị giữ lại đã được nêu trong một lần công bố trước. Không thu lại được điều người khác đã đọc.",
      en:
        "A figure that is withheld now was told by an earlier edition. What others have read cannot be taken back."
    ),
    remedy: Phrase(
      vi: "Gỡ các bản công bố trước khỏi máy chủ nếu được; từ nay chương trình coi số ấy là đã biết.",
      en:
        "Take earlier editions off the server where you can; the program takes the figure for known from now on."
    )),
  Explanation(
    "protect.after-edition",
    Phrase(
      vi:
        "Một số liệu nói về một ngày sau ngày công bố (edition.date): không ai có thể đã đếm điều chưa xảy ra, nên một trong hai ngày ghi sai.",
      en:
        "A figure speaks of a day after that of the edition (`edition.date`): nobody can have counted it, so that one of the days is wrong."
    ),
    remedy: Phrase(
      vi: "Sửa cột ngày của số liệu, tham số as_of của công đoạn làm ra nó, hoặc edition.date.",
      en: "Mend the day in the data, the option `as_of` of the stage that made it, or `edition.date`.")),
  Explanation(
    "protect.notices-held-back",
    Phrase(
      vi:
        "Một thông báo chỉ được công khai khi mọi số liệu nó nêu được công khai; thông báo có chữ số mà không nêu số liệu nào thì không.",
      en:
        "A notice is published only with all the figures that it names; one that has numbers and names none is not."
    ),
    remedy: Phrase(
      vi: "Muốn công khai thông báo, thêm căn cứ cho các số liệu mà nó nêu.",
      en: "To publish a notice, give the figures that it names a ground.")),
  Explanation(
    "protect.known",
    Phrase(
      vi:
        "Từ các số phải công khai hoặc đã công bố, người đọc trừ ra được một số thay cho số bị giữ lại. Các số ấy không cộng lại đúng, nên đó có thể không phải số thật.",
      en:
        "From what must be public or was published before readers can subtract a number for the withheld figure. Those figures do not add up, so that it may not be the true one."
    ),
    remedy: Phrase(
      vi: "Xem các số của cùng tổng: sửa số sai, hoặc bỏ căn cứ công khai của một số.",
      en: "Look at the figures of the same sum: mend the wrong one, or take the ground of one away.")),
  Explanation(
    "protect.narrow",
    Phrase(
      vi:
        "Không trừ ra được đúng số bị giữ lại, nhưng các số phải công khai chỉ để lại một khoảng hẹp quanh nó.",
      en:
        "The withheld figure cannot be worked out, but what must be public leaves only a narrow range around it."
    ),
    remedy: Phrase(
      vi: "Xem số nào trong cùng tổng có căn cứ công khai mà không cần công bố theo nhóm ấy.",
      en: "See which figure of the same sum has a ground and need not be published for that group.")),
]
