import Diagnostics
import StageKit
import Tables

/// What is to be told of the records of a piece, in the order of the lines, so that it does not depend on the pieces.
struct CSVNotes {
  /// A cell that is not of its column's type.
  private struct WrongCell {
    let text: ArraySlice<UInt8>
    let rule: ColumnRule
    let column: Int
    let place: CSVRows.Place
  }
  private let file: String
  /// What was seen while cutting the piece.
  private var seen: ArraySlice<TextNote>
  private var rejects: [TextNote] = []
  private var wrong: [WrongCell] = []

  init(_ piece: CSVPiece) { (file, seen) = (piece.file, piece.notes[...]) }
  /// Notes why a record is no row.
  mutating func add(_ reject: TextNote) { rejects.append(reject) }
  /// Notes a wrong cell.
  mutating func add(
    wrong text: ArraySlice<UInt8>, _ rule: ColumnRule, _ column: Int, _ place: CSVRows.Place
  ) { wrong.append(WrongCell(text: text, rule: rule, column: column, place: place)) }

  /// Tells what was noted since it was last told.
  mutating func tell(_ findings: inout Findings) {
    wrong.sort { ($0.place.line, $0.column) < ($1.place.line, $1.column) }
    var rejects = rejects[...]
    for cell in wrong {
      while let reject = rejects.first, reject.line < cell.place.line {
        tell(reject, &findings)
        rejects.removeFirst()
      }
      tellSeen(before: cell.place.line, &findings)
      let (rule, number, line) = (cell.rule, cell.place.number, cell.place.line)
      // Put into words only when it is kept, for a column that is read as another type is wrong in every row.
      findings.add(
        "csv.value", file: file, line: line, column: rule.field.name,
        TextNote.wrongValue(cell.text, rule, number, "csv.value", line).message)
    }
    for reject in rejects { tell(reject, &findings) }
    (self.rejects, wrong) = ([], [])
  }
  /// Tells what is left at the end of the piece.
  mutating func tellRest(_ findings: inout Findings) {
    tell(&findings)
    tellSeen(before: .max, &findings)
  }

  private mutating func tell(_ reject: TextNote, _ findings: inout Findings) {
    tellSeen(before: reject.line, &findings)
    findings.add(reject, file)
  }
  private mutating func tellSeen(before line: Int, _ findings: inout Findings) {
    while let note = seen.first, note.line <= line { findings.add(seen.removeFirst(), file) }
  }
}

extension Findings {
  fileprivate mutating func add(_ note: TextNote, _ file: String) {
    add(note.code, file: file, line: note.line, column: note.column, note.message)
  }
}
