public import StageKit
public import Diagnostics
public import Tables

/// The administrative units of the country with their days of validity, their hierarchy by day, and their successors.
///
/// It is built from the tables in a folder (`units.csv`, `successors.csv`, `regions.csv`, `gaps.csv`, `sources.csv`), which
/// are `share:units` unless the pipeline names others. The rows are kept as bytes and numbers, and a unit is made of them
/// when it is asked for. Look-ups by id and code take constant time, by name too, besides folding the name, and all names
/// of the register when the first is asked for; a look-up that lists units takes time in proportion to the list.
public struct UnitRegistry: PublicDocument {
  /// The register itself is all that is known of it before the run.
  public typealias Shape = UnitRegistry
  /// The word for it in a message.
  public static let kind = Phrase(vi: "danh mục đơn vị hành chính", en: "the register of units")
  /// The key under `defaults:`.
  public static let key = "units"
  /// The register that the program brings.
  public static let builtIn: String? = "share:units"
  /// The first day from which the register is complete at every level.
  public static let firstDay = Day(number: 16_801)  // 2016-01-01

  let store: UnitStore

  /// All unit versions: by level, then code, then day; each is made when it is asked for.
  public var units: UnitList { UnitList(store: store) }
  /// All successions, in the order of the table; each is made when it is asked for.
  public var successions: SuccessionList { SuccessionList(store: store) }
  /// The names of the units as numbers.
  var names: NameIndex { store.names }

  /// The lists of places that are bound to these units.
  public internal(set) var lists = PlaceLists()
}
