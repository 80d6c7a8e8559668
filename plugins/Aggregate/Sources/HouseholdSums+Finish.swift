import Diagnostics
public import StageKit
public import Tables

extension HouseholdSums {
  /// The rows of the wide table: what each is about, and its sums.
  private struct Rolled {
    var sums: CellSums
    /// Units and labels of groups, by their numbers.
    var places: [UnitPlaces.Place] = []
    var labels: [String] = []
    var cells = PairIDs()
    private var known: [UnitPlaces.Place: Int] = [:]
    private var last: [Int] = []

    init(_ measures: Measures) { sums = CellSums(measures) }
    /// What a cell is about.
    func about(_ cell: Int) -> (place: UnitPlaces.Place, label: String) {
      let (place, label) = cells.pair(cell)
      return (places[place], labels[label])
    }
    /// Whether a cell comes before another of its level, by the bytes of codes and labels.
    func precedes(_ a: Int, _ b: Int) -> Bool {
      let (a, b) = (about(a), about(b))
      guard a.place.code == b.place.code else { return (a.place.code ?? "").isBefore(b.place.code ?? "") }
      return a.label.isBefore(b.label)
    }
    /// The number of a unit; most often one of a level is that of the row before.
    mutating func id(of place: UnitPlaces.Place, _ level: Int) -> Int {
      while last.count <= level { last.append(-1) }
      if last[level] >= 0, places[last[level]] == place { return last[level] }
      let id = known[place] ?? places.count
      if id == places.count {
        places.append(place)
        known[place] = id
      }
      last[level] = id
      return id
    }
  }
  /// A row of the wide table: its sums, and what it is ordered by before texts are compared.
  private struct Row {
    let depth: Int
    /// The first bytes of the code as a number.
    let start: UInt64
    let cell: Int
    init(_ depth: Int, _ code: String?, _ cell: Int) {
      (self.depth, self.cell) = (depth, cell)
      var (start, count) = (0 as UInt64, 0)
      for byte in (code ?? "").utf8.prefix(8) { (start, count) = (start << 8 | UInt64(byte), count + 1) }
      self.start = count == 0 ? 0 : start << UInt64(8 * (8 - count))
    }
  }

  /// Adds the units up to the levels asked for, and tells what could not be placed.
  public func finish(_ findings: inout Findings) -> Batch {
    var rolled = Rolled(form.measures)
    var lost = LostRows(groups: form.groups.count)
    let above = (0..<cells.unitCount).map { unit -> [Int] in
      let found = form.places.found(cells.codes(of: unit))
      let households = sums[0].households(unit)
      if households > 0 { lost.note(found, households) }
      return found.places.enumerated().map { rolled.id(of: $1, $0) }
    }
    rolled.labels = ["all"]
    var pairs: [(from: Int, to: Int)] = []
    for unit in 0..<cells.unitCount where sums[0].households(unit) > 0 {
      pairs += above[unit].map { (unit, rolled.cells.id($0, 0)) }
    }
    rolled.sums.add(sums[0], pairs)
    for index in form.groups.indices { roll(index, above, &rolled, &lost) }
    tell(lost, &findings)
    return table(rolled, &findings)
  }
  /// Adds the cells of one group up.
  private func roll(_ index: Int, _ above: [[Int]], _ rolled: inout Rolled, _ lost: inout LostRows) {
    let first = rolled.labels.count
    rolled.labels += (0..<cells.values[index].count).map { value in
      let text = cells.values[index].text(value).map { String(decoding: $0, as: UTF8.self) }
      return "\(form.groups[index].name):\(text ?? "")"
    }
    var pairs: [(from: Int, to: Int)] = []
    for cell in 0..<cells.cells[index].count {
      let (unit, value) = cells.cells[index].pair(cell)
      guard value > 0 else {
        lost.withoutGroup[index] += sums[index + 1].households(cell)
        continue
      }
      pairs += above[unit].map { (cell, rolled.cells.id($0, first + value)) }
    }
    rolled.sums.add(sums[index + 1], pairs)
  }

  private func table(_ rolled: Rolled, _ findings: inout Findings) -> Batch {
    let depths = rolled.places.map { form.places.levels.firstIndex(of: $0.level) ?? 0 }
    let rows = (0..<rolled.cells.count).map { cell in
      let place = rolled.cells.pair(cell).0
      return Row(depths[place], rolled.places[place].code, cell)
    }.sorted { a, b in
      if a.depth != b.depth { return a.depth < b.depth }
      return a.start == b.start ? rolled.precedes(a.cell, b.cell) : a.start < b.start
    }
    var keys = form.table.schema.fields.prefix(3).map { ColumnBuilder($0.type) }
    for row in rows {
      let (place, label) = rolled.about(row.cell)
      keys[0].append(text: place.level.rawValue.utf8)
      if let code = place.code { keys[1].append(text: code.utf8) } else { keys[1].append(missing: .blank) }
      keys[2].append(text: label.utf8)
    }
    return Batch(keys.map(\.column) + numbers(rolled, rows, &findings), count: rows.count)
  }
  /// The columns of numbers.
  private func numbers(_ rolled: Rolled, _ rows: [Row], _ findings: inout Findings) -> [Column] {
    var unknown = UnknownCells(lacking: lacking, hasRefused: wrong.hasRefused)
    var large: [(row: Int, field: Field)] = []
    let hasOverflow = rolled.sums.hasOverflow || sums.contains { $0.hasOverflow }
    let cells = rows.map(\.cell)
    let isPlain = !hasOverflow && !rolled.sums.hasUnknown
    let columns = form.table.schema.fields.dropFirst(3).enumerated().map { index, field in
      if isPlain, index < form.measures.counts {
        return Column.int(Values(rolled.sums.counts(index, of: cells)))
      }
      var builder = ColumnBuilder(field.type)
      for (row, cell) in cells.enumerated() {
        switch form.table.number(index, rolled.sums, cell, hasOtherFlags: hasOtherFlags) {
        case .value(let value) where !hasOverflow: builder.append(units: value)
        case .notApplicable: builder.append(missing: .notApplicable)
        case .value: builder.append(missing: .invalid)
        case .tooLarge:
          builder.append(missing: .invalid)
          if field.type == .int || field.role.isSummable { large.append((row, field)) }
        case .unknown:
          builder.append(missing: .notReported)
          let (place, label) = rolled.about(cell)
          unknown.note(field.name, place, label, row: row)
        }
      }
      return builder.column
    }
    // Stable: columns of one row stay in their order.
    for (row, field) in large.enumerated().sorted(by: { ($0.1.row, $0.0) < ($1.1.row, $1.0) }).map(\.1) {
      let (place, label) = rolled.about(cells[row])
      findings.tooLarge(field.name, place.code, label)
    }
    if hasOverflow { findings.tooLarge(nil, nil, "") }
    unknown.tell(namingUnits: form.table.schema["unit"]?.sensitivity != .personal, &findings)
    return columns
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
