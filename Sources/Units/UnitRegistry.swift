import Spelling
public import StageKit
public import Diagnostics
public import Tables

/// The administrative units of the country with their days of validity, their hierarchy by day, and their successors.
///
/// It is built from the four tables in a folder (`units.csv`, `successors.csv`, `regions.csv`, `gaps.csv`), which are
/// `share:units` unless the pipeline names others. Look-ups by id and code take constant time, by name too, besides
/// folding the name; a look-up that lists units takes time in proportion to the list.
public struct UnitRegistry: PublicDocument {
  /// The register itself is all that is known of it before the run.
  public typealias Shape = UnitRegistry
  /// The word for it in a message.
  public static let kind = Phrase(vi: "danh mục đơn vị hành chính", en: "the register of units")
  /// The key under `defaults:`.
  public static let key = "units"
  /// The register that the program brings.
  public static let builtIn: String? = "share:units"
  /// The first day from which the register is complete at the levels of province and district.
  public static let firstDay = Day(number: 16_801)  // 2016-01-01

  /// All unit versions: by level, then code, then day.
  public let units: [UnitVersion]
  /// All successions, in the order of the table.
  public let successions: [Succession]
  let memberships: [Membership]

  let byID: [String: Int]
  let byCode: [String: [Int]]
  let byName: [String: [Int]]
  let byParent: [String: [Int]]
  let stepsFrom: [String: [Int]]
  let stepsTo: [String: [Int]]

  /// The lists of places that are bound to these units.
  public internal(set) var lists = PlaceLists()

  /// A stretch of days during which a province belongs to a region.
  struct Membership: Sendable, Hashable {
    let region: String
    let province: String
    let validFrom: Day
    let validTo: Day?
    func isValid(on day: Day) -> Bool { day >= validFrom && (validTo.map { day < $0 } ?? true) }
  }

  init(units: [UnitVersion], successions: [Succession], memberships: [Membership]) {
    self.units = units
    self.successions = successions
    self.memberships = memberships
    byID = Dictionary(units.indices.map { (units[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    byCode = Dictionary(grouping: units.indices) { units[$0].code }
    byName = Dictionary(grouping: units.indices) { VietnameseName.folded(units[$0].bareName) }
    byParent = Dictionary(grouping: units.indices) { units[$0].parent }
    stepsFrom = Dictionary(grouping: successions.indices) { successions[$0].from }
    stepsTo = Dictionary(grouping: successions.indices) { successions[$0].to }
  }
}
