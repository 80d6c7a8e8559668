/// One column of a batch.
public enum Column: Sendable, Hashable {
  /// Whole numbers.
  case int(Values<Int64>)
  /// Exact decimals of one scale.
  case decimal(Decimals)
  /// Floating-point numbers, never summed.
  case double(Values<Double>)
  /// Texts in UTF-8.
  case text(Texts)
  /// Answers of yes or no.
  case bool(Bools)
  /// Days, as `Day.number`.
  case date(Values<Int32>)

  /// The number of cells.
  public var count: Int {
    switch self {
    case .int(let c): c.values.count
    case .decimal(let c): c.units.values.count
    case .double(let c): c.values.count
    case .text(let c): c.offsets.count - 1
    case .bool(let c): c.bits.count
    case .date(let c): c.values.count
    }
  }
  /// Which cells are there; `nil` when all are.
  public var validity: Bitmap? {
    switch self {
    case .int(let c): c.validity
    case .decimal(let c): c.units.validity
    case .double(let c): c.validity
    case .text(let c): c.validity
    case .bool(let c): c.validity
    case .date(let c): c.validity
    }
  }
  /// Why the missing cells are missing; `nil` when all of them are blank.
  public var reasons: Reasons? {
    switch self {
    case .int(let c): c.reasons
    case .decimal(let c): c.units.reasons
    case .double(let c): c.reasons
    case .text(let c): c.reasons
    case .bool(let c): c.reasons
    case .date(let c): c.reasons
    }
  }
  /// Whether a cell has no value.
  public func isMissing(_ row: Int) -> Bool { validity.map { !$0[row] } ?? false }
  /// Why a cell has no value; `nil` when it has one.
  public func missingReason(_ row: Int) -> MissingReason? {
    isMissing(row) ? reasons.map { $0[row] } ?? .blank : nil
  }

  /// The cells of some rows, in the order given.
  public func gathered(_ rows: [Int]) -> Column {
    switch self {
    case .int(let c): .int(c.gathered(rows))
    case .decimal(let c): .decimal(Decimals(c.units.gathered(rows), scale: c.scale))
    case .double(let c): .double(c.gathered(rows))
    case .date(let c): .date(c.gathered(rows))
    case .text(let c): .text(c.gathered(rows))
    case .bool(let c): .bool(c.gathered(rows))
    }
  }
}
