/// When a figure without a ground may be published: a count must be large enough, and so must what is left of its base.
///
/// The threat it answers: those who are poor are known by name, since the law has the lists put up. What must not be learnt
/// is a further attribute of them. So a count of an attribute says too much when it is small, when its complement is small,
/// and when it is everybody.
public struct DisclosureRule: Sendable, Hashable {
  /// The least count that is published, but for zero; the least complement too.
  public let threshold: Int
  /// The least base whose parts are published of a commune: below the district, readers know one another.
  ///
  /// Units that the register does not know are taken for communes.
  public let minBase: Int
  /// Which count is the base of which, as the pipeline says; `Base.usual` holds for what it does not name.
  public let bases: [Base]
  /// Counts that are the sum of other counts.
  public let sums: [Sum]
  /// Which counts a rate is made of.
  public let rates: [Rate]
  /// The kinds of groups that part everybody, so that `area:urban` and `area:rural` make `all`.
  public let partitions: [String]

  /// A rule.
  public init(
    threshold: Int, minBase: Int = 10, bases: [Base] = [], sums: [Sum] = Sum.usual,
    rates: [Rate] = Rate.usual,
    partitions: [String] = ["area", "ethnicity"]
  ) {
    (self.threshold, self.minBase, self.partitions) = (threshold, minBase, partitions)
    (self.bases, self.sums, self.rates) = (bases, sums, rates)
  }
  /// The bases of a count: those that the pipeline names, or else those that the program knows.
  func bases(of key: CellKey) -> [Base] {
    let named = bases.filter { $0.covers(key) }
    return named.isEmpty ? Base.usual.filter { $0.covers(key) } : named
  }
  func rate(_ measure: String) -> Rate? { rates.first { $0.measure == measure } }
}
