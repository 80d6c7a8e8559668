import Diagnostics
import SiteKit

/// What `explain` says of the codes of this module and of the theme.
let siteExplanations =
  [
    Explanation(
      "site.no-site",
      Phrase(
        vi: "Trang web phải nêu cơ quan công bố, cách liên hệ và giấy phép, nên pipeline cần mục site.",
        en:
          "A site must name who publishes it, how to reach them and the licence, so the pipeline needs `site:`."
      ),
      remedy: Phrase(
        vi: "Thêm mục site với title, agency, contact.", en: "Add `site:` with title, agency and contact.")),
    Explanation(
      "site.no-edition",
      Phrase(
        vi:
          "Mỗi lần công bố có mã và ngày, và đánh giá được đưa ra tại ngày ấy, nên pipeline cần mục edition.",
        en:
          "Every publication has an id and a day, on which verdicts are given, so the pipeline needs `edition:`."
      ),
      remedy: Phrase(vi: "Thêm mục edition với id và date.", en: "Add `edition:` with id and date.")),
  ] + siteKitExplanations
