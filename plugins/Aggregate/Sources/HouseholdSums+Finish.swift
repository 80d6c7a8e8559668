import Diagnostics
public import StageKit
public import Tables

extension HouseholdSums {
  /// The rows of the wide table by their keys.
  private struct Rolled {
    var sums: CellSums
    var cells: [RowKey: Int] = [:]
    mutating func add(_ other: CellSums, _ cell: Int, to key: RowKey) {
      let place = cells[key] ?? cells.count
      cells[key] = place
      sums.add(other, cell, to: place)
    }
  }
  /// What a row of the wide table is about, in the order of rows.
  private struct RowKey: Hashable, Comparable {
    let depth: Int
    let place: UnitPlaces.Place
    let group: String
    static func < (a: Self, b: Self) -> Bool {
      if a.depth != b.depth { return a.depth < b.depth }
      if a.place.code != b.place.code { return (a.place.code ?? "").isBefore(b.place.code ?? "") }
      return a.group.isBefore(b.group)
    }
  }

  /// Adds the units up to the levels asked for, and tells what could not be placed.
  public func finish(_ findings: inout Findings) -> Batch {
    var rolled = Rolled(sums: CellSums(form.measures))
    var lost = LostRows(groups: form.groups.count)
    let found = (0..<unitCount).map { form.places.found(codes(of: $0)) }
    forEachCell { key, unit, sums, cell in
      guard key.group == 0 || key.value != nil else {
        lost.withoutGroup[key.group - 1] += sums.households(cell)
        return
      }
      if key.group == 0 { lost.note(found[unit], sums.households(cell)) }
      let value = key.value.map { String(decoding: $0, as: UTF8.self) }
      let label = value.map { "\(form.groups[key.group - 1].name):\($0)" } ?? "all"
      for place in found[unit].places {
        let depth = form.places.levels.firstIndex(of: place.level) ?? 0
        rolled.add(sums, cell, to: RowKey(depth: depth, place: place, group: label))
      }
    }
    tell(lost, &findings)
    return table(rolled, &findings)
  }

  private func table(_ rolled: Rolled, _ findings: inout Findings) -> Batch {
    var builders = form.table.schema.fields.map { ColumnBuilder($0.type) }
    var unknown = UnknownCells(lacking: lacking)
    let hasOverflow = rolled.sums.hasOverflow || sums.contains { $0.hasOverflow }
    for (key, cell) in rolled.cells.sorted(by: { $0.key < $1.key }) {
      builders[0].append(text: key.place.level.rawValue.utf8)
      if let code = key.place.code {
        builders[1].append(text: code.utf8)
      } else {
        builders[1].append(missing: .blank)
      }
      builders[2].append(text: key.group.utf8)
      form.table.forEachNumber(rolled.sums, cell) { index, number in
        switch number {
        case .value(let value) where !hasOverflow: builders[index + 3].append(units: value)
        case .notApplicable: builders[index + 3].append(missing: .notApplicable)
        case .value: builders[index + 3].append(missing: .invalid)
        case .tooLarge:
          builders[index + 3].append(missing: .invalid)
          let field = form.table.schema.fields[index + 3]
          if field.type == .int || field.role.isSummable {
            findings.tooLarge(field.name, key.place.code, key.group)
          }
        case .unknown:
          builders[index + 3].append(missing: .notReported)
          unknown.note(form.table.schema.fields[index + 3].name, key.place, key.group)
        }
      }
    }
    if hasOverflow { findings.tooLarge(nil, nil, "") }
    unknown.tell(namingUnits: form.table.schema["unit"]?.sensitivity != .personal, &findings)
    return Batch(builders.map(\.column), count: rolled.cells.count)
  }
}

extension HouseholdSums {
  /// The measures that some household lacks, in their order.
  private var lacking: [String] {
    form.measures.bitNames.enumerated().filter { bit, _ in seen[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
      .map(\.element)
  }
}

extension String {
  /// Orders texts by their bytes.
  fileprivate func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
