public import Diagnostics
public import StageKit
import Tables

extension SchemaGuess {
  /// The schema as a YAML file, with the evidence for every guess as comments.
  public func yaml(_ language: Language) -> String {
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
    let count = rows.inGroups
    var lines = [
      isWhole
        ? say("# Đề xuất từ cả \(count) dòng của \(file).", "# Proposed from all \(count) rows of \(file).")
        : say(
          "# Đề xuất từ \(count) dòng đầu của \(file).", "# Proposed from the first \(count) rows of \(file)."
        ),
      say(
        "# Mọi cột là protected hoặc personal; chỉ người hiểu số liệu mới đặt public.",
        "# Every column is protected or personal; public is for somebody who knows the data to say."),
    ]
    let with = (["files: …", "schema: …"] + options.map { "\($0.name): \($0.value)" }).joined(separator: ", ")
    lines.append("# use: \(stage), with: { \(with) }")
    lines += remarks.map { "# \($0(language))" }
    lines.append("columns:")
    for column in columns {
      lines += column.reasons.map { "  # \($0(language))" }
      let text = "\(column.name): { \(column.pairs.joined(separator: ", ")) }"
      lines.append(column.isReadable ? "  \(text)" : "  # \(text)")
    }
    return lines.map { $0.onOneLine + "\n" }.joined()
  }
  /// The proposal for programs.
  public func json(_ language: Language) -> JSON {
    let listed = columns.map { column -> JSON in
      [
        "name": .string(column.name), "from": .string(column.evidence.header),
        "type": .string(column.typeWord), "role": .string(column.role),
        "sensitivity": .string(column.isPersonal ? "personal" : "protected"),
        "evidence": .array(column.reasons.map { .string($0(language)) }),
      ]
    }
    return [
      "file": .string(file), "use": .string(stage), "rows": .integer(rows), "whole": .bool(isWhole),
      "remarks": .array(remarks.map { .string($0(language)) }), "columns": .array(listed),
      "schema": .string(yaml(language)),
    ]
  }
}

extension ColumnGuess {
  /// The word for the type.
  var typeWord: String {
    switch type {
    case .int: "int"
    case .decimal: "decimal"
    case .double: "double"
    case .text: "text"
    case .bool: "bool"
    case .date: "date"
    }
  }
  /// Whether any cell can be read; lists and objects cannot.
  fileprivate var isReadable: Bool { evidence.nested == 0 || evidence.filled > 0 }
  /// What is declared of the column.
  fileprivate var pairs: [String] {
    var pairs: [String] = []
    if evidence.header != name { pairs.append("from: \(evidence.header.inYAML)") }
    if let label = evidence.label { pairs.append("label: \(label.inYAML)") }
    if type != .text { pairs.append("type: \(typeWord)") }
    if case .decimal(let scale) = type { pairs.append("scale: \(scale)") }
    if role != "label" { pairs.append("role: \(role)") }
    if let digits { pairs.append("digits: \(digits)") }
    if let style { pairs.append("number_style: \(style.rawValue)") }
    if let dateStyle { pairs.append("date_style: \(dateStyle.rawValue)") }
    pairs.append("sensitivity: \(isPersonal ? "personal" : "protected")")
    let words = evidence.shownPlaceholders.map { "\($0.word.inYAML): not_reported" }
    if !words.isEmpty { pairs.append("missing: { \(words.joined(separator: ", ")) }") }
    if isTrimmed { pairs.append("trim: true") }
    if evidence.absent > 0 { pairs.append("optional: true") }
    return pairs
  }
}
