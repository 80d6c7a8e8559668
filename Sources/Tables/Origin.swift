/// Where the rows of a batch were read: a file, and a line for each row; of joined batches, several files.
///
/// A reader that knows them also says which bytes of the file each row was made of, and the number of its record; they
/// are kept as 32-bit numbers relative to the first, and follow the row through `gathered` and joining.
public struct Origin: Sendable, Hashable {
  /// Where one row was read.
  public struct Place: Sendable, Hashable {
    /// The path of the file, relative to the project folder.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The number of the record in the file, from 1, titles and header counted; `nil` when it is not known.
    public var record: Int?
    /// The bytes in the file, without the line end; `nil` when they are not known.
    public var bytes: Range<Int>?
    /// A place.
    public init(file: String, line: Int, record: Int? = nil, bytes: Range<Int>? = nil) {
      (self.file, self.line, self.record, self.bytes) = (file, line, record, bytes)
    }
  }
  /// What the numbers of some rows are relative to.
  private struct Base: Sendable, Hashable {
    var file = ""
    var byte = 0
    var record = 0
  }
  /// The rows from one on that are relative to another base than those before.
  private struct Turn: Sendable, Hashable {
    let row: Int
    let base: Base
  }
  /// Bytes and records of every row; a negative length says that they are not known.
  private struct Spans: Sendable, Hashable {
    var starts: [Int32] = []
    var lengths: [Int32] = []
    var records: [Int32] = []
    static let unknown = Int32.min
    mutating func append(_ start: Int32?, _ length: Int32?, _ record: Int32?) {
      let isKnown = start != nil && length != nil
      starts.append(isKnown ? start ?? 0 : 0)
      lengths.append(isKnown ? length ?? -1 : -1)
      records.append(record ?? Self.unknown)
    }
  }

  /// The path of the file of the first row, relative to the project folder.
  public var file: String
  /// The line of the first row, from 1.
  public var firstLine: Int
  /// Lines after `firstLine` for each row; `nil` when rows follow one another.
  public var offsets: [Int]?
  private var first = Base()
  private var turns: [Turn] = []
  private var spans: Spans?

  /// Where rows were read.
  public init(file: String, firstLine: Int, offsets: [Int]? = nil) {
    (self.file, self.firstLine, self.offsets) = (file, firstLine, offsets)
    first.file = file
  }
  /// The places of rows one by one.
  public init(_ places: [(file: String, line: Int)]) {
    self.init(places.lazy.map { Place(file: $0.file, line: $0.line) })
  }
  /// The places of rows one by one, with their bytes where these are known.
  public init(_ places: some Sequence<Place>) {
    self.init(file: "", firstLine: 0, offsets: [])
    for place in places { append(place) }
  }
  /// The places of rows of one file, each with its line, the number of its record and its bytes.
  package init(file: String, lines: [Int], records: [Int], bytes: [Range<Int>]) {
    self.init(file: file, firstLine: lines.first ?? 0)
    let (byte, record) = (bytes.first?.lowerBound ?? 0, records.first ?? 0)
    let last = (bytes.last?.upperBound ?? byte) - byte
    guard Int32(exactly: last) != nil, Int32(exactly: (records.last ?? record) - record) != nil else {
      self.init(
        lines.indices.lazy.map { Place(file: file, line: lines[$0], record: records[$0], bytes: bytes[$0]) })
      return
    }
    first = Base(file: file, byte: byte, record: record)
    offsets = lines.map { $0 - firstLine }
    spans = Spans(
      starts: bytes.map { Int32($0.lowerBound - byte) }, lengths: bytes.map { Int32($0.count) },
      records: records.map { Int32($0 - record) })
  }
  /// The line of a row.
  public func line(of row: Int) -> Int { firstLine + (offsets?[row] ?? row) }
  /// The file of a row.
  public func file(of row: Int) -> String { turns.isEmpty ? file : base(of: row).file }
  /// The bytes of a row in its file, without the line end; `nil` when they are not known.
  public func bytes(of row: Int) -> Range<Int>? {
    guard let spans, spans.lengths[row] >= 0 else { return nil }
    let start = base(of: row).byte + Int(spans.starts[row])
    return start..<start + Int(spans.lengths[row])
  }
  /// The number of the record of a row in its file, from 1; `nil` when it is not known.
  public func record(of row: Int) -> Int? {
    guard let spans, spans.records[row] != Spans.unknown else { return nil }
    return base(of: row).record + Int(spans.records[row])
  }
  /// All that is known of where a row was read.
  public func place(of row: Int) -> Place {
    Place(file: file(of: row), line: line(of: row), record: record(of: row), bytes: bytes(of: row))
  }

  /// Whether each of `count` rows, all of one file, is a line after the row before, and a record where records are known.
  package func isOneRun(_ count: Int) -> Bool {
    guard turns.isEmpty else { return false }
    if let offsets { for row in 0..<count where offsets[row] != offsets[0] + row { return false } }
    guard let records = spans?.records, let first = records.first else { return true }
    for row in 0..<count
    where first == Spans.unknown ? records[row] != first : Int(records[row]) != Int(first) + row {
      return false
    }
    return true
  }

  private func base(of row: Int) -> Base {
    var (low, high) = (0, turns.count)
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].row <= row { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : turns[low - 1].base
  }

  /// The places of some rows, in the order given.
  package func gathered(_ rows: [Int]) -> Origin {
    guard turns.isEmpty else { return Origin(rows.lazy.map { place(of: $0) }) }
    var some = Origin(file: file, firstLine: firstLine, offsets: rows.map { line(of: $0) - firstLine })
    some.first = first
    if let spans {
      some.spans = Spans(
        starts: rows.map { spans.starts[$0] }, lengths: rows.map { spans.lengths[$0] },
        records: rows.map { spans.records[$0] })
    }
    return some
  }
  /// The places of batches end to end, each with its number of rows.
  package static func joined(_ parts: [(origin: Origin, count: Int)]) -> Origin {
    Origin(parts.lazy.flatMap { part in (0..<part.count).lazy.map { part.origin.place(of: $0) } })
  }

  /// Adds a row to places that were begun with no rows.
  package mutating func append(_ place: Place) {
    let count = begin(place)
    let base = turns.last?.base ?? first
    if place.file != base.file || !Self.fits(place, base) {
      turns.append(
        Turn(
          row: count,
          base: Base(file: place.file, byte: place.bytes?.lowerBound ?? 0, record: place.record ?? 0)))
    }
    offsets?.append(place.line - firstLine)
    appendSpan(place, relativeTo: turns.last?.base ?? first, before: count)
  }
  /// Notes what the first row is, to which others are relative; gives the number of rows so far.
  private mutating func begin(_ place: Place) -> Int {
    let count = offsets?.count ?? 0
    guard count == 0 else { return count }
    (file, firstLine, offsets, turns, spans) = (place.file, place.line, [], [], nil)
    first = Base(file: place.file, byte: place.bytes?.lowerBound ?? 0, record: place.record ?? 0)
    return 0
  }
  private static func fits(_ place: Place, _ base: Base) -> Bool {
    let start = place.bytes.map { Int32(exactly: $0.lowerBound - base.byte) != nil } ?? true
    return start && (place.record.map { Int32(exactly: $0 - base.record) != nil } ?? true)
  }
  private mutating func appendSpan(_ place: Place, relativeTo base: Base, before count: Int) {
    if spans == nil {
      guard place.bytes != nil || place.record != nil else { return }
      spans = Spans(
        starts: Array(repeating: 0, count: count), lengths: Array(repeating: -1, count: count),
        records: Array(repeating: Spans.unknown, count: count))
    }
    spans?.append(
      place.bytes.flatMap { Int32(exactly: $0.lowerBound - base.byte) },
      place.bytes.flatMap { Int32(exactly: $0.count) },
      place.record.flatMap { Int32(exactly: $0 - base.record) })
  }
}
