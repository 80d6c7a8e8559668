import Diagnostics
import Expressions
import StageKit
import Standards
import Tables

extension Classifier {
  /// A condition of the pack, and the cells that it asks.
  struct Asked: Sendable {
    /// The place of its indicator.
    let place: Int
    let indicator: String
    let cells: [(column: Int, field: Field)]

    /// Those that are asked of the rows.
    static func conditions(_ rules: ClassRules, _ inputs: FoundInputs, in schema: Schema) -> [Asked] {
      zip(rules.indicators, inputs.flags).enumerated().compactMap { place, pair in
        guard pair.1.isAsked else { return nil }
        let cells = pair.1.answer.columns.compactMap { name in
          schema.index(of: name).map { (column: $0, field: schema.fields[$0]) }
        }
        return Asked(place: place, indicator: pair.0.id, cells: cells)
      }
    }
  }

  /// Tells of every row in which a condition has no answer though every cell that it asks has one.
  ///
  /// Each answer can be, but not all of them together, such as more dependants than members. The condition itself says so by
  /// giving none; it is told of households above the lines, too, whose class does not depend on it.
  func tellUnanswered(_ flags: [Column], _ clean: Batch, _ batch: Batch, _ findings: inout Findings) {
    for asked in conditions {
      guard case .bool(let answers) = flags[asked.place], let known = answers.validity else { continue }
      for row in (~known).rows where asked.cells.allSatisfy({ !clean.columns[$0.column].isMissing(row) }) {
        let told = asked.cells.map { cell in
          let isShown = cell.field.sensitivity < .personal
          return cell.field.name + (isShown ? " = " + clean.columns[cell.column].shown(row) : "")
        }.joined(separator: ", ")
        findings.add(
          "classify.answers", row: row, of: batch, column: asked.cells.first?.field.name,
          Phrase(
            vi:
              "\(told): các câu trả lời này không thể cùng đúng, nên coi như chưa biết hộ có thiếu hụt chỉ số '\(asked.indicator)' không: đối chiếu với phiếu rồi sửa ô sai",
            en:
              "\(told): these answers cannot all be right, so it counts as not known whether the household is deprived in '\(asked.indicator)': compare with the form and mend the one that is wrong"
          ))
      }
    }
  }
}

extension Column {
  /// A cell as a file has it.
  fileprivate func shown(_ row: Int) -> String {
    switch self {
    case .int(let cells): String(cells.values[row])
    case .decimal(let cells):
      FixedPoint(units: Int128(cells.units.values[row]), scale: cells.scale).plain
    case .double(let cells): cells.values[row].description
    case .bool(let cells): cells.bits[row] ? "1" : "0"
    case .date(let cells): Day(number: cells.values[row]).iso
    case .text(let cells): "'" + String(decoding: cells[row], as: UTF8.self) + "'"
    }
  }
}
