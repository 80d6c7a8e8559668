public import Diagnostics
public import StageKit
import Tables

extension UnitRegistry {
  /// Reads the tables of a folder and checks them against each other.
  ///
  /// `sources.csv` is read only where `units.csv` is written the short way, see `UnitColumns`.
  /// - Throws: `files.unreadable`, `units.bad-header`, `units.bad-row`, `units.bad-value`, `units.bad-interval`,
  ///   `units.duplicate-id`, `units.overlap`, `units.gap`, `units.parent-not-valid`, `units.bad-edge`,
  ///   `units.bad-source`: all of them at once.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> UnitRegistry {
    var problems = Diagnostics()
    func table(_ name: String, _ headers: String...) throws(Diagnostics) -> UnitTable {
      let file = path + "/" + name
      return UnitTable(file, try files.bytes(file, namedAt: range), headers: headers, &problems)
    }
    let units = try table("units.csv", UnitColumns.short, UnitColumns.long)
    let steps = try table("successors.csv", "from,to,extent,source")
    let regions = try table("regions.csv", "region,province,valid_from,valid_to,source")
    let gaps = try table("gaps.csv", "code,valid_from,valid_to,source")
    let sources = units.form == 0 ? try table("sources.csv", "id,title") : nil
    var reader = RegistryReader(units, sources: sources, problems: problems)
    reader.readGaps(gaps)
    reader.check()
    // Without the units every line of the other tables would be wrong.
    if units.form != nil {
      reader.readSteps(steps)
      reader.readMemberships(regions)
    }
    try reader.problems.throwIfAny()
    var registry = UnitRegistry(store: UnitStore(reader))
    registry.lists = try PlaceLists.load(path, namedAt: range, files, registry)
    return registry
  }
}
