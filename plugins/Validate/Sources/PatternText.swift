import Diagnostics
import StageKit
import YAML

/// A pattern, and where it was written.
struct PatternText: OptionValue {
  let text: String
  let range: SourceRange?
  let machine: PatternMachine

  /// Any scalar that is a pattern.
  static var optionType: OptionType<PatternText> {
    OptionType(
      Phrase(vi: "mẫu", en: "pattern"), schema: .anyScalar, encode: { .string($0.text) }
    ) { (node) throws(OptionError) in
      guard let text = node.scalar, !text.isEmpty else {
        throw OptionError(
          expected: Phrase(vi: "một mẫu như [0-9]{12}", en: "a pattern such as [0-9]{12}"), found: node)
      }
      do throws(PatternProblem) {
        return PatternText(
          text: text, range: node.range, machine: try PatternMachine(try PatternParser.parse(text)))
      } catch {
        throw OptionError(
          Phrase(vi: "mẫu '\(text)': \(error.vi)", en: "pattern '\(text)': \(error.en)"), at: node.range)
      }
    }
  }
}
