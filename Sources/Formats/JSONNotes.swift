import Diagnostics
import StageKit
import Tables

/// What is to be told of the items of a piece, in their order.
struct JSONNotes {
  /// An item that is no row.
  private struct Reject {
    let fault: JSONFault
    let place: RecordPlace
    /// The place of the fault in the text.
    let text: TextPlace
  }
  private let piece: JSONPiece
  private var rejects: [Reject] = []
  private var cells: [CellNote] = []
  /// The place in the text of a byte, from which the next one is found.
  private var known: (index: Int, place: TextPlace)

  init(_ piece: JSONPiece) { (self.piece, known) = (piece, (0, piece.place)) }

  /// Notes why an item is no row; `lineStart` is where its line begins, where each item is a line.
  mutating func add(_ fault: JSONFault, _ place: RecordPlace, from lineStart: Int) {
    if piece.isLines { known = (lineStart, TextPlace(line: place.line)) }
    known = (fault.index, known.place.advanced(past: piece.bytes[known.index..<fault.index]))
    rejects.append(Reject(fault: fault, place: place, text: known.place))
  }
  mutating func add(_ note: CellNote) { cells.append(note) }

  /// Tells what was noted since it was last told.
  mutating func tell(_ findings: inout Findings) {
    cells.sort { ($0.place.number, $0.column) < ($1.place.number, $1.column) }
    var rejects = rejects[...]
    for cell in cells {
      while let reject = rejects.first, reject.place.number < cell.place.number {
        tell(reject, &findings)
        rejects.removeFirst()
      }
      findings.add(
        cell.fault.codeInJSON, at: place(cell.place), column: cell.rule.field.name, cell.message())
    }
    for reject in rejects { tell(reject, &findings) }
    (self.rejects, cells) = ([], [])
  }
  func tellEmptyList(_ findings: inout Findings) {
    findings.add(
      "json.no-rows", file: piece.file, line: piece.place.line,
      Phrase(vi: "danh sách không có phần tử nào", en: "the list is empty"))
  }
  private func tell(_ reject: Reject, _ findings: inout Findings) {
    let (fault, column) = (reject.fault, reject.text.column)
    var place = place(reject.place)
    place.line = reject.text.line
    findings.reject(
      fault.code, at: place, column: fault.column,
      Phrase(
        vi: "ký tự \(column): \(fault.message.vi)", en: "character \(column): \(fault.message.en)"))
  }
  private func place(_ record: RecordPlace) -> Origin.Place {
    Origin.Place(
      file: piece.file, line: record.line, record: record.number,
      bytes: piece.offset + record.offset..<piece.offset + record.end)
  }
}
