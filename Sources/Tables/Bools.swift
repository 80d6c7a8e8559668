/// One bit a cell.
public struct Bools: Sendable, Hashable {
  /// The answers; what stands at a missing cell means nothing.
  public var bits: Bitmap
  /// Which cells are there; `nil` when all are.
  public var validity: Bitmap?
  /// Why the others are not; `nil` when all of them are blank.
  public var reasons: Reasons?
  /// Cells; `validity` and `reasons` have as many rows as `bits`.
  public init(_ bits: Bitmap, validity: Bitmap? = nil, reasons: Reasons? = nil) {
    (self.bits, self.validity, self.reasons) = (bits, validity, reasons)
  }
  /// The rows that are there and true.
  public var isTrue: Bitmap { validity.map { bits & $0 } ?? bits }

  /// The cells of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Bools {
    Bools(bits.gathered(rows), validity: validity.gathered(rows), reasons: reasons.gathered(rows))
  }
}
