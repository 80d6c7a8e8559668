import Diagnostics
import StageKit
import Tables

/// Reads lines of `commune,head,members,income`, without a header, from files one after another.
struct ReadPeople: SourceStage {
  static let name = "people.read"
  static let summary = Phrase(vi: "Đọc các hộ.", en: "Reads households.")
  struct Options: StageOptions {
    @Option(vi: "Các tệp.", en: "Files.") var files: [Path]
    @Option(vi: "Byte mỗi lần.", en: "Bytes at a time.", default: 64, limit: .atLeast(1)) var pieceBytes: Int
    @Option(vi: "Dòng mỗi lô.", en: "Rows in a batch.", default: 3, limit: .atLeast(1)) var batchRows: Int
  }
  static let schema = Schema([
    Field("commune", .text, .code), Field("head", .text, .label, sensitivity: .personal),
    Field("members", .int, .count, sensitivity: .protected),
    Field("income", .decimal(scale: 1), .amount, sensitivity: .personal),
  ])
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ plan: inout Planning) -> Planned<Schema, PeopleReader> {
    let files = options.files.compactMap { plan.file($0) }
    return Planned(Self.schema, PeopleReader(files[...], size: options.pieceBytes, rows: options.batchRows))
  }
}

/// Cuts files at line breaks, and decodes each piece into small batches.
struct PeopleReader: SourceReader {
  /// Whole lines of one file.
  struct Piece: Sendable {
    let file: String
    let firstLine: Int
    let bytes: [UInt8]
  }
  private var files: ArraySlice<String>
  private let size: Int
  private let rows: Int
  private var (offset, line) = (0, 1)

  init(_ files: ArraySlice<String>, size: Int, rows: Int) {
    (self.files, self.size, self.rows) = (files, size, rows)
  }

  mutating func next(_ project: ProjectFiles) throws(StageError) -> Piece? {
    while let file = files.first {
      // Readers look at the head of a file before they read it through.
      if offset == 0 { _ = try project.bytes(file, at: 0, count: 10) }
      let bytes = try lines(of: file, project)
      guard bytes.isEmpty else {
        defer { (offset, line) = (offset + bytes.count, line + bytes.count { $0 == 10 }) }
        return Piece(file: file, firstLine: line, bytes: bytes)
      }
      files = files.dropFirst()
      (offset, line) = (0, 1)
    }
    return nil
  }
  /// The next whole lines, as many as fit into a piece, at least one.
  private func lines(of file: String, _ project: ProjectFiles) throws(StageError) -> [UInt8] {
    var count = size
    while true {
      let bytes = try project.bytes(file, at: offset, count: count)
      if bytes.count < count { return bytes }
      if let end = bytes.lastIndex(of: 10) { return Array(bytes[...end]) }
      count *= 2
    }
  }

  func decode(_ piece: Piece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void) {
    let lines = piece.bytes.split(separator: 10)
    for start in stride(from: 0, to: lines.count, by: rows) {
      let some = lines[start..<min(start + rows, lines.count)]
      emit(batch(some, piece.file, firstLine: piece.firstLine + start, &findings), &findings)
    }
  }
  private func batch(
    _ lines: ArraySlice<ArraySlice<UInt8>>, _ file: String, firstLine: Int, _ findings: inout Findings
  ) -> Batch {
    let fields = ReadPeople.schema.fields
    var builders = fields.map { ColumnBuilder($0.type) }
    for (row, line) in lines.enumerated() {
      let cells = line.split(separator: 44, omittingEmptySubsequences: false)
      for index in fields.indices {
        if builders[index].append(index < cells.count ? cells[index] : []) { continue }
        let text = String(decoding: cells[index], as: UTF8.self)
        findings.add(
          "people.value", file: file, line: firstLine + row, column: fields[index].name,
          Phrase(vi: "không phải số: '\(text)'", en: "not a number: '\(text)'"))
      }
    }
    return Batch(builders.map(\.column), count: lines.count, origin: Origin(file: file, firstLine: firstLine))
  }
  func share(_ index: Int, of count: Int) -> PeopleReader {
    let (low, high) = (files.count * index / count, files.count * (index + 1) / count)
    return PeopleReader(Array(files)[low..<high], size: size, rows: rows)
  }
}
