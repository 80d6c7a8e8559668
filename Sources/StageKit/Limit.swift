public import Diagnostics
import YAML

/// A bound on the values of an option, checked where it is written and told in the JSON Schema.
public struct Limit<Value: Sendable>: Sendable {
  let schema: [(String, JSON)]
  let meaning: Phrase
  let holds: @Sendable (Value) -> Bool
  init(_ schema: [(String, JSON)], _ meaning: Phrase, _ holds: @escaping @Sendable (Value) -> Bool) {
    (self.schema, self.meaning, self.holds) = (schema, meaning, holds)
  }
}
extension Limit where Value == Int {
  /// A whole number of at least `low`.
  public static func atLeast(_ low: Int) -> Limit {
    Limit([("minimum", .integer(low))], Phrase(vi: "ít nhất \(low)", en: "at least \(low)")) { $0 >= low }
  }
  /// A whole number from `range.lowerBound` to `range.upperBound`.
  public static func within(_ range: ClosedRange<Int>) -> Limit {
    Limit(
      [("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))],
      Phrase(
        vi: "từ \(range.lowerBound) đến \(range.upperBound)",
        en: "from \(range.lowerBound) to \(range.upperBound)")
    ) { range.contains($0) }
  }
}
extension Limit where Value == Int? {
  /// A whole number of at least `low`, of an option that may be left out.
  public static func atLeast(_ low: Int) -> Limit {
    Limit([("minimum", .integer(low))], Phrase(vi: "ít nhất \(low)", en: "at least \(low)")) {
      $0.map { $0 >= low } ?? true
    }
  }
  /// A whole number from `range.lowerBound` to `range.upperBound`, of an option that may be left out.
  public static func within(_ range: ClosedRange<Int>) -> Limit {
    Limit(
      [("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))],
      Phrase(
        vi: "từ \(range.lowerBound) đến \(range.upperBound)",
        en: "from \(range.lowerBound) to \(range.upperBound)")
    ) { $0.map { range.contains($0) } ?? true }
  }
}
extension Limit where Value == String {
  /// A text of one ASCII character.
  public static var oneCharacter: Limit {
    Limit(
      [("minLength", .integer(1)), ("maxLength", .integer(1))],
      Phrase(vi: "một ký tự ASCII", en: "one ASCII character")
    ) { $0.utf8.count == 1 }
  }
  /// A text that is not empty.
  public static var notEmpty: Limit {
    Limit([("minLength", .integer(1))], Phrase(vi: "ít nhất một ký tự", en: "one or more characters")) {
      !$0.isEmpty
    }
  }
  /// A text that is, from end to end, of a regular expression.
  ///
  /// - Parameters:
  ///   - pattern: The regular expression.
  ///   - words: The same in words, for those who do not read such expressions.
  /// - Returns: The limit.
  public static func pattern(_ pattern: String, saying words: Phrase? = nil) -> Limit {
    Limit(
      [("pattern", .string("^(\(pattern))$"))],
      words ?? Phrase(vi: "có dạng \(pattern)", en: "of the form \(pattern)")
    ) {
      Pattern.isWhole($0, pattern)
    }
  }
}
