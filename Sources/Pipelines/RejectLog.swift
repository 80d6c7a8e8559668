import Diagnostics
import StageKit
import Tables

/// Why rows were rejected, in the order of files and records; what does not fit into the memory is put aside, sorted.
struct RejectLog: Sendable {
  /// One reason, with its place in the order.
  struct Entry: Sendable {
    let rejection: Rejection
    /// The place of the step in the pipeline.
    let step: Int
    /// Tells apart what one step says of one record.
    let number: Int

    /// The order of files, of records in them, and of steps.
    static func precedes(_ a: Entry, _ b: Entry) -> Bool {
      let (p, q) = (a.rejection.place, b.rejection.place)
      if p.file != q.file { return p.file.utf8.lexicographicallyPrecedes(q.file.utf8) }
      return (p.record ?? p.line, p.line, a.step, a.number) < (q.record ?? q.line, q.line, b.step, b.number)
    }
  }
  /// Sorted entries on the disk, in blocks that are read one at a time.
  struct Chunk: Sendable {
    let path: String
    var blocks: [(offset: Int, count: Int)] = []
    /// The steps whose entries count.
    var steps: Set<String> = []
  }
  private(set) var entries: [Entry] = []
  private(set) var chunks: [Chunk] = []
  private var count = 0
  private let limit: Int
  private let places: [String: Int]
  private let scratch: Scratch?
  private let numbers: ChunkNumbers

  /// An empty log.
  ///
  /// - Parameters:
  ///   - limit: How many entries are held.
  ///   - places: The place of each step in the pipeline.
  ///   - scratch: Where the others are put; without it all are held.
  ///   - numbers: Tells the files of the run apart.
  init(limit: Int, places: [String: Int], scratch: Scratch?, numbers: ChunkNumbers) {
    (self.limit, self.places, self.scratch) = (max(limit, 1), places, scratch)
    self.numbers = numbers
  }

  mutating func add(_ rejections: [Rejection]) throws(StageError) {
    for rejection in rejections {
      entries.append(Entry(rejection: rejection, step: places[rejection.step] ?? -1, number: count))
      count += 1
      if entries.count > limit { try putAside() }
    }
  }
  /// Adds what another log has of some steps.
  mutating func take(_ other: RejectLog, of steps: Set<String>) throws(StageError) {
    for chunk in other.chunks {
      var chunk = chunk
      chunk.steps = steps
      chunks.append(chunk)
    }
    for entry in other.entries where steps.contains(entry.rejection.step) {
      entries.append(entry)
      if entries.count > limit { try putAside() }
    }
  }
  private mutating func putAside() throws(StageError) {
    guard let scratch else { return }
    var chunk = Chunk(path: "spill/\(numbers.next())", steps: Set(entries.map(\.rejection.step)))
    entries.sort(by: Entry.precedes)
    var offset = 0
    for start in stride(from: 0, to: entries.count, by: 256) {
      var bytes = ByteWriter()
      for entry in entries[start..<min(start + 256, entries.count)] {
        bytes.write(Int64(entry.number))
        entry.rejection.write(to: &bytes)
      }
      try scratch.append(chunk.path, bytes.bytes)
      chunk.blocks.append((offset, bytes.bytes.count))
      offset += bytes.bytes.count
    }
    entries = []
    chunks.append(chunk)
  }

  /// Gives every entry to `body`, in order.
  func forEach(_ body: (Rejection) throws(StageError) -> Void) throws(StageError) {
    let entries = inOrder
    guard !chunks.isEmpty else {
      for entry in entries { try body(entry.rejection) }
      return
    }
    var sources = [Cursor(entries)]
    for chunk in chunks { sources.append(Cursor(chunk)) }
    for index in sources.indices { try load(&sources[index]) }
    while true {
      var first: (source: Int, entry: Entry)?
      for index in sources.indices {
        guard let entry = sources[index].entry, first.map({ Entry.precedes(entry, $0.entry) }) ?? true else {
          continue
        }
        first = (index, entry)
      }
      guard let first else { return }
      try body(first.entry.rejection)
      sources[first.source].place += 1
      try load(&sources[first.source])
    }
  }
  /// The entries that are held, in order; most often they have come so, and then nothing is moved.
  private var inOrder: [Entry] {
    let places = entries.indices
    let isSorted = zip(places, places.dropFirst()).allSatisfy { !Entry.precedes(entries[$1], entries[$0]) }
    return isSorted ? entries : entries.sorted(by: Entry.precedes)
  }
  /// Where the merge is in one source.
  private struct Cursor {
    var loaded: [Entry]
    var place = 0
    var chunk: Chunk?
    init(_ entries: [Entry]) { loaded = entries }
    init(_ chunk: Chunk) { (loaded, self.chunk) = ([], chunk) }
    var entry: Entry? { place < loaded.count ? loaded[place] : nil }
  }
  /// Loads the next block when the one before is at its end.
  private func load(_ cursor: inout Cursor) throws(StageError) {
    while cursor.entry == nil, let block = cursor.chunk?.blocks.first, let scratch {
      let bytes = try scratch.part(cursor.chunk?.path ?? "", block.offset, block.count)
      cursor.chunk?.blocks.removeFirst()
      (cursor.loaded, cursor.place) = ([], 0)
      var reader = ByteReader(bytes)
      do {
        while !reader.isAtEnd {
          let number = Int(try reader.read(Int64.self))
          let rejection = try Rejection(from: &reader)
          guard cursor.chunk?.steps.contains(rejection.step) == true else { continue }
          cursor.loaded.append(
            Entry(rejection: rejection, step: places[rejection.step] ?? -1, number: number))
        }
      } catch {
        throw StageError(
          Phrase(vi: "không đọc lại được các dòng bị loại", en: "rejected rows cannot be read again"))
      }
    }
  }
}
