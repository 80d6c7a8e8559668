public import Diagnostics
public import StageKit
import Tables

extension UnitRegistry {
  /// Reads the four tables of a folder and checks them against each other.
  ///
  /// - Throws: `files.unreadable`, `units.bad-header`, `units.bad-row`, `units.bad-value`, `units.bad-interval`,
  ///   `units.duplicate-id`, `units.overlap`, `units.gap`, `units.parent-not-valid`, `units.bad-edge`: all of them at once.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> UnitRegistry {
    var problems = Diagnostics()
    func table(_ name: String, _ columns: String) throws(Diagnostics) -> UnitTable {
      let file = path + "/" + name
      let names = columns.split(separator: ",").map(String.init)
      return UnitTable(file, try files.bytes(file, namedAt: range), columns: names, &problems)
    }
    let units = try table("units.csv", "id,code,name,level,type,parent,valid_from,valid_to,area,source")
    let steps = try table("successors.csv", "from,to,extent,source")
    let regions = try table("regions.csv", "region,province,valid_from,valid_to,source")
    let gaps = try table("gaps.csv", "code,valid_from,valid_to,source")
    var reader = RegistryReader(problems: problems)
    reader.readUnits(units)
    reader.readSteps(steps)
    reader.readMemberships(regions)
    reader.readGaps(gaps)
    reader.check()
    try reader.problems.throwIfAny()
    let sorted = reader.units.sorted { a, b in
      (a.level, a.code, a.validFrom) < (b.level, b.code, b.validFrom)
    }
    var registry = UnitRegistry(units: sorted, successions: reader.steps, memberships: reader.memberships)
    registry.lists = try PlaceLists.load(path, namedAt: range, files, registry)
    return registry
  }
}
