import Disclosure
import Figures
import Formats
import Plans
import SiteKit

// The first page.
extension SiteModel {
  func homePage() -> Page {
    let missing = targets.count { $0.verdict.word == .noData }
    let notices = notices(limit: 8)
    return page(
      "index.html", "home", title: words(.homeTitle), description: words(.homeDescription), crumbs: [],
      data: nil,
      [
        "summary": .text(summary), "figures": .list(keyFigures(missing)),
        "words": .list(counts(of: targets).map { record($0.word) }), "plans": .list(matrix),
        "totals": .list(counts(of: targets).map { countCell($0.word, $0.count) }),
        "total": .text(VietnameseNumber.text(targets.count)), "judged": .list(judged),
        "missing": .text(
          words(
            .homeMissingCount,
            ["count": VietnameseNumber.text(missing), "total": VietnameseNumber.text(targets.count)])),
        "notices": .list(notices), "notices_heading": .text(words(.homeNotices)),
        "units": .list(
          plans.map(\.unit).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            .map { ["name": .text(fullName(of: $0)), "url": .text(path(of: $0).text)] }),
        "change": .text(changeSummary),
      ])
  }

  /// The counts of all verdicts; of figures alone when there is no plan.
  private var summary: String {
    guard !plans.isEmpty else {
      return words(
        .homeSummaryFigures,
        ["count": VietnameseNumber.text(table.figures.count), "units": VietnameseNumber.text(shown.count)])
    }
    return words(
      .homeSummary,
      [
        "total": VietnameseNumber.text(targets.count), "plans": VietnameseNumber.text(plans.count),
        "counts": countsText(of: targets),
      ])
  }
  private func keyFigures(_ missing: Int) -> [TemplateValue] {
    guard !plans.isEmpty else { return [] }
    func number(_ count: Int) -> String { VietnameseNumber.text(count) }
    let met = targets.count { $0.verdict.word == .met }
    let judged = targets.count { $0.verdict.word.isJudgement }
    return [
      [
        "label": .text(words(.homeKeyTotal)), "value": .text(number(targets.count)),
        "note": .text(words(.homeKeyTotalNote, ["plans": number(plans.count)])),
      ],
      [
        "label": .text(words(.homeKeyMet)), "value": .text(number(met)),
        "note": .text(words(.homeKeyMetNote, ["judged": number(judged)])),
      ],
      [
        "label": .text(words(.homeKeyMissing)), "value": .text(number(missing)),
        "note": .text(words(.homeKeyMissingNote, ["total": number(targets.count)])),
      ],
    ]
  }
  /// A row a plan, a column for each word that anything has.
  private var matrix: [TemplateValue] {
    let columns = counts(of: targets).map(\.word)
    return plans.map { plan in
      let own = Dictionary(counts(of: plan.targets).map { ($0.word, $0.count) }) { first, _ in first }
      return [
        "name": .text(plan.plan.shortName.text), "url": .text(path(of: plan.plan).text),
        "counts": .list(columns.map { countCell($0, own[$0] ?? 0) }),
        "total": .text(VietnameseNumber.text(plan.targets.count)),
      ]
    }
  }
  /// A count of the matrix, with the word it counts: where the screen is narrow the rows stand as lists, without zeros.
  private func countCell(_ word: VerdictWord, _ count: Int) -> TemplateValue {
    [
      "label": .text(name(of: word)), "text": .text(VietnameseNumber.text(count)),
      "none": .flag(count == 0),
    ]
  }
  private var judged: [TemplateValue] {
    plans.compactMap { plan in
      let targets = plan.targets.filter { $0.verdict.word.isJudgement }
      guard !targets.isEmpty else { return nil }
      return [
        "id": .text("kh-\(plan.plan.id)"), "name": .text(plan.plan.shortName.text),
        "url": .text(path(of: plan.plan).text),
        "caption": .text(words(.homeJudgedCaption, ["plan": plan.plan.shortName.text])),
        "targets": .list(targets.map { row($0, of: plan.plan) }),
      ]
    }
  }
}
