/// The lines of one file, found once and decoded one at a time.
///
/// A line ends at LF, CR, CR LF, U+0085, U+2028 or U+2029, as in YAML, so that lines and columns agree with those of the
/// parser. A byte order mark at the start belongs to no line. Bytes that are not UTF-8 are shown as U+FFFD.
package struct SourceLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines of a file in one pass.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var i = starts[0]
    while i < bytes.count {
      let length = SourceLines.lineBreak(in: bytes, at: i)
      i += Swift.max(1, length)
      if length > 0 { starts.append(i) }
    }
    self.starts = starts
  }
  /// The number of lines; at least one.
  package var count: Int { starts.count }

  /// Decodes a line, counted from 1, without its line break; `nil` when the file has no such line.
  package func scalars(ofLine line: Int) -> [Unicode.Scalar]? {
    guard line >= 1, line <= starts.count else { return nil }
    var end = line < starts.count ? starts[line] : bytes.count
    if line < starts.count { end -= breakLength(before: end) }
    return Array(String(decoding: bytes[starts[line - 1]..<end], as: UTF8.self).unicodeScalars)
  }

  private func breakLength(before end: Int) -> Int {
    switch bytes[end - 1] {
    case 0x0A: end >= 2 && bytes[end - 2] == 0x0D ? 2 : 1
    case 0x0D: 1
    case 0x85: 2
    default: 3
    }
  }
  private static func lineBreak(in bytes: [UInt8], at i: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
    switch bytes[i] {
    case 0x0A: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
