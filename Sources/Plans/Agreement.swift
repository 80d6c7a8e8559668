public import Diagnostics
public import Tables

/// Targets of one plan that speak of the same households and so must agree: a rate and a count, a cut of each.
///
/// A printed rate r with h half a unit of its last place and a count n allow every number of households N with
/// 100n/(r+h) < N ≤ 100n/(r−h); the plan adds up when one N fits all its pairs.
public struct Agreement: Sendable, Hashable {
  /// The id in its plan.
  public let id: String
  /// The target that gives the rate to be reached.
  public let levelRate: String?
  /// The target that gives the number of households to be reached.
  public let levelCount: String?
  /// The target that gives the cut of the rate.
  public let cutRate: String?
  /// The target that gives the cut of the number.
  public let cutCount: String?
  /// How many households there are in all, when the plan names it.
  public let households: FixedPoint?
  /// The rate that the plan says it starts from.
  public let startRate: FixedPoint?
  /// The number of households that the plan says it starts from.
  public let startCount: FixedPoint?
  /// Where it is written.
  public let range: SourceRange?
}
