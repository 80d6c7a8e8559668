import Diagnostics
import StageKit
import Synchronization
import Tables

@testable import Pipelines

/// Reads records of `group;key;number` after a line of names; a field may be quoted, and a quoted field holds what it likes.
///
/// A record of another number of fields is rejected. Every piece is a record, so that pieces are counted with ease.
struct ReadRecords: SourceStage {
  static let name = "records.read"
  static let summary = Phrase(vi: "Đọc các bản ghi.", en: "Reads records.")
  struct Options: StageOptions {
    @Option(vi: "Các tệp.", en: "Files.") var files: [Path]
    @Option(vi: "Bản ghi mỗi mảnh.", en: "Records in a piece.", default: 5) var pieceRecords: Int
    @Option(vi: "Dòng mỗi lô.", en: "Rows in a batch.", default: 3) var batchRows: Int
    @Option(vi: "Giữ các byte.", en: "Keeps the bytes.", default: false) var keepBytes: Bool
  }
  static let schema = Schema([
    Field("group", .text, .code), Field("key", .text, .code, sensitivity: .protected),
    Field("number", .int, .count, sensitivity: .protected),
  ])
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ plan: inout Planning) -> Planned<Schema, RecordReader> {
    let files = options.files.compactMap { plan.file($0) }
    return Planned(
      Self.schema,
      RecordReader(
        files[...], perPiece: options.pieceRecords, perBatch: options.batchRows, keeps: options.keepBytes))
  }
}

/// How often pieces were decoded, and files opened.
final class DecodeCount: Sendable {
  @TaskLocal static var current = DecodeCount()
  private let counts = Mutex<[String: Int]>([:])
  var all: [String: Int] { counts.withLock { $0 } }
  func add(_ name: String) { counts.withLock { $0[name, default: 0] += 1 } }
}

struct RecordReader: SourceReader {
  struct Record: Sendable {
    let line: Int
    let number: Int
    let bytes: Range<Int>
    let fields: [[UInt8]]
  }
  struct Piece: Sendable {
    let file: String
    let heading: Int
    let records: ArraySlice<Record>
    /// The bytes of the file from the first record on, when they are kept.
    var bytes: (start: Int, bytes: [UInt8])?
  }
  private var files: ArraySlice<String>
  private let perPiece: Int
  private let perBatch: Int
  private let keeps: Bool
  private var open: [Record]?
  private var bytes: [UInt8] = []
  private var (place, heading) = (0, 0)
  private let count = DecodeCount.current

  init(_ files: ArraySlice<String>, perPiece: Int, perBatch: Int, keeps: Bool = false) {
    (self.files, self.perPiece, self.perBatch, self.keeps) = (files, perPiece, perBatch, keeps)
  }
  mutating func next(_ project: ProjectFiles) throws(StageError) -> Piece? {
    while let file = files.first {
      if open == nil {
        let bytes = try project.bytes(file)
        let all = Self.records(of: bytes)
        (place, heading) = (0, all.count > 1 ? all[1].bytes.lowerBound : bytes.count)
        (open, self.bytes) = (Array(all.dropFirst()), bytes)
      }
      let records = open ?? []
      guard place < records.count else {
        (files, open) = (files.dropFirst(), nil)
        continue
      }
      let some = records[place..<min(place + perPiece, records.count)]
      place += perPiece
      let start = some.first?.bytes.lowerBound ?? 0
      return Piece(
        file: file, heading: heading, records: some, bytes: keeps ? (start, Array(bytes[start...])) : nil)
    }
    return nil
  }
  func original(_ piece: Piece) -> (start: Int, bytes: [UInt8])? { piece.bytes }
  /// The records of a text, told apart by line ends outside quotes.
  static func records(of bytes: [UInt8]) -> [Record] {
    var (all, fields, field): ([Record], [[UInt8]], [UInt8]) = ([], [], [])
    var (start, line, firstLine, isQuoted) = (0, 1, 1, false)
    func end(_ index: Int) {
      fields.append(field)
      all.append(Record(line: firstLine, number: all.count, bytes: start..<index, fields: fields))
      (fields, field) = ([], [])
    }
    for (index, byte) in bytes.enumerated() {
      if byte == 10 { line += 1 }
      if byte == 34 {
        isQuoted.toggle()
      } else if byte == 59, !isQuoted {
        fields.append(field)
        field = []
      } else if byte == 10, !isQuoted {
        end(index > 0 && bytes[index - 1] == 13 ? index - 1 : index)
        (start, firstLine) = (index + 1, line)
      } else if isQuoted || byte != 13 {
        field.append(byte)
      }
    }
    if start < bytes.count { end(bytes.count) }
    return all
  }
  func decode(_ piece: Piece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void) {
    count.add("\(piece.file):\(piece.records.first?.number ?? 0)")
    findings.describe(piece.file, .csv(heading: piece.heading))
    var good: [Record] = []
    func give() {
      guard !good.isEmpty else { return }
      var columns = ReadRecords.schema.fields.map { ColumnBuilder($0.type) }
      for record in good {
        for index in columns.indices { _ = columns[index].append(record.fields[index][...]) }
      }
      let places = good.map {
        Origin.Place(file: piece.file, line: $0.line, record: $0.number, bytes: $0.bytes)
      }
      emit(Batch(columns.map(\.column), count: good.count, origin: Origin(places)), &findings)
      good = []
    }
    for record in piece.records {
      guard record.fields.count == 3 else {
        let place = Origin.Place(
          file: piece.file, line: record.line, record: record.number, bytes: record.bytes)
        findings.reject(
          "records.fields", at: place, Phrase(vi: "không đủ ô", en: "\(record.fields.count) fields"))
        continue
      }
      good.append(record)
      if good.count == perBatch { give() }
    }
    give()
  }
  func share(_ index: Int, of count: Int) -> RecordReader {
    let (low, high) = (files.count * index / count, files.count * (index + 1) / count)
    return RecordReader(Array(files)[low..<high], perPiece: perPiece, perBatch: perBatch)
  }
}
let recordStages: [any Stage.Type] =
  exampleStages + [ReadRecords.self, UniqueRows.self, FindRows.self, KeepLarge.self, LoseRows.self]

/// A pipeline over records, with its files in memory.
struct Records {
  var text: String
  var files: [String: [UInt8]]
  init(_ steps: String, head: String = "", _ files: [String: String]) {
    self.init(steps, head: head, bytes: files.mapValues { Array($0.utf8) })
  }
  init(_ steps: String, head: String = "", bytes files: [String: [UInt8]]) {
    text = "pipeline: t\n\(head)\nsteps:\n\(steps)"
    self.files = files
  }
  var project: ProjectFiles {
    let (text, files) = (text, files)
    return ProjectFiles { (path, offset, count) throws(StageError) in
      guard let file = path == "p.yaml" ? Array(text.utf8) : files[path] else {
        throw StageError(Phrase(vi: "không có '\(path)'", en: "no '\(path)'"))
      }
      return Array(file.dropFirst(offset).prefix(count))
    } names: { (_) in
      []
    }
  }
  func runner(width: Int = 2) throws(Diagnostics) -> Runner {
    Runner(
      try checkPipeline("p.yaml", stages: recordStages, files: project), files: project, width: width)
  }
  static func read(_ files: String, piece: Int = 5, batch: Int = 3) -> String {
    "  - { id: read, use: records.read, with: { files: [\(files)], piece_records: \(piece), batch_rows: \(batch) } }\n"
  }
}
