/// A Swift type that a cell is read as, and the storage of a column of them.
public protocol Cell {
  /// How a column of such cells is kept.
  associatedtype Storage: Sendable
  /// Whether columns of a type are read so.
  static func accepts(_ type: ColumnType) -> Bool
  /// A type it accepts, for messages.
  static var example: ColumnType { get }
  /// The cells of a column; `nil` when it is of another type.
  static func storage(_ column: Column) -> Storage?
}
extension Int64: Cell {
  /// A type it accepts, for messages.
  public static let example = ColumnType.int
  /// Whether columns of a type are read so.
  public static func accepts(_ type: ColumnType) -> Bool { type == .int }
  /// The cells of a column; `nil` when it is of another type.
  public static func storage(_ column: Column) -> Values<Int64>? {
    if case .int(let c) = column { c } else { nil }
  }
}
extension Day: Cell {
  /// A type it accepts, for messages.
  public static let example = ColumnType.date
  /// Whether columns of a type are read so.
  public static func accepts(_ type: ColumnType) -> Bool { type == .date }
  /// The cells of a column; `nil` when it is of another type.
  public static func storage(_ column: Column) -> Values<Int32>? {
    if case .date(let c) = column { c } else { nil }
  }
}
extension Double: Cell {
  /// A type it accepts, for messages.
  public static let example = ColumnType.double
  /// Whether columns of a type are read so.
  public static func accepts(_ type: ColumnType) -> Bool { type == .double }
  /// The cells of a column; `nil` when it is of another type.
  public static func storage(_ column: Column) -> Values<Double>? {
    if case .double(let c) = column { c } else { nil }
  }
}
extension String: Cell {
  /// A type it accepts, for messages.
  public static let example = ColumnType.text
  /// Whether columns of a type are read so.
  public static func accepts(_ type: ColumnType) -> Bool { type == .text }
  /// The cells of a column; `nil` when it is of another type.
  public static func storage(_ column: Column) -> Texts? {
    if case .text(let c) = column { c } else { nil }
  }
}
extension Bool: Cell {
  /// A type it accepts, for messages.
  public static let example = ColumnType.bool
  /// Whether columns of a type are read so.
  public static func accepts(_ type: ColumnType) -> Bool { type == .bool }
  /// The cells of a column; `nil` when it is of another type.
  public static func storage(_ column: Column) -> Bools? {
    if case .bool(let c) = column { c } else { nil }
  }
}
/// The cell of a decimal column.
///
/// The scale is the column's, known when planning.
public enum FixedDecimal: Cell {
  /// A type it accepts, for messages.
  ///
  public static let example = ColumnType.decimal(scale: 2)
  /// Whether columns of a type are read so.
  public static func accepts(_ type: ColumnType) -> Bool {
    if case .decimal = type { true } else { false }
  }
  /// The cells of a column; `nil` when it is of another type.
  public static func storage(_ column: Column) -> Decimals? {
    if case .decimal(let c) = column { c } else { nil }
  }
}
