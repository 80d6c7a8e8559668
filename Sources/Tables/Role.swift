/// What a column means, which says what may be done with it: counts and amounts are summed, rates are made again.
public enum Role: Sendable, Hashable {
  /// A number of households, people, things.
  case count
  /// A quantity with a unit, such as money or an area.
  case amount
  /// A quotient of two columns; both names are empty for a rate that was published without its parts.
  case rate(numerator: String, denominator: String)
  /// A code that names something, kept as text.
  case code
  /// Words.
  case label
  /// Yes or no, summed as a count.
  case flag
  /// A weight of a survey.
  case weight
  /// Whether cells may be added up.
  public var isSummable: Bool { self == .count || self == .amount || self == .flag }
}
