import Tables
import Units

/// One household as it would stand in the list of a review.
struct Household: Sendable {
  /// The classes of the standard vn-2022.
  enum Class: String, Sendable {
    /// At or below the line, with at least three deprivations.
    case poor
    /// At or below the line, with fewer.
    case nearPoor = "near_poor"
    /// Above the line.
    case none
  }
  var id: String
  var commune: String
  var area: AreaType
  var name: PersonName
  var people: String
  var members: Int
  var dependants: Int
  /// Thousand đồng a head and month.
  var income: Int
  /// Points in place of income, and points for deprivations.
  var points: (income: Int, deprivations: Int)?
  /// A bit for each of the twelve indicators.
  var deprivations: UInt16
  var declared: Class
  var reviewed: Day

  /// The income line and the points that stand for it, by Decree 07/2021/NĐ-CP and Circular 07/2021/TT-BLĐTBXH.
  static func line(_ area: AreaType) -> (income: Int, points: Int) {
    area == .rural ? (1500, 140) : (2000, 175)
  }
  /// The class by the rule of the standard.
  static func ruled(_ area: AreaType, income: Int, deprivations: Int) -> Class {
    income > line(area).income ? .none : deprivations >= 3 ? .poor : .nearPoor
  }
}
