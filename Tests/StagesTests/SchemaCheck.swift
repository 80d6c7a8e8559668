import StageKit
import YAML

/// A plain reader of JSON Schema, as an editor has one, for the keywords that ours are made of.
///
/// Schemas are read as YAML, which JSON is too; a value is what YAML 1.2 makes of what is written.
enum SchemaCheck {
  /// What is wrong with a value: its place, and the keyword it breaks.
  static func problems(_ value: Node, _ schema: Node, _ place: String = "") -> [String] {
    schema.pairs.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "properties":
        rule.pairs.flatMap { name, rule in
          value[name].map { problems($0, rule, "\(place)/\(name)") } ?? []
        }
      case "items": value.items.enumerated().flatMap { problems($1, rule, "\(place)/\($0)") }
      case "required":
        value.isMapping ? rule.words.filter { value[$0] == nil }.map { "\(place): lacks \($0)" } : []
      case "additionalProperties": others(value, rule, besides: schema["properties"], place)
      case "allOf": rule.items.flatMap { problems(value, $0, place) }
      case "anyOf": rule.items.contains { problems(value, $0).isEmpty } ? [] : ["\(place): none of anyOf"]
      case "oneOf":
        rule.items.count { problems(value, $0).isEmpty } == 1 ? [] : ["\(place): not one of oneOf"]
      case "if": problems(value, rule).isEmpty ? schema["then"].map { problems(value, $0, place) } ?? [] : []
      default: holds(value, keyword, rule) ? [] : ["\(place): \(keyword) \(rule.scalar ?? "")"]
      }
    }
  }
  private static func others(_ value: Node, _ rule: Node, besides own: Node?, _ place: String) -> [String] {
    value.pairs.filter { own?[$0.0] == nil }.flatMap { name, value -> [String] in
      switch rule.scalar {
      case "true": []
      case "false": ["\(place): no \(name)"]
      default: problems(value, rule, "\(place)/\(name)")
      }
    }
  }
  /// Whether a value keeps a rule that looks at nothing inside it.
  private static func holds(_ value: Node, _ keyword: String, _ rule: Node) -> Bool {
    let text = value.kind == "string" ? value.scalar : nil
    let number = value.kind == "integer" ? value.scalar.flatMap { Int($0) } : nil
    let bound = rule.scalar.flatMap { Int($0) } ?? 0
    switch keyword {
    case "type":
      return (rule.scalar.map { [$0] } ?? rule.words).contains {
        $0 == value.kind || ($0 == "number" && value.kind == "integer")
      }
    case "enum": return rule.words.contains { $0 == text }
    case "const": return rule.scalar == text
    case "minLength": return (text?.unicodeScalars.count ?? .max) >= bound
    case "maxLength": return (text?.unicodeScalars.count ?? 0) <= bound
    case "minimum": return (number ?? .max) >= bound
    case "maximum": return (number ?? .min) <= bound
    case "pattern": return text.map { isMatch($0, rule.scalar ?? "") } ?? true
    default:
      return ["description", "x-description-vi", "default", "format", "title", "$schema", "then"].contains(
        keyword)
    }
  }
}

/// Whether a text matches a pattern somewhere; a pattern that is none matches nothing.
private func isMatch(_ text: String, _ pattern: String) -> Bool {
  do { return text.contains(try Regex(pattern)) } catch { return false }
}

extension Node {
  fileprivate var pairs: [(String, Node)] {
    guard case .mapping(let pairs) = content else { return [] }
    return pairs.map { ($0.key.scalar ?? "", $0.value) }
  }
  fileprivate var items: [Node] { if case .sequence(let items) = content { items } else { [] } }
  fileprivate var words: [String] { items.compactMap(\.scalar) }
  fileprivate var isMapping: Bool { if case .mapping = content { true } else { false } }
  /// What the core schema of YAML 1.2 makes of it, in the words of JSON Schema.
  fileprivate var kind: String {
    switch content {
    case .mapping: "object"
    case .sequence: "array"
    case .scalar(_, plain: false): "string"
    case .scalar(let text, plain: true):
      switch text {
      case "true", "True", "TRUE", "false", "False", "FALSE": "boolean"
      case "", "~", "null", "Null", "NULL": "null"
      case _ where text.wholeMatch(of: /[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+/) != nil: "integer"
      case _ where text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil: "number"
      default: "string"
      }
    }
  }
}
