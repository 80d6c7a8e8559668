import Diagnostics
import StageKit

/// A rule as it is written, of rows or of figures.
protocol WrittenRule: StageOptions {
  /// What to do, told after the message.
  var remedy: PhraseOption? { get }
}

/// A document of such rules.
protocol WrittenRuleSheet: StageOptions, Resource where Shape == Self {
  associatedtype Rule: WrittenRule
  var rules: [Rule] { get }
  /// Where its rules stand.
  var place: SourceRange? { get }
  /// What to do, where a rule does not say.
  var remedy: PhraseOption? { get }
}

/// Rules written in place, in a document, or some of both.
typealias WrittenRules<Sheet: WrittenRuleSheet> = OneOf<
  [OneOf<Sheet.Rule, DocumentPath<Sheet>>], DocumentPath<Sheet>
>

extension Planning {
  /// All rules of a source in the order written, each with what to do; none at all is a mistake.
  mutating func writtenRules<Sheet: WrittenRuleSheet>(
    _ source: WrittenRules<Sheet>, namedAt range: SourceRange?
  ) -> [(rule: Sheet.Rule, remedy: Phrase?)] {
    var isWhole = true
    var place = range
    var all: [(rule: Sheet.Rule, remedy: Phrase?)] = []
    func add(_ path: DocumentPath<Sheet>, _ plan: inout Planning) {
      guard let sheet = plan.document(path) else { return isWhole = false }
      place = sheet.place ?? place
      all += sheet.rules.map { ($0, $0.remedy?.phrase ?? sheet.remedy?.phrase) }
    }
    switch source {
    case .second(let path): add(path, &self)
    case .first(let items):
      for item in items {
        switch item {
        case .first(let rule): all.append((rule, rule.remedy?.phrase))
        case .second(let path): add(path, &self)
        }
      }
    }
    if all.isEmpty, isWhole {
      report(
        Diagnostic(
          "validate.no-rules", Phrase(vi: "không có quy tắc nào", en: "there are no rules"), at: place))
    }
    return all
  }
}
