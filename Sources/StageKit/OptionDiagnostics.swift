import Diagnostics
import YAML

extension Diagnostic {
  static func optionsNotMapping(_ node: Node) -> Self {
    Diagnostic(
      "options.not-mapping",
      Phrase(
        vi: "cần các mục dạng tên: giá trị, thấy \(node.kind.vi)",
        en: "expected a mapping of options, found \(node.kind.en)"),
      at: node.range)
  }
  static func unknownOption(_ key: Node, of known: [String]) -> Self {
    let word = key.scalar ?? key.kind.en
    return Diagnostic(
      "options.unknown", Phrase(vi: "không có tùy chọn '\(word)'", en: "unknown option '\(word)'"),
      at: key.range,
      hint: known.suggestion(for: word))
  }
  static func missingOption(_ key: String, _ meaning: Phrase, in parent: Node) -> Self {
    Diagnostic(
      "options.missing", Phrase(vi: "thiếu tùy chọn '\(key)'", en: "missing option '\(key)'"),
      at: parent.range,
      hint: meaning)
  }
}
