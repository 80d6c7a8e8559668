import Diagnostics
public import StageKit

/// Cuts CSV files into pieces of whole records, one file after another: the serial, cheap part of reading.
///
/// It holds no handle, so that it is a value that may be copied, shared out and started anew. A record that does not fit
/// into `size` bytes makes its piece larger, up to the limit of the format.
public struct CSVCutter: Sendable {
  private var files: [String]
  private let rules: [ColumnRule]
  private var format: CSVFormat
  private let size: Int
  private var current: Open?

  /// The file that is being read.
  private struct Open: Sendable {
    var header: CSVHeader
    var place: CSVScanner.Place
    var lineEnd: CSVScanner.LineEnd?
    var saidMixed = false
    var notes: [TextNote]
    let firstNumber: Int
    let firstLine: Int
  }

  /// A cutter before the first file.
  ///
  /// - Parameters:
  ///   - files: Paths as `ProjectFiles` takes them.
  ///   - rules: How the columns are read.
  ///   - format: What is declared of the files.
  ///   - size: The bytes read at a time, at least 1.
  public init(_ files: [String], rules: [ColumnRule], format: CSVFormat, size: Int) {
    (self.files, self.rules, self.format, self.size) = (files, rules, format, min(max(size, 1), Self.largest))
    self.format.recordLimit = min(format.recordLimit, Self.largest)
  }
  /// The most bytes of a piece: places in it are kept in 31 bits.
  private static let largest = 1 << 30
  /// A run of the files, as even as can be.
  public func share(_ index: Int, of count: Int) -> CSVCutter {
    let run = files.count * index / count..<files.count * (index + 1) / count
    return CSVCutter(Array(files[run]), rules: rules, format: format, size: size)
  }

  /// Cuts the next piece; `nil` after the last file.
  ///
  /// - Throws: When a file cannot be read, or is no CSV text with the columns of the schema.
  public mutating func next(_ project: ProjectFiles) throws(StageError) -> CSVPiece? {
    while let file = files.first {
      var open: Open
      if let current { open = current } else { open = try opened(file, project) }
      let (bytes, size, scanner, isLast) = try block(of: file, open, project)
      if let line = scanner.mixedAt, !open.saidMixed {
        open.notes.append(.mixedLineEnds(line))
        open.saidMixed = true
      }
      let isEmpty = isLast && scanner.numberAtEnd == open.firstNumber
      if isEmpty { open.notes.append(.noRows(open.firstLine)) }
      let piece = CSVPiece(
        file: file, bytes: bytes, size: size, offset: open.place.offset, line: open.place.line,
        number: open.place.number, header: open.header, notes: open.notes, isLast: isLast)
      if isLast {
        files.removeFirst()
        current = nil
      } else {
        open.place = .init(
          offset: open.place.offset + size, line: scanner.end.line, number: scanner.end.number)
        (open.lineEnd, open.notes) = (scanner.lineEnd, [])
        current = open
      }
      if size > 0 || !piece.notes.isEmpty { return piece }
    }
    return nil
  }

  private func opened(_ file: String, _ project: ProjectFiles) throws(StageError) -> Open {
    let head = try project.bytes(file, at: 0, count: CSVHead.size)
    let found = try CSVHead(file, head, format).header(for: rules)
    return Open(
      header: found.header, place: found.place, lineEnd: .last(of: head[..<found.place.offset]),
      notes: found.notes, firstNumber: found.place.number, firstLine: found.place.line)
  }
  /// Reads whole records from where the file is open: as many as fit in a block, at least one.
  private func block(
    of file: String, _ open: Open, _ project: ProjectFiles
  ) throws(StageError) -> (bytes: [UInt8], size: Int, scanner: CSVScanner, isLast: Bool) {
    var count = size
    while true {
      let bytes = try project.bytes(file, at: open.place.offset, count: count)
      let isLast = bytes.count < count
      var scanner = CSVScanner(
        separator: open.header.separator, line: open.place.line, number: open.place.number,
        lineEnd: open.lineEnd)
      scanner.scan(bytes, isWhole: isLast)
      if isLast {
        if let quote = scanner.openQuote {
          let start = bytes[..<quote.offset].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
          throw .unclosedQuote(
            file, quote.line, TextPlace().advanced(past: bytes[start..<quote.offset]).column)
        }
        return (bytes, bytes.count, scanner, true)
      }
      if scanner.end.offset > 0 {
        return (bytes, scanner.end.offset, scanner, false)
      }
      guard count < format.recordLimit else {
        throw .recordTooLong(file, scanner.openQuote?.line ?? open.place.line, limit: format.recordLimit)
      }
      count = min(max(2 * count, 4096), max(format.recordLimit, 1))
    }
  }
}
