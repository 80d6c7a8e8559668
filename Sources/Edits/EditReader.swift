import Diagnostics
import YAML

/// Reads edits of a document, and notes what people would miss in them.
struct EditReader {
  private(set) var problems = Diagnostics()
  /// The keys that are words, and not what an edit is made of.
  private static let words: Set = ["id", "also", "severity", "message", "about", "legal", "remedy"]

  mutating func sheet(_ root: Node, name: String) -> EditSheet {
    let sheet = Phrase(vi: "bộ quy tắc '\(name)'", en: "the sheet '\(name)'")
    let title = phrase(root, ["title"], of: sheet)
    let remedy = phrase(root, ["remedy"], of: sheet)
    var names: [String: Phrase] = [:]
    for (key, _) in root["names"]?.pairs ?? [] {
      guard let name = key.scalar, let all = root["names"] else { continue }
      names[name] = phrase(all, [name], of: sheet)
    }
    let rules = root["rules"]?.items ?? []
    if rules.isEmpty { note("rules", sheet, root.range) }
    var seen: Set<String> = []
    var edits: [Edit] = []
    for rule in rules {
      let one = edit(rule, remedy)
      if !one.id.isEmpty, !seen.insert(one.id).inserted {
        problems.add(
          Diagnostic(
            "edits.duplicate",
            Phrase(vi: "hai quy tắc cùng mã '\(one.id)'", en: "two rules have the id '\(one.id)'"),
            at: one.range))
      }
      edits.append(one)
    }
    return EditSheet(name: name, title: title, remedy: remedy, names: names, edits: edits)
  }

  private mutating func edit(_ rule: Node, _ remedy: Phrase) -> Edit {
    let id = rule["id"]?.scalar ?? ""
    let range = rule["id"]?.range ?? rule.range
    let named = Phrase(vi: "quy tắc '\(id)'", en: "the rule '\(id)'")
    if id.isEmpty { note("id", named, rule.range) }
    let conditions = (rule.pairs ?? []).compactMap { key, value -> Edit.Condition? in
      guard let name = key.scalar, !Self.words.contains(name) else { return nil }
      return Edit.Condition(name: name, text: value.written)
    }
    if conditions.isEmpty { note("check", named, range) }
    let also = rule["also"]?.items?.compactMap(\.scalar) ?? []
    return Edit(
      id: id, covers: [String(id.prefix { $0 != "-" })] + also,
      isError: rule["severity"]?.scalar != "warning", says: phrase(rule, ["about", "message"], of: named),
      conditions: conditions, legal: phrase(rule, ["legal"], of: named),
      remedy: rule["remedy"] == nil ? remedy : phrase(rule, ["remedy"], of: named), range: range)
  }

  /// The first of some keys that is there, which must have both languages.
  private mutating func phrase(_ node: Node, _ keys: [String], of what: Phrase) -> Phrase {
    let found = keys.lazy.compactMap { node[$0] }.first
    let texts = ["vi", "en"].map { found?[$0]?.scalar.map(oneLine) ?? "" }
    if texts.contains("") { note(keys.joined(separator: ", "), what, found?.range ?? node.range) }
    return Phrase(vi: texts[0], en: texts[1])
  }
  private mutating func note(_ key: String, _ what: Phrase, _ range: SourceRange) {
    problems.add(
      Diagnostic(
        "edits.incomplete",
        Phrase(vi: "\(what.vi) thiếu '\(key)'", en: "\(what.en) lacks '\(key)'"), at: range,
        hint: Phrase(
          vi: "lời, căn cứ và cách sửa ghi bằng hai thứ tiếng: { vi: …, en: … }",
          en: "words, basis and what to do stand in both languages: { vi: …, en: … }")))
  }
}

/// A text with one blank for every run of blanks and line ends.
private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

extension Node {
  /// What is written, on one line.
  fileprivate var written: String {
    switch content {
    case .scalar(let text, _): oneLine(text)
    case .sequence(let items): "[\(items.map(\.written).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{ \(pairs.map { "\($0.key.written): \($0.value.written)" }.joined(separator: ", ")) }"
    }
  }
}
