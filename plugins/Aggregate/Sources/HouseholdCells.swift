import StageKit
import Tables

/// Which units, and which groups in them, rows are of: a small number for each, in the order in which they come.
///
/// Units are told apart by the codes of all their levels.
struct HouseholdCells: Sendable {
  /// The columns of codes, and those of groups.
  private let columns: (codes: [Int], groups: [Int])
  /// The codes of each level.
  private var codes: [TextIDs]
  /// Units, as pairs of what is known of the levels before and the next.
  private var units: [PairIDs]
  /// The values of each group.
  private(set) var values: [LabelIDs]
  /// The cells of each group: unit and value.
  private(set) var cells: [PairIDs]

  init(codes: [Int], groups: [Int]) {
    columns = (codes, groups)
    self.codes = codes.map { _ in TextIDs() }
    units = codes.dropFirst().map { _ in PairIDs() }
    values = groups.map { _ in LabelIDs() }
    cells = groups.map { _ in PairIDs() }
  }
  /// The number of units met; a missing code alone counts as one.
  var unitCount: Int { units.last?.count ?? codes[0].count }
  /// The unit of each row of a batch.
  mutating func unitIDs(_ batch: Batch) -> [UInt32] {
    var ids = codes[0].ids(of: batch.columns[columns.codes[0]].words)
    for level in columns.codes.indices.dropFirst() {
      let next = codes[level].ids(of: batch.columns[columns.codes[level]].words)
      ids = units[level - 1].ids(ids, next)
    }
    return ids
  }
  /// The cell of each row of a batch in one of the groups.
  mutating func cellIDs(_ batch: Batch, group: Int, _ units: [UInt32]) -> [UInt32] {
    let found = values[group].ids(of: batch.columns[columns.groups[group]].words)
    return cells[group].ids(units, found)
  }
  /// Takes the units and cells of another; gives the number of each here.
  mutating func join(_ other: HouseholdCells) -> (units: [Int], cells: [[Int]]) {
    let codeIDs = codes.indices.map { codes[$0].join(other.codes[$0]) }
    let unitIDs = units.indices.reduce(codeIDs[0]) { ids, level in
      units[level].join(other.units[level], ids, codeIDs[level + 1])
    }
    let cellIDs = cells.indices.map { group in
      let valueIDs = values[group].join(other.values[group])
      return cells[group].join(other.cells[group], unitIDs, valueIDs)
    }
    return (unitIDs, cellIDs)
  }
  /// The codes of a unit, level by level.
  func codes(of unit: Int) -> [ArraySlice<UInt8>?] {
    var (rest, ids) = (unit, [Int]())
    for pairs in units.reversed() {
      let (before, last) = pairs.pair(rest)
      ids.append(last)
      rest = before
    }
    ids.append(rest)
    return zip(codes, ids.reversed()).map { $0.text($1) }
  }

  /// Whose sums a cell has.
  struct Key {
    /// The code of each level; `nil` where it is missing.
    var codes: [ArraySlice<UInt8>?]
    /// 0 for all rows of the unit, else the place of the group from 1.
    var group = 0
    /// The value of the group; `nil` where it is missing, and for all rows.
    var value: ArraySlice<UInt8>?
  }
  /// The key of a unit.
  func key(ofUnit unit: Int) -> Key { Key(codes: codes(of: unit)) }
  /// The key of a cell of a group.
  func key(ofCell cell: Int, group: Int) -> Key {
    let (unit, value) = cells[group].pair(cell)
    return Key(codes: codes(of: unit), group: group + 1, value: values[group].text(value))
  }
  /// The place of a cell among those of its group, or of a unit among the units; it is given one if it has none.
  mutating func place(of key: Key) -> Int {
    var unit = codes[0].id(of: key.codes[0])
    for level in key.codes.indices.dropFirst() {
      unit = units[level - 1].id(unit, codes[level].id(of: key.codes[level]))
    }
    guard key.group > 0 else { return unit }
    return cells[key.group - 1].id(unit, values[key.group - 1].id(of: key.value))
  }
}

extension HouseholdCells.Key {
  func write(to bytes: inout ByteWriter) {
    bytes.write(UInt16(group))
    for text in codes + [value] {
      bytes.write(UInt8(text == nil ? 0 : 1))
      if let text { bytes.write(text) }
    }
  }
  /// The bytes of the key, by which cells are ordered in a state.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }
  init(from bytes: inout ByteReader, levels: Int, groups: Int) throws(StateError) {
    let group = Int(try bytes.read(UInt16.self))
    guard group <= groups else { throw StateError("a group that there is not") }
    var texts: [ArraySlice<UInt8>?] = []
    for _ in 0...levels { texts.append(try bytes.read(UInt8.self) == 0 ? nil : try bytes.readBytes()) }
    let value = texts.removeLast()
    self.init(codes: texts, group: group, value: value)
  }
}
extension Column {
  /// The texts of codes or groups; answers as `true` and `false`.
  fileprivate var words: Texts {
    switch self {
    case .text(let texts): return texts
    case .bool(let cells):
      var texts = Texts()
      for row in 0..<cells.bits.count { texts.append((cells.bits[row] ? "true" : "false").utf8) }
      texts.validity = cells.validity
      return texts
    default: preconditionFailure("codes and groups are texts or answers; the planner checks")
    }
  }
}
