import Diagnostics
import StageKit

/// A rule as it is written, of rows or of figures.
protocol WrittenRule: StageOptions {
  /// What a sheet of such rules is called.
  static var sheet: Phrase { get }
  /// The key of such a sheet under `defaults:`.
  static var sheetKey: String { get }
  /// What to do, told after the message.
  var remedy: PhraseOption? { get }
}

/// A document of such rules.
struct RuleSheet<Rule: WrittenRule>: StageOptions, Resource {
  typealias Shape = Self
  static var kind: Phrase { Rule.sheet }
  static var key: String { Rule.sheetKey }
  @Option(vi: "Các quy tắc này về gì.", en: "What the rules are about.") var title: PhraseOption?
  @Option(
    vi: "Cách xử lý, khi quy tắc không nêu.", en: "What to do, where a rule does not say.")
  var remedy: PhraseOption?
  @Option(
    vi: "Lời thay cho tên cột cá nhân ở trang công khai.",
    en: "Words in place of the names of personal columns on public pages.")
  var names: Mapping<PhraseOption>?
  @Option(vi: "Các quy tắc.", en: "The rules.") var rules: [Rule]
  /// Where its rules stand.
  var place: SourceRange? { $rules }
}

/// Rules written in place, in a document, or some of both.
typealias WrittenRules<Rule: WrittenRule> = OneOf<
  [OneOf<Rule, DocumentPath<RuleSheet<Rule>>>], DocumentPath<RuleSheet<Rule>>
>

extension Planning {
  /// All rules of a source in the order written, each with what to do; none at all is a mistake.
  mutating func writtenRules<Rule: WrittenRule>(
    _ source: WrittenRules<Rule>, namedAt range: SourceRange?
  ) -> [(rule: Rule, remedy: Phrase?)] {
    var isWhole = true
    var place = range
    var all: [(rule: Rule, remedy: Phrase?)] = []
    func add(_ path: DocumentPath<RuleSheet<Rule>>, _ plan: inout Planning) {
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
