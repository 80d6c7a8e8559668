import Standards
public import Tables

/// Who left poverty and who fell into it between a year and the next, counted by ids that stay the same.
///
/// `N(t) = N(t−1) − escaped − left + first-time + re-poor + arrived`.
public struct PovertyDynamics: Sendable, Hashable {
  /// Where a household is in a year: its class, or not in the register.
  public enum Place: Int, Sendable, Hashable, CaseIterable {
    /// Poor.
    case poor
    /// Near-poor.
    case nearPoor
    /// Reviewed and neither.
    case neither
    /// Not in the register.
    case absent

    init(_ entry: ClassHistories.Entry?) {
      switch entry?.class {
      case .poor?: self = .poor
      case .nearPoor?: self = .nearPoor
      case .average?, .neither?: self = .neither
      case nil: self = .absent
      }
    }
  }
  private var transitions = Array(repeating: 0 as Int64, count: 16)
  /// Households that became poor and had been poor in an earlier year, of those that were in the register and not poor.
  public private(set) var rePoor: Int64 = 0

  /// Counts the households between the year at `index` of the histories and the one before.
  ///
  /// How far back one looks for poverty is how far the histories go.
  public init?(_ histories: ClassHistories, into index: Int) {
    guard index > 0, index < histories.years.count else { return nil }
    for entries in histories.entries {
      let (from, to) = (Place(entries[index - 1]), Place(entries[index]))
      // Who is in the register in neither year has no part in the period.
      guard from != .absent || to != .absent else { continue }
      transitions[from.rawValue * 4 + to.rawValue] += 1
      if to == .poor, from == .nearPoor || from == .neither {
        if entries[..<(index - 1)].contains(where: { $0?.class == .poor }) { rePoor += 1 }
      }
    }
  }
  /// The households that went from one place to another, or stayed.
  public func count(from: Place, to: Place) -> Int64 { transitions[from.rawValue * 4 + to.rawValue] }
  /// The households of a place in the earlier year.
  public func before(_ place: Place) -> Int64 {
    Place.allCases.reduce(0) { $0 + count(from: place, to: $1) }
  }
  /// The households of a place in the later year.
  public func after(_ place: Place) -> Int64 {
    Place.allCases.reduce(0) { $0 + count(from: $1, to: place) }
  }
  /// Were poor, are in the register and not poor.
  public var escaped: Int64 { count(from: .poor, to: .nearPoor) + count(from: .poor, to: .neither) }
  /// Were poor and are no longer in the register.
  public var left: Int64 { count(from: .poor, to: .absent) }
  /// Are poor for the first time, of those that were in the register.
  public var firstTime: Int64 {
    count(from: .nearPoor, to: .poor) + count(from: .neither, to: .poor) - rePoor
  }
  /// Are poor and were not in the register.
  public var arrived: Int64 { count(from: .absent, to: .poor) }
  /// Were poor and still are.
  public var stayed: Int64 { count(from: .poor, to: .poor) }
  /// The share of the poor that escaped; `nil` when nobody was poor.
  public var escapeRate: Fraction? { Fraction(Int128(escaped), over: Int128(before(.poor))) }
  /// The share that became poor of those in the register who were not; `nil` when all were.
  public var entryRate: Fraction? {
    Fraction(Int128(firstTime + rePoor), over: Int128(before(.nearPoor) + before(.neither)))
  }
}
