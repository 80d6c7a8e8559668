public import Tables

/// What share a group has in the whole: of the people, of the poor and of M0.
///
/// Over groups that divide the whole each of them adds up to 1.
public struct SubgroupShare: Sendable, Hashable {
  /// Its share of the weight; `nil` when the whole weighs nothing.
  public let population: Fraction?
  /// Its share of the poor; `nil` when nobody is poor.
  public let poor: Fraction?
  /// Its share of M0; `nil` when M0 is 0.
  public let m0: Fraction?
}
