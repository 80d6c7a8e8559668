import Tables

/// What a register holds: the bytes of its tables, their rows in numbers, and the ways to find a row.
final class UnitStore: Sendable {
  let table: UnitTable
  let columns: UnitColumns
  /// The titles of the sources.
  let titles: [String]
  /// All units: by level, then code, then day.
  let entries: [UnitEntry]
  let codes: CodeNumbers
  /// Entries by the number of their code, and by that of the code above them.
  let byCode: Groups
  let byParent: Groups
  let steps: [StepEntry]
  /// Steps by the entry that ended, and by the entry that took its place.
  let stepsFrom: Groups
  let stepsTo: Groups
  let memberships: [Membership]
  private let madeNames = Once<NameIndex>()
  private let madeLatest = Once<Day>()

  /// A stretch of days during which a province belongs to a region; both are numbers of codes.
  struct Membership: Sendable {
    let region: Int32
    let province: Int32
    let from: Int32
    let to: Int32
    func isValid(on day: Day) -> Bool { day.number >= from && day.number < to }
  }

  init(_ reader: RegistryReader) {
    (table, columns, titles) = (reader.table, reader.columns, reader.sources.titles)
    (entries, codes, byCode) = (reader.entries, reader.codes, reader.byCode)
    (steps, memberships) = (reader.steps, reader.memberships)
    byParent = Groups(entries.map(\.parent), count: codes.count)
    stepsFrom = Groups(steps.map(\.from), count: entries.count)
    stepsTo = Groups(steps.map(\.to), count: entries.count)
  }

  /// The unit of an entry, with its texts.
  func unit(_ index: Int) -> UnitVersion {
    let entry = entries[index]
    let row = Int(entry.row)
    return UnitVersion(
      id: id(index), code: table.text(row, columns.code), name: table.text(row, columns.name),
      level: entry.level, type: entry.type, parent: table.text(row, columns.parent),
      validFrom: Day(number: entry.from), validTo: entry.end, area: entry.area,
      source: titles[Int(entry.source)])
  }
  /// The id of an entry: `CODE@VALIDFROM`, or the code of the country or a region.
  func id(_ index: Int) -> String {
    let entry = entries[index]
    let row = Int(entry.row)
    let code = table.field(row, columns.code)
    guard entry.level >= .province else { return String(decoding: code, as: UTF8.self) }
    let day = table.field(row, columns.from)
    return String(unsafeUninitializedCapacity: code.count + 1 + day.count) { buffer in
      var place = 0
      for byte in code { (buffer[place], place) = (byte, place + 1) }
      (buffer[place], place) = (0x40, place + 1)
      for byte in day { (buffer[place], place) = (byte, place + 1) }
      return place
    }
  }
  func succession(_ index: Int) -> Succession {
    let step = steps[index]
    return Succession(
      from: id(Int(step.from)), to: id(Int(step.to)), extent: step.extent, source: titles[Int(step.source)])
  }

  /// The number of a code; `nil` for a text that the tables do not have.
  func number(ofCode code: String) -> Int? {
    let bytes = Array(code.utf8)
    return codes.find(bytes, 0..<bytes.count)
  }
  /// The entries of a code, earliest first.
  func history(_ code: String) -> ArraySlice<Int32> { number(ofCode: code).map { byCode[$0] } ?? [] }
  /// The entry with an id.
  func entry(id: String) -> Int? {
    let bytes = Array(id.utf8)
    return entries.index(ofID: bytes, 0..<bytes.count, codes, byCode)
  }
  /// The entries of a level that are in one on a day, in any order.
  func entries(at level: UnitLevel, in index: Int, on day: Day) -> [Int] {
    let entry = entries[index]
    if entry.level == level { return entry.isValid(on: day.number) ? [index] : [] }
    guard entry.level < level else { return [] }
    let below: [Int32]
    if entry.level == .region {
      below = memberships.filter { $0.region == entry.code && $0.isValid(on: day) }
        .flatMap { byCode[Int($0.province)] }
    } else {
      below = Array(byParent[Int(entry.code)])
    }
    return below.flatMap { below in
      let isBelow = entries[Int(below)].isValid(on: day.number) && entries[Int(below)].level > entry.level
      return isBelow ? entries(at: level, in: Int(below), on: day) : []
    }
  }
  /// The entries of one level, or all; they stand beside each other.
  func range(of level: UnitLevel?) -> Range<Int> {
    guard let level else { return entries.indices }
    let start = entries.partition { $0.level >= level }
    return start..<entries.partition { $0.level > level }
  }
  /// The names of the entries, made when a name is first asked for.
  var names: NameIndex {
    madeNames { NameIndex(entries.lazy.map { (self.table.text(Int($0.row), self.columns.name), $0.type) }) }
  }
  /// The last day on which a unit begins or ends.
  var latest: Day {
    madeLatest {
      let days = entries.lazy.map { $0.to == UnitEntry.open ? $0.from : $0.to }
      return Day(number: days.max() ?? 0)
    }
  }
}
extension [UnitEntry] {
  /// The first index from which a condition holds, of entries sorted by it.
  fileprivate func partition(_ holds: (UnitEntry) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
  /// The entry whose id is in a stretch of bytes.
  @inline(__always) func index(
    ofID bytes: [UInt8], _ range: Range<Int>, _ codes: CodeNumbers, _ byCode: Groups
  ) -> Int? {
    let end = range.upperBound - 11
    if end >= range.lowerBound, bytes[end] == 0x40, let day = bytes.day(at: end + 1..<range.upperBound),
      let code = codes.find(bytes, range.lowerBound..<end)
    {
      for index in byCode[code] {
        let entry = self[Int(index)]
        if entry.from == day.number, entry.level >= .province { return Int(index) }
      }
    }
    // An id without a day is the code of the country or of a region.
    guard let code = codes.find(bytes, range) else { return nil }
    return byCode[code].first { self[Int($0)].level < .province }.map(Int.init)
  }
}
