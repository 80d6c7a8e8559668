/// What a cell is in memory.
public enum ColumnType: Sendable, Hashable, CustomStringConvertible {
  /// A whole number of 64 bits.
  case int
  /// An exact decimal of 64 bits and 0 to 18 places.
  case decimal(scale: Int)
  /// A floating-point number, never summed.
  case double
  /// A text in UTF-8.
  case text
  /// Yes or no.
  case bool
  /// A day, in memory its number.
  case date
  /// Decimal places; 0 for all but decimals.
  public var scale: Int { if case .decimal(let scale) = self { scale } else { 0 } }
  /// The English word for it.
  public var description: String {
    switch self {
    case .int: "whole number"
    case .decimal(let scale): "decimal(\(scale))"
    case .double: "number"
    case .text: "text"
    case .bool: "yes or no"
    case .date: "date"
    }
  }
}
