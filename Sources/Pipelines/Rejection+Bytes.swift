import Diagnostics
import StageKit
import Tables

// Rejections as bytes, for partial states and for what is put aside on the disk.
extension Rejection {
  func write(to bytes: inout ByteWriter) {
    for text in [step, code, message.vi, message.en, place.file] { bytes.write(text.utf8) }
    for text in [column, group] {
      bytes.write(UInt8(text == nil ? 0 : 1))
      bytes.write((text ?? "").utf8)
    }
    bytes.write(Int64(place.line))
    bytes.write(Int64(place.record ?? -1))
    bytes.write(Int64(place.bytes?.lowerBound ?? -1))
    bytes.write(Int64(place.bytes?.count ?? 0))
    bytes.write(UInt8(original == nil ? 0 : 1))
    if let original { bytes.write(original) }
  }
  init(from bytes: inout ByteReader) throws(StateError) {
    var texts: [String] = []
    for _ in 0..<5 { texts.append(try bytes.text()) }
    var optional: [String?] = []
    for _ in 0..<2 {
      let isThere = try bytes.read(UInt8.self) != 0
      let text = try bytes.text()
      optional.append(isThere ? text : nil)
    }
    var place = Origin.Place(file: texts[4], line: Int(try bytes.read(Int64.self)))
    let record = Int(try bytes.read(Int64.self))
    let (start, count) = (Int(try bytes.read(Int64.self)), Int(try bytes.read(Int64.self)))
    guard start >= -1, count >= 0, start <= Int.max - count else {
      throw StateError("it has a place that is none")
    }
    place.record = record < 0 ? nil : record
    place.bytes = start < 0 ? nil : start..<start + count
    self.init(
      step: texts[0], code: texts[1], place: place, column: optional[0],
      message: Phrase(vi: texts[2], en: texts[3]), group: optional[1])
    if try bytes.read(UInt8.self) != 0 { original = Array(try bytes.readBytes()) }
  }
}

extension SourceForm {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .csv(let heading): bytes.write(Int64(heading))
    case .json: bytes.write(Int64(-1))
    case .lines: bytes.write(Int64(-2))
    }
  }
  init(from bytes: inout ByteReader) throws(StateError) {
    let heading = Int(try bytes.read(Int64.self))
    self = heading == -2 ? .lines : heading < 0 ? .json : .csv(heading: heading)
  }
}

extension ByteReader {
  mutating func text() throws(StateError) -> String { String(decoding: try readBytes(), as: UTF8.self) }
}
