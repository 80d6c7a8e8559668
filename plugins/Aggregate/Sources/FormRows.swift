import Diagnostics
import StageKit
import Tables

/// The official tables as rows, one for each cell, in the official order.
enum FormRows {
  /// The columns: what a cell is of, its number, and why there is none.
  static func schema(_ sensitivity: Sensitivity) -> Schema {
    Schema([
      Field("form", .text, .code, sensitivity: sensitivity),
      Field("title", .text, .label, sensitivity: sensitivity),
      Field("row", .int, .code, sensitivity: sensitivity),
      Field("unit", .text, .code, sensitivity: sensitivity),
      Field("weight", .text, .code, sensitivity: sensitivity),
      Field("column", .int, .code, sensitivity: sensitivity),
      Field("heading", .text, .label, sensitivity: sensitivity),
      Field("count", .int, .count, sensitivity: sensitivity),
      Field(
        "percent", .decimal(scale: 2), .rate(numerator: "", denominator: ""), sensitivity: sensitivity),
      Field("reason", .text, .label, sensitivity: sensitivity),
    ])
  }
  static func batch(_ sheets: [FormSheet], _ schema: Schema) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    var rows = 0
    for sheet in sheets {
      for (number, row) in sheet.rows.enumerated() {
        let shown = sheet.columns.indices.filter { sheet.columns[$0].isShown }
        for (place, cell) in shown.enumerated() {
          columns[0].append(text: sheet.form.rawValue.utf8)
          columns[1].append(text: sheet.form.title.utf8)
          columns[2].append(units: Int64(number + 1))
          if let unit = row.unit {
            columns[3].append(text: unit.utf8)
          } else {
            columns[3].append(missing: .notApplicable)
          }
          columns[4].append(text: row.counting.utf8)
          columns[5].append(units: Int64(place + 1))
          columns[6].append(text: sheet.columns[cell].heading.utf8)
          append(row.cells[cell], &columns)
          rows += 1
        }
      }
    }
    return Batch(columns.map(\.column), count: rows)
  }
  private static func append(_ cell: FormCell, _ columns: inout [ColumnBuilder]) {
    switch cell {
    case .count(let count):
      columns[7].append(units: count)
      columns[8].append(missing: .notApplicable)
      columns[9].append(missing: .notApplicable)
    case .percent(let percent):
      columns[7].append(missing: .notApplicable)
      columns[8].append(units: Int64(exactly: percent.units))
      columns[9].append(missing: .notApplicable)
    case .blank(let reason):
      columns[7].append(missing: .notReported)
      columns[8].append(missing: .notReported)
      columns[9].append(text: reason.utf8)
    }
  }
  /// Tells where parts are more than their whole.
  static func tellExcesses(_ sheets: [FormSheet], _ findings: inout Findings) {
    for sheet in sheets {
      for excess in sheet.excesses {
        func name(_ place: Int) -> String { "(\(place + 1)) \(sheet.columns[place].heading)" }
        let parts = excess.parts.parts.map(name).joined(separator: " + ")
        let whole = name(excess.parts.whole)
        let place = "\(sheet.form.rawValue), \(excess.unit): \(parts) = \(excess.sum)"
        guard !excess.parts.isOfPersons else {
          findings.add(
            "forms.fewer-persons", file: "", line: 0, column: excess.unit,
            Phrase(
              vi:
                "\(place), mà \(whole) = \(excess.total): mỗi hộ có ít nhất một người, nên tỷ lệ trên tổng số nhân khẩu để trống; đối chiếu hai tổng số",
              en:
                "\(place), and \(whole) = \(excess.total): each household has at least one person, so rates over all persons are blank; compare the two totals"
            ))
          continue
        }
        findings.add(
          "forms.above", file: "", line: 0, column: excess.unit,
          Phrase(
            vi:
              "\(place), nhiều hơn \(whole) = \(excess.total): tỷ lệ trên tổng số ấy, nếu có, để trống; đối chiếu hai bảng và ngày của chúng",
            en:
              "\(place), more than \(whole) = \(excess.total): rates over that total, if any, are blank; compare both tables and their days"
          ))
      }
    }
  }
  /// Tells how many cells of each table are blank.
  static func tellBlanks(_ sheets: [FormSheet], _ findings: inout Findings) {
    for sheet in sheets {
      let blanks = sheet.rows.flatMap(\.cells).count { if case .blank = $0 { true } else { false } }
      guard blanks > 0 else { continue }
      findings.add(
        "forms.blank", file: "", line: 0, column: sheet.form.rawValue,
        Phrase(
          vi: "\(sheet.form.rawValue): \(blanks) ô để trống, lý do ở cột Ghi chú",
          en: "\(sheet.form.rawValue): \(blanks) cells are blank, for the reasons in the last column"))
    }
  }
}
