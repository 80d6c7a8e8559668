import Diagnostics
import YAML

extension Diagnostic {
  static func wordNotText(_ key: String, _ node: Node) -> Diagnostic {
    Diagnostic(
      "words.not-text",
      Phrase(
        vi: "từ '\(key)' phải là chữ, gặp \(node.shown.vi)",
        en: "the word '\(key)' must be text, found \(node.shown.en)"
      ), at: node.range)
  }
  static func wordBadParameter(_ key: String, _ node: Node) -> Diagnostic {
    Diagnostic(
      "words.bad-parameter",
      Phrase(
        vi: "dấu ngoặc nhọn trong từ '\(key)' không đúng", en: "the braces in the word '\(key)' are wrong"),
      at: node.range,
      hint: Phrase(
        vi: "viết {tên} cho một giá trị, {{ và }} cho chính dấu ngoặc",
        en: "write {name} for a value, {{ and }} for the braces themselves"))
  }
  static func unknownWord(_ key: String, in words: Wording, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "template.unknown-word",
      Phrase(vi: "không có từ '\(key)' trong \(words.file)", en: "no word '\(key)' in \(words.file)"),
      at: range,
      hint: words.keys.suggestion(for: key))
  }
  static func unknownParameter(
    _ name: String, of key: String, _ names: [String], at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "template.unknown-parameter",
      Phrase(vi: "từ '\(key)' không có {\(name)}", en: "the word '\(key)' has no {\(name)}"), at: range,
      hint: names.suggestion(for: name))
  }
  static func missingParameter(_ name: String, of key: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "template.missing-parameter",
      Phrase(
        vi: "từ '\(key)' cần giá trị cho {\(name)}", en: "the word '\(key)' needs a value for {\(name)}"),
      at: range, hint: Phrase(same: "{{ t \"\(key)\" \(name)=… }}"))
  }
  static func missingTemplate(_ name: String, of names: [String], in file: String) -> Diagnostic {
    Diagnostic(
      "theme.missing-template",
      Phrase(
        vi: "giao diện thiếu mẫu templates/\(name).html", en: "the theme has no templates/\(name).html"),
      at: .top(of: file), hint: names.suggestion(for: name))
  }
  static func missingWord(_ key: String, in words: Wording) -> Diagnostic {
    Diagnostic(
      "theme.missing-word",
      Phrase(vi: "\(words.file) thiếu từ '\(key)'", en: "\(words.file) has no word '\(key)'"),
      at: .top(of: words.file), hint: words.keys.nearest(to: key).map { Phrase(same: $0 + "?") })
  }
  static func wordParameter(
    _ name: String, of key: String, _ names: [String], in words: Wording
  ) -> Diagnostic {
    Diagnostic(
      "theme.unknown-parameter",
      Phrase(
        vi: "từ '\(key)' trong \(words.file) có {\(name)}, mà chương trình không đưa giá trị ấy",
        en: "the word '\(key)' in \(words.file) has {\(name)}, which the program does not give"),
      at: .top(of: words.file), hint: names.isEmpty ? nil : names.suggestion(for: name))
  }
}
