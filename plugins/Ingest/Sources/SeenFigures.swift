import Diagnostics
import Figures
import Tables

/// The figures of a table so far, by what they speak of.
///
/// Not by the id, which has the grade: of two figures with one precedence nobody could say which counts.
struct SeenFigures {
  private struct Key: Hashable {
    let unit: String
    let day: Int32
    let measure: String
    let group: String
    let precedence: Int
  }
  /// The first row of every standard.
  private var rows: [Key: [String: Int]] = [:]

  /// Takes a figure of a row.
  ///
  /// A figure without a standard is one to which none applies: beside one that names a standard the same is told twice.
  ///
  /// - Returns: The row that has it already, and its standard; `nil` when none has.
  mutating func add(_ figure: Figure, row: Int) -> (row: Int, standard: String)? {
    let key = Key(
      unit: figure.unit, day: figure.asOf.number, measure: figure.measure, group: figure.group,
      precedence: figure.precedence)
    let known = rows[key] ?? [:]
    let same = known.filter { figure.standard.isEmpty || $0.key.isEmpty || $0.key == figure.standard }
    guard let first = same.min(by: { $0.value < $1.value }) else {
      rows[key, default: [:]][figure.standard] = row
      return nil
    }
    return (first.value, first.key)
  }
}

extension Phrase {
  /// That a line has the figure already, under the same standard or as one that needs none.
  static func sameTwice(_ line: Int, _ standard: String, _ other: String) -> Phrase {
    guard standard != other else {
      return Phrase(
        vi: "số liệu này đã có ở dòng \(line), cùng đơn vị, ngày, số đo, nhóm, chuẩn và thứ tự ưu tiên",
        en:
          "line \(line) has this figure already: the same unit, day, measure, group, standard and precedence")
    }
    guard standard.isEmpty else {
      return Phrase(
        vi:
          "số liệu này đã có ở dòng \(line), ở đó không ghi chuẩn, còn ở đây ghi '\(standard)'; đơn vị, ngày, số đo, nhóm và thứ tự ưu tiên đều như nhau",
        en:
          "line \(line) has this figure already, without a standard, which is '\(standard)' here: the same unit, day, measure, group and precedence"
      )
    }
    return Phrase(
      vi:
        "số liệu này đã có ở dòng \(line), ở đó ghi chuẩn '\(other)', còn ở đây không ghi; đơn vị, ngày, số đo, nhóm và thứ tự ưu tiên đều như nhau",
      en:
        "line \(line) has this figure already, under the standard '\(other)', and none is named here: the same unit, day, measure, group and precedence"
    )
  }
}
