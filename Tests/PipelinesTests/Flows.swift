import Diagnostics
import Figures
import StageKit
import Tables

/// A table that everybody may see, entered into the ledger.
struct Shown: TableFlow, Releasable, Recorded {
  static let kind = Phrase(vi: "bảng đã cho xem", en: "a table for everybody")
  let table: Table
  var ledgerEntry: [UInt8] { Array((table.rows.lines.joined(separator: ";") + "\n").utf8) }
}
/// Figures that everybody may see.
struct ShownFigures: Releasable {
  typealias Shape = FigureShape
  static let kind = Phrase(vi: "số liệu đã cho xem", en: "figures for everybody")
}
struct NoPorts: Ports {}

/// A document with a number, public by its type.
struct Rule: StageOptions, PublicDocument {
  typealias Shape = Rule
  static let kind = Phrase(vi: "quy tắc", en: "a rule")
  static let key = "rule"
  @Option(vi: "Số.", en: "Number.") var number: Int
}
/// A document that the program brings along.
struct Unit: StageOptions, Resource {
  typealias Shape = Unit
  static let kind = Phrase(vi: "đơn vị", en: "a unit")
  static let key = "unit"
  static let builtIn: String? = "share:units/one.yaml"
  @Option(vi: "Tên.", en: "Name.") var name: String
}

extension Batch {
  /// The rows as lines of cells with commas between.
  var lines: [String] {
    (0..<count).map { row in columns.map { $0.cell(row) }.joined(separator: ",") }
  }
}
extension Column {
  fileprivate func cell(_ row: Int) -> String {
    if isMissing(row) { return "?" }
    return switch self {
    case .int(let cells): "\(cells.values[row])"
    case .decimal(let cells): FixedPoint(units: Int128(cells.units.values[row]), scale: cells.scale).plain
    case .double(let cells): "\(cells.values[row])"
    case .text(let cells): String(decoding: cells[row], as: UTF8.self)
    case .bool(let cells): "\(cells.bits[row])"
    case .date(let cells): Day(number: cells.values[row]).iso
    }
  }
}
