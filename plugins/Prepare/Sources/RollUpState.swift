import Diagnostics
public import StageKit
public import Tables

/// What is known of every group of rows so far.
///
/// Of a group it holds what no order of rows can change: sums 128 bits wide, least and greatest numbers, which kinds of cells
/// there were, the one value of a column or that there are several, and the least place.
public struct RollUpState: ReduceState {
  let keys: [RollUpKey]
  let aggregates: [Aggregate]
  /// How each is made; read for every row, where an aggregate as a whole would be copied.
  let ways: [Aggregate.Way]
  private(set) var groups = KeyNumbers()
  /// A number for each aggregate of each group: its sum, or the least or greatest.
  private(set) var numbers: [Int128] = []
  /// What cells there were for each aggregate of each group.
  private(set) var seen: [SeenCells] = []
  /// The one value of each aggregate that is `first`, by its place among the aggregates.
  private(set) var firsts: [Int: FirstCells]
  private(set) var places = LeastPlaces()
  /// How many rows have no key, and the least place of them.
  private(set) var keyless = 0 as UInt64
  private(set) var keylessPlace = LeastPlaces()

  init(keys: [RollUpKey], aggregates: [Aggregate]) {
    (self.keys, self.aggregates, ways) = (keys, aggregates, aggregates.map(\.way))
    firsts = Dictionary(
      uniqueKeysWithValues: aggregates.indices.filter { aggregates[$0].way == .first }.map {
        ($0, FirstCells())
      })
  }

  /// Adds the rows of a batch.
  public mutating func add(_ batch: Batch) {
    let rows = numbers(of: batch)
    for (index, aggregate) in aggregates.enumerated() {
      guard let (column, overflow) = aggregate.cells(batch) else {
        for group in rows where group >= 0 { count(1, group, index) }
        continue
      }
      if aggregate.way == .first {
        for (row, group) in rows.enumerated() where group >= 0 { note(column, row, group, index) }
      } else {
        add(column, to: rows, index)
        for row in overflow?.rows ?? [] where rows[row] >= 0 {
          seen[place(rows[row], index)].insert(.overflow)
        }
      }
    }
  }
  /// The group of every row, -1 for a row without a key.
  private mutating func numbers(of batch: Batch) -> [Int] {
    var key: [UInt8] = []
    let columns = keys.map(\.place)
    return (0..<batch.count).map { row in
      let (file, line) = (batch.origin.file(of: row), batch.origin.line(of: row))
      guard batch.writeKey(columns, row, to: &key) else {
        keyless += 1
        keylessPlace.note(0, file, line)
        return -1
      }
      let group = group(of: key)
      places.note(group, file, line)
      return group
    }
  }
  private mutating func group(of key: [UInt8]) -> Int {
    let group = groups.add(key)
    if group * aggregates.count == seen.count, !aggregates.isEmpty {
      numbers.append(contentsOf: repeatElement(0, count: aggregates.count))
      seen.append(contentsOf: repeatElement([], count: aggregates.count))
    }
    return group
  }
  private func place(_ group: Int, _ index: Int) -> Int { group * aggregates.count + index }

  /// Adds the cells of a column to the groups of their rows.
  private mutating func add(_ column: Column, to rows: [Int], _ index: Int) {
    switch column {
    case .int(let c): add(c.values, column, to: rows, index)
    case .decimal(let c): add(c.units.values, column, to: rows, index)
    case .date(let c): add(c.values, column, to: rows, index)
    case .bool(let c):
      let isCount = ways[index] == .count
      noteMissing(column, rows, index)
      for (row, group) in rows.enumerated() where group >= 0 && !column.isMissing(row) {
        seen[place(group, index)].formUnion(c.bits[row] ? [.value, .yes] : [.value, .no])
        if isCount, c.bits[row] { numbers[place(group, index)] += 1 }
      }
    case .double, .text: preconditionFailure("the planner checks what is rolled up")
    }
  }
  private mutating func add(
    _ values: [some FixedWidthInteger], _ column: Column, to rows: [Int], _ index: Int
  ) {
    noteMissing(column, rows, index)
    let validity = column.validity
    for (row, group) in rows.enumerated() where group >= 0 && (validity.map { $0[row] } ?? true) {
      take(Int128(values[row]), group, index)
    }
  }
  private mutating func noteMissing(_ column: Column, _ rows: [Int], _ index: Int) {
    guard let validity = column.validity else { return }
    for row in (~validity).rows where rows[row] >= 0 {
      seen[place(rows[row], index)].insert(SeenCells(column.missingReason(row) ?? .blank))
    }
  }
  private mutating func count(_ number: Int128, _ group: Int, _ index: Int) {
    numbers[place(group, index)] += number
    seen[place(group, index)].insert(.value)
  }
  /// Takes a number of a group, or what another state made of such numbers.
  private mutating func take(_ number: Int128, _ group: Int, _ index: Int) {
    let place = place(group, index)
    let isFirst = !seen[place].contains(.value)
    seen[place].insert(.value)
    switch ways[index] {
    case .count, .sum:
      let (sum, isOver) = numbers[place].addingReportingOverflow(number)
      numbers[place] = sum
      if isOver { seen[place].insert(.overflow) }
    case .min: numbers[place] = isFirst ? number : min(numbers[place], number)
    case .max: numbers[place] = isFirst ? number : max(numbers[place], number)
    case .any, .all, .first: break
    }
  }
  private mutating func note(_ column: Column, _ row: Int, _ group: Int, _ index: Int) {
    let isEqual = firsts[index]?.note(column, row, group) ?? true
    if !isEqual { seen[place(group, index)].insert(.differs) }
  }

  /// Adds what another state knows.
  public mutating func merge(_ other: RollUpState) {
    guard groups.count > 0 || keyless > 0 else {
      self = other
      return
    }
    for from in 0..<other.groups.count {
      let to = group(of: Array(other.groups[from]))
      places.merge(other.places, from, to)
      for index in aggregates.indices {
        let cell = other.place(from, index)
        merge(other.numbers[cell], other.seen[cell], to, index)
        if let value = other.firsts[index]?[from] { merge(first: value, to, index) }
      }
    }
    keyless += other.keyless
    if other.keyless > 0 { keylessPlace.merge(other.keylessPlace, 0, 0) }
  }
  private mutating func merge(_ number: Int128, _ cells: SeenCells, _ group: Int, _ index: Int) {
    if cells.contains(.value) { take(number, group, index) }
    seen[place(group, index)].formUnion(cells)
  }
  private mutating func merge(first value: ArraySlice<UInt8>, _ group: Int, _ index: Int) {
    let isEqual = firsts[index]?.note(value, group) ?? true
    if !isEqual { seen[place(group, index)].insert(.differs) }
  }
}

extension RollUpState {
  /// Writes the groups in the order of their keys.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(keyless)
    if keyless > 0 { keylessPlace.write(0, to: &bytes) }
    bytes.write(UInt64(groups.count))
    for group in groups.sorted {
      bytes.write(groups[group])
      places.write(group, to: &bytes)
      for index in aggregates.indices {
        let cells = seen[group * aggregates.count + index]
        bytes.write(cells.rawValue)
        bytes.write(numbers[group * aggregates.count + index])
        // Of several values it is chance which came first.
        if let first = firsts[index] { bytes.write(cells.contains(.differs) ? [] : first[group] ?? []) }
      }
    }
  }
  /// Adds what `write` wrote.
  ///
  /// - Throws: `StateError` when the bytes are not such.
  public mutating func read(from bytes: inout ByteReader) throws(StateError) {
    let rows = try bytes.read(UInt64.self)
    keyless &+= rows
    if rows > 0 { try keylessPlace.read(0, from: &bytes) }
    for _ in 0..<(try bytes.read(UInt64.self)) {
      let group = group(of: Array(try bytes.readBytes()))
      try places.read(group, from: &bytes)
      for index in aggregates.indices {
        let cells = SeenCells(rawValue: try bytes.read(UInt16.self))
        merge(try bytes.read(Int128.self), cells, group, index)
        if firsts[index] != nil { merge(first: try bytes.readBytes(), group, index) }
      }
    }
  }
}
