import Diagnostics
import Edits
import StageKit

/// What `explain` says of a rule: all of it in both languages, the reader's first.
struct EditText {
  let edit: Edit
  let sheet: EditSheet

  /// The rules of a name: that of one, or that of an edit of the catalogue, which several may carry out.
  static func found(_ name: String, in sheets: [EditSheet]) -> [EditText] {
    let all = sheets.flatMap { sheet in sheet.edits.map { EditText(edit: $0, sheet: sheet) } }
    let exact = all.filter { $0.edit.id == name }
    return exact.isEmpty ? all.filter { $0.edit.answers(to: name) } : exact
  }

  func rendered(_ language: Language) -> String {
    let other: Language = language == .vi ? .en : .vi
    let conditions = edit.conditions.map { "  \($0.name): \($0.text)\n" }.joined()
    let heading = language == .vi ? "Như đã ghi" : "As it is written"
    return "\(edit.id)  (share:rules/\(sheet.name).yaml:\(edit.range.start.line))\n\n"
      + "\(words(language))\n\(words(other))\n\(heading):\n\(conditions)"
  }
  private func words(_ language: Language) -> String {
    let names =
      language == .vi
      ? ["Về", "Mức độ", "Căn cứ", "Cách xử lý"] : ["About", "Severity", "Legal basis", "What to do"]
    let texts = [sheet.title, edit.severity, edit.legal, edit.remedy].map { $0(language) }
    return "\(edit.says(language))\n" + zip(names, texts).map { "  \($0): \($1)\n" }.joined()
  }
  var json: JSON {
    func both(_ phrase: Phrase) -> JSON { ["vi": .string(phrase.vi), "en": .string(phrase.en)] }
    return [
      "rule": .string(edit.id), "sheet": .string(sheet.name),
      "edits": .array(edit.covers.map { .string($0) }),
      "severity": .string(edit.isError ? "error" : "warning"), "says": both(edit.says),
      "conditions": .array(
        edit.conditions.map { ["name": .string($0.name), "text": .string($0.text)] }),
      "legal": both(edit.legal), "remedy": both(edit.remedy),
    ]
  }
}
