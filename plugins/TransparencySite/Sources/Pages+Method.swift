import Disclosure
import Figures
import Plans
import SiteKit
import Standards

import struct Tables.Day

// How everything is meant and worked out.
extension SiteModel {
  func methodPage() -> Page {
    page(
      "phuong-phap/index.html", "method", title: words(.methodTitle), description: words(.methodDescription),
      crumbs: [Crumb(name: words(.methodTitle))],
      [
        "standards": .list(usedStandards.map { record($0) }),
        "formulas": .list(shownFormulas.map { record($0) }),
        "words": .list(VerdictWord.allCases.map { record($0) }),
        "symbols": .list(
          Symbol.allCases.map { symbol in
            entry(symbol.mark, words.named("symbols", "\(symbol.rawValue)-long"))
          }),
        "grades": .list(
          Figure.Grade.allCases.map { grade in
            entry(words.named("grade", grade.rawValue) ?? "", words.named("grade", "\(grade.rawValue)-long"))
          }),
        "grounds": .list(
          table.grounds.map { ground in
            let names = ground.measures.map { name(of: SiteMeasure($0)).lowercasedFirst }
            return entry(ground.reason.text, unique(names).joined(separator: ", "))
          }),
        "rule": .optional(ruleText),
        "edits_url": .optional(edits.isEmpty ? nil : Self.editsPath.text),
      ])
  }
  /// When figures without a ground are public, in words; `nil` when none is.
  var ruleText: String? {
    table.rule.map {
      words(.methodPrivacyRule, ["threshold": "\($0.threshold)", "least": "\($0.minBase)"])
    }
  }
  private func entry(_ name: String, _ text: String?) -> TemplateValue {
    ["name": .text(name), "text": .optional(text)]
  }
  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
  /// The standards of figures and plans; all of the library when none is named.
  var usedStandards: [Standard] {
    let ids = Set(table.figures.map(\.standard) + plans.map(\.plan.standard))
    return standards.standards.filter { ids.contains($0.id) }
  }
  private func record(_ standard: Standard) -> TemplateValue {
    [
      "anchor": .text(anchor(ofStandard: standard.id)), "name": .text(standard.name.text),
      "url": standard.rules == nil ? .nothing : .text(path(of: standard).text),
      "meta": .list(meta(of: standard)),
    ]
  }
  /// Who is poor under a standard, what lays it down, for which reviews, and what is not certain of it.
  func meta(of standard: Standard) -> [TemplateValue] {
    let from = standard.validFrom.vietnamese
    let days =
      standard.validTo.map { words(.methodFromTo, ["from": from, "to": $0.vietnamese]) }
      ?? words(.methodFrom, ["from": from])
    let place = standard.scope.map { scope in
      let note = scope.clause.checked.note.map { " (\($0.text))" } ?? ""
      return words(.standardOnly, ["name": scope.name.text]) + "; \(scope.clause.text)\(note)"
    }
    return [
      line(.methodMeaning, standard.meaning.text),
      line(.methodLegal, standard.legalBasis.joined(separator: "; ")), line(.methodValidity, days),
      line(.standardScope, place ?? words(.standardEverywhere)),
    ]
      + [
        standard.provisional.map { line(.standardProvisional, $0.text) },
        standard.unchecked.map { line(.standardUnchecked, $0.text) },
      ].compactMap { $0 }
  }
}
