public import Diagnostics

/// How a measure is made: what it is called and written, and what is counted or divided.
///
/// The one place where this is said; pages, messages and tables of contents take it from here.
public struct MeasureFormula: Sendable, Hashable {
  /// The word of the measure in figures and tables, such as `poor_rate`.
  public let id: String
  /// What people call it.
  public let name: Phrase
  /// How it is written in formulas.
  public let symbol: String
  /// The formula, in words and signs.
  public let formula: Phrase
  /// What is counted above the line; `nil` of a measure that divides nothing.
  public let numerator: Phrase?
  /// What stands below the line; `nil` of a measure that divides nothing.
  public let denominator: Phrase?
  /// What it is easily taken for, or where it does not apply; `nil` when there is nothing to say.
  public let remark: Phrase?

  /// A count.
  init(_ id: String, _ symbol: String, _ name: Phrase, _ formula: Phrase, remark: Phrase? = nil) {
    (self.id, self.symbol, self.name, self.formula, self.remark) = (id, symbol, name, formula, remark)
    (numerator, denominator) = (nil, nil)
  }
  /// A quotient.
  init(
    _ id: String, _ symbol: String, _ name: Phrase, _ formula: Phrase, of numerator: Phrase,
    in denominator: Phrase, remark: Phrase? = nil
  ) {
    (self.id, self.symbol, self.name, self.formula, self.remark) = (id, symbol, name, formula, remark)
    (self.numerator, self.denominator) = (numerator, denominator)
  }
}
