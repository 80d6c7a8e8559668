import Diagnostics
import Tables

/// What has been read of the tables, until it has been checked.
struct RegistryReader {
  var problems: Diagnostics
  let table: UnitTable
  let columns: UnitColumns
  private(set) var sources: SourceNames
  private(set) var codes = CodeNumbers()
  private(set) var entries: [UnitEntry] = []
  private(set) var byCode = Groups([], count: 0)
  private(set) var steps: [StepEntry] = []
  private(set) var memberships: [UnitStore.Membership] = []
  private(set) var gaps: Set<Gap> = []
  /// The codes of lines that were left out: what is missing of them follows from that, and is not told again.
  private var lost: Set<Int32> = []

  /// A stretch between two versions of one code that the table declares.
  struct Gap: Hashable {
    let code: Int32
    let from: Int32
    let to: Int32
  }

  init(_ units: UnitTable, sources list: UnitTable?, problems: Diagnostics) {
    self.problems = problems
    (table, columns) = (units, UnitColumns(form: units.form))
    sources = SourceNames(list, &self.problems)
    readUnits()
  }
  private mutating func readUnits() {
    entries.reserveCapacity(table.count)
    let mayBeDecomposed = table.bytes.contains { $0 == 0xCC || $0 == 0xCD }
    for row in 0..<table.count {
      if mayBeDecomposed, table.isDecomposed(row, columns.name) {
        problems.add(.decomposed(table.text(row, columns.code), at: table.place(row, columns.name)))
        lost.insert(Int32(codes.insert(table.bytes, table.range(row, columns.code))))
        continue
      }
      let kind = columns.isLong ? writtenKind(row) : derivedKind(row)
      let days = table.interval(row, columns.from, &problems)
      let area: AreaType?
      if table.range(row, columns.area).isEmpty {
        area = nil
      } else {
        area = table.word(row, columns.area, AreaType.words, &problems)
      }
      let source = sources.number(table, row, columns.source, &problems)
      guard let (level, type) = kind, let days else {
        lost.insert(Int32(codes.insert(table.bytes, table.range(row, columns.code))))
        continue
      }
      let entry = UnitEntry(
        code: Int32(codes.insert(table.bytes, table.range(row, columns.code))),
        parent: Int32(codes.insert(table.bytes, table.range(row, columns.parent))),
        from: days.from.number, to: days.to?.number ?? UnitEntry.open, row: Int32(truncatingIfNeeded: row),
        source: source, level: level, type: type, area: area)
      if columns.isLong { checkForm(entry) }
      entries.append(entry)
    }
    for line in table.badLines { noteLost(line) }
    sortEntries()
    byCode = Groups(entries.map(\.code), count: codes.count)
  }
  /// Notes every code in a line that could not be read: one of them is its own.
  private mutating func noteLost(_ line: Range<Int>) {
    for field in table.bytes[line].split(separator: 0x2C) {
      let bare = field.drop { $0 == 0x22 }.prefix { $0 != 0x22 }
      if let code = codes.find(table.bytes, bare.startIndex..<bare.endIndex) { lost.insert(Int32(code)) }
    }
  }
  /// Whether a code, or the code of an id, is one of a line that was left out.
  func isLost(_ table: UnitTable, _ range: Range<Int>) -> Bool {
    guard !lost.isEmpty else { return false }
    let end = table.bytes[range].firstIndex(of: 0x40) ?? range.upperBound
    return codes.find(table.bytes, range.lowerBound..<end).map { isLost(Int32($0)) } ?? false
  }
  func isLost(_ code: Int32) -> Bool { lost.contains(code) }
  private mutating func sortEntries() {
    let codes = codes
    func isBefore(_ a: UnitEntry, _ b: UnitEntry) -> Bool {
      if a.level != b.level { return a.level < b.level }
      if a.code != b.code { return codes.isBefore(Int(a.code), Int(b.code)) }
      return (a.from, a.row) < (b.from, b.row)
    }
    let isSorted = (1..<max(1, entries.count)).allSatisfy { isBefore(entries[$0 - 1], entries[$0]) }
    if !isSorted { entries.sort(by: isBefore) }
  }

  mutating func readSteps(_ steps: UnitTable) {
    self.steps.reserveCapacity(steps.count)
    var rows: [Int] = []
    for row in 0..<steps.count {
      let extent = steps.word(row, 2, Succession.Extent.words, &problems)
      let source = sources.number(steps, row, 3, &problems)
      guard let extent, let (from, to) = ends(steps, row) else { continue }
      self.steps.append(StepEntry(from: from, to: to, source: source, extent: extent))
      rows.append(row)
    }
    checkSteps(steps, rows)
  }
  /// Both ends of a step; they are known, and the new unit is valid on the day the old one ends.
  private mutating func ends(_ steps: UnitTable, _ row: Int) -> (Int32, Int32)? {
    guard !isLost(steps, steps.range(row, 0)), !isLost(steps, steps.range(row, 1)) else { return nil }
    guard let from = entries.index(ofID: steps.bytes, steps.range(row, 0), codes, byCode) else {
      problems.add(.badEdge(steps.text(row, 0), at: steps.place(row, 0)))
      return nil
    }
    guard let to = entries.index(ofID: steps.bytes, steps.range(row, 1), codes, byCode),
      entries[from].to != UnitEntry.open, entries[to].isValid(on: entries[from].to)
    else {
      problems.add(.badEdge(steps.text(row, 1), at: steps.place(row, 1)))
      return nil
    }
    // An island's district became a commune; nothing becomes what stands above it.
    guard entries[to].level >= entries[from].level else {
      problems.add(.edgeUp(steps.text(row, 0), steps.text(row, 1), at: steps.place(row, 1)))
      return nil
    }
    return (Int32(from), Int32(to))
  }
  mutating func readMemberships(_ regions: UnitTable) {
    for row in 0..<regions.count {
      _ = sources.number(regions, row, 4, &problems)
      guard let days = regions.interval(row, 2, &problems) else { continue }
      let region = codes.find(regions.bytes, regions.range(row, 0))
      let province = codes.find(regions.bytes, regions.range(row, 1))
      let (from, to) = (days.from.number, days.to?.number ?? UnitEntry.open)
      for (code, level, column) in [(region, UnitLevel.region, 0), (province, .province, 1)] {
        let isKnown = code.map { byCode[$0].contains { entries[Int($0)].level == level } } ?? false
        let missing = uncovered(code, from: from, to: to, above: .district)
        if !isKnown || missing != nil, !isLost(regions, regions.range(row, column)) {
          problems.add(.badEdge(regions.text(row, column), at: regions.place(row, column)))
        }
      }
      guard let region, let province else { continue }
      memberships.append(.init(region: Int32(region), province: Int32(province), from: from, to: to))
    }
  }
  mutating func readGaps(_ gaps: UnitTable) {
    for row in 0..<gaps.count {
      _ = sources.number(gaps, row, 3, &problems)
      guard let days = gaps.interval(row, 1, &problems), let end = days.to else { continue }
      let code = codes.insert(gaps.bytes, gaps.range(row, 0))
      self.gaps.insert(Gap(code: Int32(code), from: days.from.number, to: end.number))
    }
  }
}
