import StageKit
import Standards
import Tables

/// What is counted and summed of every cell, and where it stands among its numbers.
///
/// Of each count but those of classes, and of each sum, it is also known whether a row lacked what it is made of; then it is
/// not known, for missing is not zero.
struct Measures: Sendable {
  /// A column that is summed.
  struct Sum: Sendable {
    let column: Int
    let field: Field
    /// Over which rows: all, or those of a class.
    var over: HouseholdClass?
    /// Its name in the wide table.
    let name: String
    /// Whether it is of members, of which a household has at least one.
    var isOfMembers = false
  }
  /// The column of the class.
  let classColumn: Int
  /// The flags of deprivations: column and id of the indicator.
  let flags: [(column: Int, id: String)]
  /// The sums, in the order of the wide table.
  let sums: [Sum]
  /// The column of the number of deprivations, when it is there.
  let deprivationCount: Int?
  /// How the flags differ from those that the number of deprivations is made of; `nil` when they are those.
  let otherFlags: OtherFlags?
  /// The flags that can tell whether the number is of those that are counted all the same.
  var witnesses: [FlagProof.Witness] = []

  /// The number of rows, those of each class, and those of none.
  static let plainCounts = 2 + HouseholdClass.allCases.count
  /// Over which rows flags are counted: all, the poor, the near-poor.
  static let flagClasses: [HouseholdClass?] = [nil, .poor, .nearPoor]
  /// Over which rows members are summed: all, and those of each class that the official tables ask for.
  static let memberClasses: [HouseholdClass?] = [nil, .poor, .nearPoor, .average]
  /// The counts of a cell.
  var counts: Int { Self.plainCounts + Self.flagClasses.count * flags.count }
  /// The sums of a cell, that of the deprivations of the poor among them.
  var width: Int { sums.count + (deprivationCount == nil ? 0 : 1) }
  /// The words of 64 bits that say of each count and sum whether it is not known.
  var maskWords: Int { (counts - Self.plainCounts + width + 63) / 64 }
  /// The bit of a count of flags.
  func bit(count: Int) -> Int { count - Self.plainCounts }
  /// The bit of a sum.
  func bit(sum: Int) -> Int { counts - Self.plainCounts + sum }
  /// The names of what may be not known, by bit.
  var bitNames: [String] {
    flags.flatMap { flag in Self.flagClasses.map { Self.flagName(flag.id, $0) } } + sums.map(\.name)
      + (deprivationCount == nil ? [] : ["deprivation_sum"])
  }
  /// The name of a count of flags.
  static func flagName(_ id: String, _ over: HouseholdClass?) -> String {
    "dep_\(id)" + (over.map { "_\($0.rawValue)" } ?? "")
  }
}
