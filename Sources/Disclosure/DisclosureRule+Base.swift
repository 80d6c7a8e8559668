extension DisclosureRule {
  /// Which count has everybody in it that another could have: the poor, of the poor without clean water.
  public struct Base: Sendable, Hashable {
    /// The measures of the parts; one that ends in `*` stands for all that begin so.
    public let measures: [String]
    /// The groups of the parts, by the same rule.
    public let groups: [String]
    /// The measure of the base; `nil` for the measure of the part itself.
    public let measure: String?
    /// The group of the base.
    public let group: String
    /// A base of the same unit, day and standard.
    public init(measures: [String], groups: [String], measure: String? = nil, group: String = "all") {
      (self.measures, self.groups, self.measure, self.group) = (measures, groups, measure, group)
    }
    func covers(_ key: CellKey) -> Bool {
      measures.contains { $0.covers(key.measure) } && groups.contains { $0.covers(key.group) }
    }
    /// The bases of the measures that `households.figures` makes.
    public static let usual = [
      Base(measures: ["deprived_*"], groups: ["class:poor"], measure: "poor"),
      Base(measures: ["deprived_*"], groups: ["class:near_poor"], measure: "near_poor"),
      Base(measures: ["deprived_*"], groups: ["all"], measure: "households"),
      Base(
        measures: [
          "households", "poor", "near_poor", "poor_plus_near", "poor_persons", "near_poor_persons",
        ], groups: ["area:*", "ethnicity:*"]),
    ]
  }
  /// A count that is the sum of others of the same unit, day, group and standard.
  public struct Sum: Sendable, Hashable {
    /// The sum.
    public let measure: String
    /// What is added up.
    public let parts: [String]
    /// A sum.
    public init(_ measure: String, of parts: [String]) { (self.measure, self.parts) = (measure, parts) }
    /// The sums that the program knows.
    public static let usual = [Sum("poor_plus_near", of: ["poor", "near_poor"])]
  }
  /// The counts of which a rate is made, so that whoever knows the rate and one of them knows the other.
  public struct Rate: Sendable, Hashable {
    /// The rate.
    public let measure: String
    /// The measure of its numerator.
    public let part: String
    /// The measure of its denominator.
    public let whole: String
    /// A rate.
    public init(_ measure: String, _ part: String, of whole: String) {
      (self.measure, self.part, self.whole) = (measure, part, whole)
    }
    /// The rates that the program knows.
    public static let usual = [
      Rate("poor_rate", "poor", of: "households"), Rate("near_poor_rate", "near_poor", of: "households"),
      Rate("multidimensional_rate", "poor_plus_near", of: "households"),
    ]
  }
}
