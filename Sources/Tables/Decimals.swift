/// Exact decimals of one scale: `units` 1234 at scale 2 is 12.34.
public struct Decimals: Sendable, Hashable {
  /// The cells, times ten to the power of `scale`.
  public var units: Values<Int64>
  /// Decimal places, 0 to 18.
  public var scale: Int
  /// Cells of one scale.
  public init(_ units: Values<Int64>, scale: Int) { (self.units, self.scale) = (units, scale) }
}
