import Spelling
import Tables

extension Evaluation {
  /// Computes texts.
  func texts(_ plan: TextPlan) -> TextLane {
    switch plan {
    case .column(let index):
      guard case .text(let cells) = batch.columns[index] else {
        preconditionFailure("column \(index) is not of the type the expression was checked with")
      }
      return TextLane(cells: cells)
    case .constant(let bytes):
      var cells = Texts()
      cells.append(bytes ?? [])
      if bytes == nil { cells.validity = Bitmap(count: 1) }
      return TextLane(cells: cells, isConstant: true)
    case .lower(let a): return lower(texts(a))
    case .trim(let a): return trimmed(texts(a))
    case .nameKey(let a):
      return mapped(texts(a)) { text, cells in
        cells.append(VietnameseName.folded(String(decoding: text, as: UTF8.self)).utf8)
      }
    case .choice(let choice): return chosen(choice)
    }
  }
  private func mapped(_ lane: TextLane, _ append: (ArraySlice<UInt8>, inout Texts) -> Void) -> TextLane {
    var cells = Texts()
    cells.bytes.reserveCapacity(lane.cells.bytes.count)
    cells.offsets.reserveCapacity(lane.cells.offsets.count)
    for row in 0..<lane.cells.offsets.count - 1 { append(lane.cells[row], &cells) }
    (cells.validity, cells.reasons) = (lane.cells.validity, lane.cells.reasons)
    return TextLane(cells: cells, isConstant: lane.isConstant, overflow: lane.overflow)
  }
  private func lower(_ lane: TextLane) -> TextLane {
    guard !lane.cells.bytes.allSatisfy({ $0 < 0x80 }) else {
      var lane = lane
      lane.cells.bytes = lane.cells.bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
      return lane
    }
    return mapped(lane) { text, cells in
      cells.append(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }
  }
  private func trimmed(_ lane: TextLane) -> TextLane {
    mapped(lane) { text, cells in
      guard let first = text.first, let last = text.last else { return cells.append(text) }
      // Most texts begin and end with a sign that is no blank in any alphabet.
      if (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) { return cells.append(text) }
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      let start = scalars.drop { $0.properties.isWhitespace }
      let end = start.reversed().drop { $0.properties.isWhitespace }
      cells.append(String(String.UnicodeScalarView(end.reversed())).utf8)
    }
  }
  /// The numbers of characters.
  func length(_ lane: TextLane) -> Numbers {
    let isPlain = PlainText.is(lane.cells.bytes[...])
    let values = (0..<lane.cells.offsets.count - 1).map { row -> Int64 in
      let text = lane.cells[row]
      if isPlain { return Int64(text.count { $0 & 0xC0 != 0x80 }) }
      return Int64(String(decoding: text, as: UTF8.self).count)
    }
    let cells = Values(values, validity: lane.cells.validity, reasons: lane.cells.reasons)
    return Numbers(cells: cells, isConstant: lane.isConstant, overflow: lane.overflow)
  }
}
