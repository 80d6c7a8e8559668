/// What a cell is in memory.
public enum ColumnType: Sendable, Hashable, CustomStringConvertible {
  case int
  case decimal(scale: Int)
  case double, text, bool
  /// A day, in memory its number.
  case date
  /// Decimal places; 0 for all but decimals.
  public var scale: Int { if case .decimal(let scale) = self { scale } else { 0 } }
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

/// What a column means, which says what may be done with it: counts and amounts are summed, rates are made again.
public enum Role: Sendable, Hashable {
  case count, amount
  case rate(numerator: String, denominator: String)
  case code, label, flag, weight
  public var isSummable: Bool { self == .count || self == .amount || self == .flag }
}

/// Who may see a column, from everybody to nobody but the office.
public enum Sensitivity: Int, Sendable, Hashable, Comparable {
  case `public`, protected, personal
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Where a column came from: the step that made it, and the columns that went into it.
public struct Lineage: Sendable, Hashable {
  public var step: String
  public var column: String
  public var sensitivity: Sensitivity
  public var parents: [Lineage]
  public init(step: String, column: String, sensitivity: Sensitivity, parents: [Lineage]) {
    (self.step, self.column, self.sensitivity, self.parents) = (step, column, sensitivity, parents)
  }
  /// The way from the first column to this one, along the most sensitive parents.
  public var path: [String] {
    let worst = parents.max { $0.sensitivity < $1.sensitivity }
    return (worst?.path ?? []) + ["\(step).\(column)"]
  }
}

/// One column as the planner sees it.
public struct Field: Sendable, Hashable {
  public var name: String
  public var type: ColumnType
  public var role: Role
  public var unit: String?
  /// What the stage asks for; the planner raises it to that of the columns it was made from.
  public var sensitivity: Sensitivity
  /// The input columns it was made from; `nil` says nothing, which counts as all of them.
  public var sources: [String]?
  /// Filled in by the planner.
  public package(set) var lineage: Lineage?

  public init(
    _ name: String, _ type: ColumnType, _ role: Role, unit: String? = nil,
    sensitivity: Sensitivity = .public, from sources: [String]? = nil
  ) {
    (self.name, self.type, self.role, self.unit) = (name, type, role, unit)
    (self.sensitivity, self.sources) = (sensitivity, sources)
  }
}

/// The columns of a batch or a table.
public struct Schema: Sendable, Hashable {
  public package(set) var fields: [Field]
  public init(_ fields: [Field] = []) { self.fields = fields }
  public var names: [String] { fields.map(\.name) }
  public subscript(name: String) -> Field? { fields.first { $0.name == name } }
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
  public func adding(_ field: Field) -> Schema { Schema(fields + [field]) }
}

/// A Swift type that a cell is read as, and the storage of a column of them.
public protocol Cell {
  associatedtype Storage: Sendable
  static func accepts(_ type: ColumnType) -> Bool
  static var example: ColumnType { get }
  static func storage(_ column: Column) -> Storage?
}
extension Int64: Cell {
  public static let example = ColumnType.int
  public static func accepts(_ type: ColumnType) -> Bool { type == .int }
  public static func storage(_ column: Column) -> Values<Int64>? {
    if case .int(let c) = column { c } else { nil }
  }
}
extension Day: Cell {
  public static let example = ColumnType.date
  public static func accepts(_ type: ColumnType) -> Bool { type == .date }
  public static func storage(_ column: Column) -> Values<Int32>? {
    if case .date(let c) = column { c } else { nil }
  }
}
extension Double: Cell {
  public static let example = ColumnType.double
  public static func accepts(_ type: ColumnType) -> Bool { type == .double }
  public static func storage(_ column: Column) -> Values<Double>? {
    if case .double(let c) = column { c } else { nil }
  }
}
extension String: Cell {
  public static let example = ColumnType.text
  public static func accepts(_ type: ColumnType) -> Bool { type == .text }
  public static func storage(_ column: Column) -> Texts? { if case .text(let c) = column { c } else { nil } }
}
extension Bool: Cell {
  public static let example = ColumnType.bool
  public static func accepts(_ type: ColumnType) -> Bool { type == .bool }
  public static func storage(_ column: Column) -> Bools? { if case .bool(let c) = column { c } else { nil } }
}
/// The cell of a decimal column. The scale is the column's, known when planning.
public enum FixedDecimal: Cell {
  public static let example = ColumnType.decimal(scale: 2)
  public static func accepts(_ type: ColumnType) -> Bool { if case .decimal = type { true } else { false } }
  public static func storage(_ column: Column) -> Decimals? {
    if case .decimal(let c) = column { c } else { nil }
  }
}

/// A column found by the planner: its place in every batch, and the type of its cells.
public struct ColumnRef<C: Cell>: Sendable {
  public let index: Int
  public let field: Field
  public init(index: Int, field: Field) { (self.index, self.field) = (index, field) }
}
