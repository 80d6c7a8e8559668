import Diagnostics

/// Checks the bytes themselves, before anything is parsed, and gives the place where the text ends.
///
/// - Throws: `yaml.too-large`, `yaml.not-utf8` or `yaml.control-character`.
func checkedEnd(of bytes: [UInt8], file: String) throws(Diagnostics) -> SourcePosition {
  guard bytes.count <= YAMLLimits.bytes else {
    let (size, most) = ((bytes.count + (1 << 20) - 1) >> 20, YAMLLimits.bytes >> 20)
    throw Diagnostics(
      Diagnostic(
        "yaml.too-large",
        Phrase(
          vi: "tệp YAML lớn \(size) MiB, nhiều nhất được \(most) MiB",
          en: "the YAML file has \(size) MiB; at most \(most) MiB are read"), at: .top(of: file),
        hint: Phrase(vi: "hãy để số liệu trong tệp CSV", en: "keep data in a CSV file")))
  }
  if let name = wideEncoding(of: bytes) {
    throw Diagnostics(
      notUTF8(
        Phrase(vi: "tệp được lưu bằng mã \(name), không phải UTF-8", en: "the file is \(name), not UTF-8"),
        .top(of: file)))
  }
  var scan = ByteScan(bytes)
  if let refusal = scan.firstRefusal(file) { throw Diagnostics(refusal) }
  return scan.place
}

/// The name of a two- or four-byte encoding, told by its byte order mark or by the zeros of its first letters.
private func wideEncoding(of bytes: [UInt8]) -> String? {
  let first = Array(bytes.prefix(4))
  if first == [0xFF, 0xFE, 0, 0] || first == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
  guard first.count >= 2 else { return nil }
  if (first[0], first[1]) == (0xFF, 0xFE) || (first[0], first[1]) == (0xFE, 0xFF) { return "UTF-16" }
  guard first.count == 4 else { return nil }
  let zeros = first.map { $0 == 0 }
  if zeros == [true, false, true, false] || zeros == [false, true, false, true] { return "UTF-16" }
  if zeros == [true, true, true, false] || zeros == [false, true, true, true] { return "UTF-32" }
  return nil
}

private func notUTF8(_ message: Phrase, _ range: SourceRange) -> Diagnostic {
  Diagnostic(
    "yaml.not-utf8", message, at: range,
    hint: Phrase(
      vi: "mở tệp bằng trình soạn thảo rồi lưu lại, chọn bảng mã UTF-8",
      en: "open the file in an editor and save it again as UTF-8"))
}

/// A walk over the scalars of a file that knows its place.
private struct ByteScan {
  private let bytes: [UInt8]
  private var i = 0
  private(set) var place = SourcePosition(line: 1, column: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (i, place.offset) = (3, 1) }
  }

  /// What is wrong with the first sequence of bytes that is not UTF-8 or that YAML does not allow.
  mutating func firstRefusal(_ file: String) -> Diagnostic? {
    while i < bytes.count {
      guard let (scalar, length) = scalar(at: i) else { return wrongByte(file) }
      guard isText(scalar) else { return control(scalar, file) }
      advance(scalar, length)
    }
    return nil
  }

  private mutating func advance(_ scalar: UInt32, _ length: Int) {
    i += length
    place.offset += 1
    switch scalar {
    case 0x0D where i < bytes.count && bytes[i] == 0x0A: place.column += 1
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: (place.line, place.column) = (place.line + 1, 1)
    default: place.column += 1
    }
  }
  private func here(_ file: String) -> SourceRange {
    var end = place
    end.column += 1
    end.offset += 1
    return SourceRange(file: file, start: place, end: end)
  }
  private func wrongByte(_ file: String) -> Diagnostic {
    let byte = "0x" + hexadecimal(UInt32(bytes[i]), digits: 2)
    return notUTF8(
      Phrase(vi: "byte \(byte) không phải UTF-8", en: "byte \(byte) is not UTF-8"), here(file))
  }
  private func control(_ scalar: UInt32, _ file: String) -> Diagnostic {
    let name = "U+" + hexadecimal(scalar, digits: 4)
    return Diagnostic(
      "yaml.control-character",
      Phrase(
        vi: "có ký tự điều khiển \(name) trong văn bản",
        en: "there is a control character \(name) in the text"),
      at: here(file),
      hint: Phrase(
        vi:
          "xóa ký tự đó; nếu thật sự cần, viết nó dạng \"\\u\(hexadecimal(scalar, digits: 4))\" trong ngoặc kép",
        en:
          "remove it; if it is really meant, write \"\\u\(hexadecimal(scalar, digits: 4))\" in double quotes")
    )
  }
  private func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
  /// The printable characters of YAML 1.2 section 5.1.
  private func isText(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
  /// The scalar at a byte and its length, by table 3-7 of the Unicode Standard; `nil` when it is not UTF-8.
  private func scalar(at i: Int) -> (UInt32, Int)? {
    let first = UInt32(bytes[i])
    if first < 0x80 { return (first, 1) }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard i + length <= bytes.count else { return nil }
    var value = first & (0x7F >> UInt32(length))
    for next in bytes[i + 1..<i + length] {
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: [UInt32] = [0x80, 0x800, 0x10000]
    guard value >= least[length - 2], value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else {
      return nil
    }
    return (value, length)
  }
}
