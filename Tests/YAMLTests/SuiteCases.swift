import Foundation
import YAML

/// One case of the public YAML test suite.
struct SuiteCase: Sendable, CustomStringConvertible {
  /// The name of its file, with `/01` and so on behind it when the file has several.
  let id: String
  let yaml: String
  /// Whether a parser should refuse it.
  let fails: Bool
  /// The events expected, a line each; `nil` when the suite gives none.
  let tree: [String]?
  var description: String { id }
}

enum Suite {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/conformance/yaml-test-suite/src").standardizedFileURL
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }
  /// The names of the files, sorted.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
  }
  /// Every case of every file, read with our own parser.
  static func cases() throws -> [SuiteCase] {
    try names().flatMap { name in
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
      let items = try parseYAML(bytes, file: name).items ?? []
      // A later case of one file keeps what it does not say of the case before it.
      var tree: [String]?
      return items.enumerated().compactMap { index, item -> SuiteCase? in
        let fails = item["fail"]?.scalar == "true"
        if let own = item["tree"]?.scalar { tree = lines(shown(own)) }
        guard let yaml = item["yaml"]?.scalar else { return nil }
        let id =
          String(name.dropLast(5)) + (items.count == 1 ? "" : (index < 10 ? "/0" : "/") + String(index))
        return SuiteCase(id: id, yaml: shown(yaml), fails: fails, tree: fails ? nil : tree)
      }
    }
  }
  /// The text with the pictures of invisible characters replaced by these.
  static func shown(_ text: String) -> String {
    var text = text
    while text.contains("—»") { text = text.replacingOccurrences(of: "—»", with: "»") }
    text = text.replacingOccurrences(of: "»", with: "\t")
    for (picture, meant) in [("␣", " "), ("↵", ""), ("←", "\r"), ("⇔", "\u{FEFF}")] {
      text = text.replacingOccurrences(of: picture, with: meant)
    }
    return text.replacingOccurrences(of: "∎\n", with: "").replacingOccurrences(of: "∎", with: "")
  }
  private static func lines(_ tree: String) -> [String] {
    tree.split(separator: "\n").map { $0.drop { $0 == " " }.description }
  }
  /// The tree that events describe, as `Node.printed` writes it; an alias is replaced by its anchor's value.
  static func expected(_ events: [String]) -> [String] {
    var anchors: [String: Int] = [:]
    var result: [String] = []
    for event in events {
      var words = event.split(separator: " ", omittingEmptySubsequences: false)[...]
      guard let kind = words.popFirst() else { continue }
      if kind == "=ALI" {
        if let name = words.first?.dropFirst(), let start = anchors[String(name)] {
          result += value(result, at: start)
        }
        continue
      }
      if ["[]", "{}"].contains(words.first) { words.removeFirst() }
      if let word = words.first, word.hasPrefix("&") {
        anchors[String(word.dropFirst())] = result.count
        words.removeFirst()
      }
      switch kind {
      case "+MAP", "-MAP", "+SEQ", "-SEQ": result.append(String(kind))
      case "=VAL": result.append(scalar(words.joined(separator: " ")))
      default: continue
      }
    }
    return result
  }
  private static func value(_ lines: [String], at start: Int) -> [String] {
    var depth = 0
    for index in start..<lines.count {
      if ["+MAP", "+SEQ"].contains(lines[index]) { depth += 1 }
      if ["-MAP", "-SEQ"].contains(lines[index]) { depth -= 1 }
      if depth == 0 { return Array(lines[start...index]) }
    }
    return []
  }
  /// A scalar of the suite: its style and its text with `\n`, `\t` and so on escaped.
  private static func scalar(_ text: String) -> String {
    let style = text.first == ":" ? ":" : "\""
    var result = style
    var escaped = false
    for letter in text.dropFirst().replacingOccurrences(of: "<SPC>", with: " ")
      .replacingOccurrences(of: "<TAB>", with: "\t").unicodeScalars
    {
      if escaped {
        let meant: [Unicode.Scalar: Unicode.Scalar] = [
          "n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "\\": "\\",
        ]
        result.unicodeScalars.append(meant[letter] ?? letter)
        escaped = false
      } else if letter == "\\" {
        escaped = true
      } else {
        result.unicodeScalars.append(letter)
      }
    }
    return result
  }
}
