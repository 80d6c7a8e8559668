/// The reason of every missing cell of a column, a byte a row.
///
/// What stands at a cell that is there means nothing and is `blank`.
public struct Reasons: Sendable, Hashable {
  private var codes: [MissingReason] = []
  /// No rows yet.
  ///
  public init() {}
  /// Rows that are all blank.
  public init(blankRows count: Int) { codes = Array(repeating: .blank, count: count) }
  /// The reasons of rows one by one; of a cell that is there, blank.
  public init(_ codes: [MissingReason]) { self.codes = codes }
  /// The number of rows.
  public var count: Int { codes.count }
  /// The reason of a row.
  public subscript(row: Int) -> MissingReason {
    get { codes[row] }
    set { codes[row] = newValue }
  }
  /// Whether any row has another reason than `blank`; a column without such rows keeps no reasons.
  public var isNeeded: Bool { codes.contains { $0 != .blank } }
  /// Adds a row.
  public mutating func append(_ reason: MissingReason) { codes.append(reason) }
  /// The reasons of some rows, in the order given.
  public func gathered(_ rows: [Int]) -> Reasons {
    var out = Reasons()
    out.codes = rows.map { codes[$0] }
    return out
  }
}
