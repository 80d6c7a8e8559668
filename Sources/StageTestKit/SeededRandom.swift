/// Numbers that look random and are the same in every run (SplitMix64).
///
/// - Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of one seed.
  public init(_ seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  /// A number from 0 to one below the limit, which is at least 1.
  public mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
  /// One of some texts; nothing when there are none.
  public mutating func one(_ texts: [String]) -> String { texts.randomElement(using: &self) ?? "" }
}
