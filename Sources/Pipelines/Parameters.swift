import Diagnostics
import StageKit
import YAML

/// Puts values where `{param: name}` and `{env: NAME}` stand.
struct Parameters {
  private(set) var values: [String: Node] = [:]
  private var environment: [String: Node] = [:]

  /// The parameters that a file declares, with what the command line sets.
  ///
  /// - Parameters:
  ///   - root: The pipeline file.
  ///   - set: Texts `name=value` of the command line; values are read as YAML.
  ///   - variables: The environment; only the names that `env:` lists are looked up.
  ///   - problems: Takes what is wrong with `set`.
  init(_ root: Node, set: [String], variables: (String) -> String?, _ problems: inout Diagnostics) {
    for (key, value) in root["params"]?.pairs ?? [] {
      if let name = key.scalar, let fallback = value["default"] { values[name] = fallback }
    }
    for node in root["env"]?.items ?? [] {
      guard let name = node.scalar, let value = variables(name) else { continue }
      environment[name] = Node(.scalar(value, plain: true), node.range)
    }
    for text in set { self.set(text, &problems) }
  }

  private mutating func set(_ text: String, _ problems: inout Diagnostics) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard parts.count == 2, values[name] != nil else {
      problems.add(
        Diagnostic(
          "params.set",
          parts.count == 2
            ? Phrase(
              vi: "--set \(text): không có tham số '\(name)'", en: "--set \(text): no parameter '\(name)'")
            : Phrase(vi: "--set \(text): cần dạng TÊN=GIÁ_TRỊ", en: "--set \(text): expected NAME=VALUE"),
          at: nil,
          hint: values.keys.sorted().suggestion(for: name)))
      return
    }
    do { values[name] = try parseYAML(String(parts[1]), file: "--set \(name)").asWritten } catch {
      problems.add(error)
    }
  }

  /// The tree with every reference replaced, lists and mappings too.
  ///
  /// A value keeps the place of its use, so that a mistake is shown where it matters; one of the command line keeps its own,
  /// because a path in it is relative to the working directory.
  func applied(to node: Node, _ problems: inout Diagnostics) -> Node {
    switch node.content {
    case .scalar: return node
    case .sequence(let items):
      return Node(.sequence(items.map { applied(to: $0, &problems) }), node.range, alias: node.alias)
    case .mapping(let pairs):
      if pairs.count == 1, let name = pairs[0].value.scalar {
        if pairs[0].key.scalar == "param" {
          return value(of: name, in: values, at: pairs[0].value, node, &problems)
        }
        if pairs[0].key.scalar == "env" {
          return value(of: name, in: environment, at: pairs[0].value, node, &problems)
        }
      }
      return Node(
        .mapping(pairs.map { ($0.key, applied(to: $0.value, &problems)) }), node.range, alias: node.alias)
    }
  }

  private func value(
    of name: String, in known: [String: Node], at place: Node, _ use: Node, _ problems: inout Diagnostics
  ) -> Node {
    if let value = known[name] {
      return value.range.file.hasPrefix("--set") ? value : Node(value.content, use.range)
    }
    let isEnvironment = use.pairs?.first?.key.scalar == "env"
    problems.add(
      Diagnostic(
        isEnvironment ? "params.environment" : "params.unknown",
        isEnvironment
          ? Phrase(
            vi: "không dùng được biến môi trường '\(name)'",
            en: "the environment variable '\(name)' cannot be used")
          : Phrase(vi: "không có tham số '\(name)'", en: "no parameter '\(name)'"), at: place.range,
        hint: isEnvironment
          ? Phrase(
            vi: "ghi tên biến dưới env: và đặt giá trị cho nó", en: "list it under env: and give it a value")
          : known.keys.sorted().suggestion(for: name)))
    return use
  }
}

extension Node {
  /// The value of a whole document: an empty one is an empty text, as `--set name=` means it.
  fileprivate var asWritten: Node {
    if case .mapping(let pairs) = content, pairs.isEmpty {
      Node(.scalar("", plain: true), range)
    } else {
      self
    }
  }
}
extension Parameters {
  /// Every parameter with its value, by name.
  var all: [(name: String, value: Node)] { values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
}
