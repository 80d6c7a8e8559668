import Diagnostics
public import StageKit

/// Cuts files that hold a JSON list of objects, or an object a line, into pieces of whole items: the serial, cheap part of reading.
///
/// It holds no handle, so that it is a value that may be copied, shared out and started anew.
public struct JSONCutter: Sendable {
  private var files: [String]
  private let size: Int
  private let itemLimit: Int
  private let form: JSONForm
  private var current: Open?

  /// The file that is being read.
  private struct Open: Sendable {
    var offset: Int
    var place: TextPlace
    var number = 1
    var isLines = false
  }
  /// Where a block is cut.
  private struct Cut {
    var length = 0
    var items = 0
    var place: TextPlace
    var isEnd = false
  }

  /// A cutter before the first file.
  ///
  /// - Parameters:
  ///   - files: Paths as `ProjectFiles` takes them.
  ///   - size: The bytes read at a time, at least 1.
  ///   - itemLimit: The most bytes an item may have.
  ///   - form: How the objects stand in the files.
  public init(_ files: [String], size: Int, itemLimit: Int = 1 << 26, form: JSONForm = .list) {
    self.files = files
    (self.size, self.itemLimit) = (min(max(size, 1), Self.largest), min(itemLimit, Self.largest))
    self.form = form
  }
  /// The most bytes of a piece: places in it are kept in 31 bits.
  private static let largest = 1 << 30
  /// A run of the files, as even as can be.
  public func share(_ index: Int, of count: Int) -> JSONCutter {
    let run = files.count * index / count..<files.count * (index + 1) / count
    return JSONCutter(Array(files[run]), size: size, itemLimit: itemLimit, form: form)
  }

  /// Cuts the next piece; `nil` after the last file.
  ///
  /// - Throws: When a file cannot be read, or does not hold what its form says.
  public mutating func next(_ project: ProjectFiles) throws(StageError) -> JSONPiece? {
    guard let file = files.first else { return nil }
    let open: Open
    if let current { open = current } else { open = try opened(file, project) }
    let (bytes, cut) = try block(of: file, open, project)
    let piece = JSONPiece(
      file: file, bytes: bytes, offset: open.offset, place: open.place, number: open.number,
      isLast: cut.isEnd, isLines: open.isLines)
    if cut.isEnd {
      if !open.isLines { try refuseTail(of: file, from: open.offset + cut.length + 1, cut.place, project) }
      files.removeFirst()
      current = nil
    } else {
      current = Open(
        offset: open.offset + cut.length, place: cut.place, number: open.number + cut.items,
        isLines: open.isLines)
    }
    return piece
  }

  private func opened(_ file: String, _ project: ProjectFiles) throws(StageError) -> Open {
    let head = try project.bytes(file, at: 0, count: 1 << 16)
    try refuseOtherKinds(head, file)
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let start = head[mark...].firstIndex(where: { !$0.isJSONSpace }) else {
      throw .emptyJSON(file, form)
    }
    let place = TextPlace().advanced(past: head[mark..<start])
    if form.settled(file, first: head[start]) == .lines {
      return Open(offset: mark, place: TextPlace(), isLines: true)
    }
    guard head[start] == UInt8(ascii: "[") else { throw .noList(file, place) }
    return Open(offset: start + 1, place: place.advanced(past: [head[start]]))
  }
  private func block(
    of file: String, _ open: Open, _ project: ProjectFiles
  ) throws(StageError) -> (bytes: [UInt8], cut: Cut) {
    var count = size
    while true {
      var bytes = try project.bytes(file, at: open.offset, count: count)
      let isWhole = bytes.count < count
      let cut =
        open.isLines
        ? Self.cutLines(bytes, at: open.place, isWhole: isWhole) : Self.cut(bytes, at: open.place)
      if cut.isEnd || cut.length > 0 {
        bytes.removeLast(bytes.count - cut.length)
        return (bytes, cut)
      }
      if isWhole { throw Self.notClosed(file, bytes, open.place) }
      guard count < itemLimit else { throw .itemTooLong(file, open.place, limit: itemLimit) }
      count = min(max(2 * count, 4096), max(itemLimit, 1))
    }
  }
  /// What is wrong with a list that ends within its last item or behind it; no comma follows that item.
  private static func notClosed(_ file: String, _ rest: [UInt8], _ start: TextPlace) -> StageError {
    var scanner = JSONScanner()
    for byte in rest { _ = scanner.step(byte) }
    guard scanner.isOpen else {
      let last = rest.lastIndex { !$0.isJSONSpace }.map { $0 + 1 } ?? 0
      return .listNotClosed(file, start.advanced(past: rest[..<last]))
    }
    return .itemNotClosed(file, start.advanced(past: rest.prefix { $0.isJSONSpace }))
  }
  /// Finds the end of the last whole line.
  private static func cutLines(_ bytes: [UInt8], at start: TextPlace, isWhole: Bool) -> Cut {
    let scanner = JSONLineScanner(bytes, isWhole: isWhole)
    return Cut(
      length: scanner.length, items: scanner.records, place: TextPlace(line: start.line + scanner.lines),
      isEnd: isWhole)
  }
  /// Finds the last comma between items, or the end of the list.
  private static func cut(_ bytes: [UInt8], at start: TextPlace) -> Cut {
    var scanner = JSONScanner()
    var place = start
    var cut = Cut(place: start)
    for (index, byte) in bytes.enumerated() {
      let event = scanner.step(byte)
      if event == .end { return Cut(length: index, items: cut.items, place: place, isEnd: true) }
      place.advance(past: byte)
      if event == .comma { cut = Cut(length: index + 1, items: cut.items + 1, place: place) }
    }
    return cut
  }
  /// Refuses what stands after the list.
  private func refuseTail(
    of file: String, from offset: Int, _ end: TextPlace, _ project: ProjectFiles
  ) throws(StageError) {
    var (offset, place) = (offset, end.advanced(past: [UInt8(ascii: "]")]))
    while true {
      let bytes = try project.bytes(file, at: offset, count: 1 << 16)
      if let other = bytes.firstIndex(where: { !$0.isJSONSpace }) {
        throw .textAfterList(file, place.advanced(past: bytes[..<other]))
      }
      if bytes.count < 1 << 16 { return }
      (offset, place) = (offset + bytes.count, place.advanced(past: bytes))
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space of JSON.
  var isJSONSpace: Bool { self == 32 || self == 10 || self == 13 || self == 9 }
}
