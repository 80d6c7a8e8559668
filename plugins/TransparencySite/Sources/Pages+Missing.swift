import Formats
import Plans
import SiteKit

// Every target that lacks figures, with the reason.
extension SiteModel {
  func missingPage() -> Page {
    let missing = targets.count { $0.verdict.word == .noData }
    return page(
      "chua-co-so-lieu/index.html", "missing", title: words(.missingTitle),
      description: words(.missingDescription), crumbs: [Crumb(name: words(.missingTitle))],
      [
        "summary": .text(
          words(
            .missingSummary,
            ["count": VietnameseNumber.text(missing), "total": VietnameseNumber.text(targets.count)])),
        "plans": .list(
          plans.compactMap { plan in
            let targets = plan.targets.filter { $0.verdict.word == .noData }
            guard !targets.isEmpty else { return nil }
            return [
              "name": .text(plan.plan.shortName.text), "url": .text(path(of: plan.plan).text),
              "targets": .list(
                targets.map { target in
                  [
                    "title": .text(target.target.title.text),
                    "url": .text(path(of: target.target, in: plan.plan).text),
                    "reason": .text(target.verdict.reason?.text ?? words(.missingReason)),
                  ]
                }),
            ]
          }),
      ])
  }
}
