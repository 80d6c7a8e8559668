import Tables

extension CellText {
  /// The cells of some rows as values of JSON.
  init(json column: Column, _ rows: Range<Int>) {
    let null = Array("null".utf8)
    guard case .text(let texts) = column else {
      let words = (Array("true".utf8), Array("false".utf8))
      self.init(plain: column, rows, missing: null, words: words, quote: 34)
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      Int(texts.offsets[rows.upperBound] - texts.offsets[rows.lowerBound]) + 4 * rows.count)
    var offsets = [0 as UInt32]
    offsets.reserveCapacity(rows.count + 1)
    for row in rows {
      if let validity = texts.validity, !validity[row] {
        bytes += null
      } else {
        append(quoted: texts[row], to: &bytes)
      }
      offsets.append(UInt32(bytes.count))
    }
    self.init(bytes, offsets)
  }
}

/// Appends a text as `JSONWriter` writes it.
private func append(quoted text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
  guard !text.contains(where: { $0 < 32 || $0 == 34 || $0 == 92 || $0 == 127 }) else {
    var writer = JSONWriter(.compact)
    writer.value(String(decoding: text, as: UTF8.self))
    bytes += writer.bytes
    return
  }
  bytes.append(34)
  bytes += text
  bytes.append(34)
}
