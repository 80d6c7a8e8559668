import Tables

extension CellColumn {
  /// Copies the texts of the column end to end.
  func texts(_ gaps: inout CellGaps) -> Texts {
    var texts = Texts()
    texts.offsets.reserveCapacity(rows.count + 1)
    texts.bytes = Array(unsafeUninitializedCapacity: room) { bytes, used in
      for row in 0..<rows.count {
        let cell = rows.fields[row * rows.width + field]
        let (start, end) = (Int(cell.start), Int(cell.end))
        if start < end, !cell.isCopied, isPlain(start, end) {
          copy(start, end, to: bytes, at: &used)
        } else if let text = careful(cell, row, &gaps) {
          for byte in text {
            bytes.initializeElement(at: used, to: byte)
            used += 1
          }
        }
        texts.offsets.append(UInt32(truncatingIfNeeded: used))
      }
    }
    return texts
  }
  /// The most bytes that the texts can take, and some that copying writes beyond the end.
  private var room: Int {
    (0..<rows.count).reduce(16) { sum, row in
      sum + rows.length(rows.fields[row * rows.width + field])
    }
  }
  /// Whether a text is surely there, and no space stands around it.
  @inline(__always) private func isPlain(_ start: Int, _ end: Int) -> Bool {
    let (first, last) = (rows.text[start], rows.text[end - 1])
    return first > 32 && last > 32 && first != 0xC2 && last != 0xA0
      && (words.isEmpty || !words.mayHold(rows.text, start, end))
  }
  /// Sixteen bytes at once where they are there, for most texts are short.
  @inline(__always) private func copy(
    _ start: Int, _ end: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at used: inout Int
  ) {
    let target = UnsafeMutableRawBufferPointer(bytes)
    if end - start <= 16, start + 16 <= rows.text.count {
      let block = rows.text.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
      target.storeBytes(of: block, toByteOffset: used, as: SIMD16<UInt8>.self)
    } else {
      UnsafeMutableRawBufferPointer(rebasing: target[used...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: rows.text[start..<end]))
    }
    used += end - start
  }
  /// The text of a cell with all care; `nil` when it is missing.
  private func careful(_ cell: CellField, _ row: Int, _ gaps: inout CellGaps) -> ArraySlice<UInt8>? {
    if cell.isEmpty {
      gaps.add(row, blank)
      return nil
    }
    switch rows.cell(cell) {
    case .text(let text):
      let inner = text.trimmed
      guard let reason = rule.reason(inner) else { return rule.isTrimmed ? inner : text }
      gaps.add(row, reason)
    case .missing(let reason): gaps.add(row, reason)
    // A number is no text, since 1 is not the code 01.
    case .number, .answer, .nested: gaps.add(row, .invalid)
    }
    return nil
  }
}
