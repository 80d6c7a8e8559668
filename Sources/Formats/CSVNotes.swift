import Diagnostics
import StageKit
import Tables

/// What is to be told of the records of a piece, in the order of the lines, so that it does not depend on the pieces.
struct CSVNotes {
  /// A record that is no row.
  private struct Reject {
    let note: TextNote
    let place: Origin.Place
  }
  private let file: String
  private let offset: Int
  /// What was seen while cutting the piece.
  private var seen: ArraySlice<TextNote>
  private var rejects: [Reject] = []
  private var cells: [CellNote] = []

  init(_ piece: CSVPiece) { (file, offset, seen) = (piece.file, piece.offset, piece.notes[...]) }
  /// Notes why a record is no row.
  mutating func add(_ note: TextNote, _ record: CSVRecord) {
    let bytes = offset + record.range.lowerBound..<offset + record.range.upperBound
    let place = Origin.Place(file: file, line: note.line, record: record.number, bytes: bytes)
    rejects.append(Reject(note: note, place: place))
  }
  mutating func add(_ note: CellNote) { cells.append(note) }

  /// Tells what was noted since it was last told.
  mutating func tell(_ findings: inout Findings) {
    cells.sort { ($0.place.line, $0.column) < ($1.place.line, $1.column) }
    var rejects = rejects[...]
    for cell in cells {
      while let reject = rejects.first, reject.note.line < cell.place.line {
        tell(reject, &findings)
        rejects.removeFirst()
      }
      tellSeen(before: cell.place.line, &findings)
      let place = Origin.Place(file: file, line: cell.place.line, record: cell.place.number)
      findings.add(cell.fault.codeInCSV, at: place, column: cell.rule.field.name, cell.message())
    }
    for reject in rejects { tell(reject, &findings) }
    (self.rejects, cells) = ([], [])
  }
  /// Tells what is left at the end of the piece.
  mutating func tellRest(_ findings: inout Findings) {
    tell(&findings)
    tellSeen(before: .max, &findings)
  }

  /// A record that holds no data is left out and not missed; every other one is rejected, and kept for those who sent it.
  private mutating func tell(_ reject: Reject, _ findings: inout Findings) {
    let note = reject.note
    tellSeen(before: note.line, &findings)
    guard !["csv.empty-row", "csv.repeated-header"].contains(note.code) else {
      return findings.leaveOut(note.code, at: reject.place, note.message)
    }
    findings.reject(note.code, at: reject.place, column: note.column, note.message)
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
