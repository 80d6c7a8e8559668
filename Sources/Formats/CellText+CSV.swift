import Tables

extension CellText {
  /// The cells of some rows as fields of CSV, quoted where they must be.
  init(csv column: Column, _ rows: Range<Int>, missing: [UInt8], isSafe: Bool) {
    guard case .text(let texts) = column else {
      self.init(plain: column, rows, missing: missing, words: ([49], [48]), quote: nil)
      return
    }
    if texts.areBare(rows, isSafe: isSafe), missing.isEmpty || texts.validity == nil {
      self.init(texts.bytes, texts.offsets, first: rows.lowerBound)
      return
    }
    var bytes: [UInt8] = []
    var offsets = [0 as UInt32]
    offsets.reserveCapacity(rows.count + 1)
    for row in rows {
      if let validity = texts.validity, !validity[row] {
        bytes += missing
      } else {
        append(field: texts[row], isSafe: isSafe, to: &bytes)
      }
      offsets.append(UInt32(bytes.count))
    }
    self.init(bytes, offsets)
  }
}

/// Whether a spreadsheet would take a text for a formula, or for a field that begins with one.
///
/// The signs are those of OWASP's page on CSV injection, with their full-width forms.
func isFormula(_ text: ArraySlice<UInt8>) -> Bool {
  switch text.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: return true
  case 0xEF: return ["＝", "＋", "－", "＠"].contains { text.starts(with: $0.utf8) }
  default: return false
  }
}

/// Appends a field as `CSVWriter` writes it.
private func append(field text: ArraySlice<UInt8>, isSafe: Bool, to bytes: inout [UInt8]) {
  let mark = isSafe && isFormula(text) ? [UInt8(ascii: "'")] : []
  let edge = (mark.isEmpty && text.first == 32) || text.last == 32
  guard text.isEmpty || edge || text.contains(where: { $0.isSpecial }) else {
    bytes += mark
    bytes += text
    return
  }
  bytes.append(34)
  bytes += mark
  for byte in text {
    if byte == 34 { bytes.append(34) }
    bytes.append(byte)
  }
  bytes.append(34)
}

extension UInt8 {
  /// Whether a field of CSV with it is quoted.
  fileprivate var isSpecial: Bool { self == UInt8(ascii: ",") || self == 34 || self == 10 || self == 13 }
}

extension Texts {
  /// Whether all cells of some rows are written as they are; one that is missing has no bytes and is nothing.
  fileprivate func areBare(_ rows: Range<Int>, isSafe: Bool) -> Bool {
    let (start, end) = (Int(offsets[rows.lowerBound]), Int(offsets[rows.upperBound]))
    let hasSpecial = bytes.withUnsafeBufferPointer { bytes in
      // Numbers are joined rather than answers, which the compiler does for many bytes at once.
      var found = 0 as UInt8
      for place in start..<end {
        let byte = bytes[place]
        found |= (byte == UInt8(ascii: ",") ? 1 : 0) | (byte == 34 ? 1 : 0)
        found |= (byte == 10 ? 1 : 0) | (byte == 13 ? 1 : 0)
      }
      return found != 0
    }
    guard !hasSpecial else { return false }
    for row in rows {
      let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
      guard start < end else {
        guard let validity, !validity[row] else { return false }
        continue
      }
      if bytes[start] == 32 || bytes[end - 1] == 32 || isSafe && isFormula(bytes[start..<end]) {
        return false
      }
    }
    return true
  }
}
