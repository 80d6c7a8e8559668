import Formats
import StageKit
import Units

// What units are called in the ledger: a comparison of editions may have no register at hand, and another may know
// other units.
extension UnitRegistry {
  /// The name of a unit with its kind and those of the units above it: `Xã A, huyện B, tỉnh C`; `nil` when it has none.
  func told(_ id: String) -> String? {
    guard let unit = unit(id: id) else { return nil }
    let above = above(unit).map { $0.name.prefix(1).lowercased() + $0.name.dropFirst() }
    return ([unit.name] + above).joined(separator: ", ")
  }
}
extension PublishedTable {
  /// A line for every unit whose name is known, in the order of ids.
  func writeUnitNames(to writer: inout JSONWriter) {
    for (id, name) in unitNames.sorted(by: { $0.key < $1.key }) {
      writer.object {
        $0.member("unit", id)
        $0.member("name", name)
      }
      writer.endLine()
    }
  }
}
