public import Diagnostics
public import YAML

/// A type that an option can have.
public protocol OptionValue: Sendable {
  static var optionType: OptionType<Self> { get }
  /// The value of an option that is left out and has no default; `nil` when it may not be left out.
  static var whenAbsent: Self? { get }
}
extension OptionValue {
  public static var whenAbsent: Self? { nil }
}

/// How a type is named, described, read and written in a pipeline.
public struct OptionType<Value: Sendable>: Sendable {
  public let name: Phrase
  public let schema: JSON
  /// The shapes a value may have, by which `OneOf` chooses.
  public let shapes: Set<Node.Shape>
  public let encode: @Sendable (Value) -> JSON
  /// Reads a value; on `nil` what is wrong has been added to the problems.
  public let read: @Sendable (Node, inout OptionProblems) -> Value?

  public init(
    _ name: Phrase, schema: JSON, shapes: Set<Node.Shape>, encode: @escaping @Sendable (Value) -> JSON,
    read: @escaping @Sendable (Node, inout OptionProblems) -> Value?
  ) {
    (self.name, self.schema, self.shapes, self.encode, self.read) = (name, schema, shapes, encode, read)
  }
  /// A type written as one scalar, of which one thing can be wrong.
  public init(
    _ name: Phrase, schema: JSON, encode: @escaping @Sendable (Value) -> JSON,
    decode: @escaping @Sendable (Node) throws(OptionError) -> Value
  ) {
    self.init(name, schema: schema, shapes: [.scalar], encode: encode) { node, problems in
      do throws(OptionError) { return try decode(node) } catch {
        problems.add(error)
        return nil
      }
    }
  }
}

/// Why one YAML value is not a value of an option's type.
public struct OptionError: Error, Sendable {
  /// What was expected and what was found, without the option's name.
  public let message: Phrase
  /// Where it was found.
  public let range: SourceRange
  /// Where an alias was written that stands for the value, if it was one.
  let alias: SourceRange?
  /// An error with its whole message.
  public init(_ message: Phrase, at range: SourceRange) {
    (self.message, self.range, alias) = (message, range, nil)
  }
  /// An error that names what was expected and shows what was found.
  public init(expected: Phrase, found node: Node) {
    message = Phrase(
      vi: "cần \(expected.vi), thấy \(node.shown.vi)", en: "expected \(expected.en), found \(node.shown.en)")
    (range, alias) = (node.range, node.alias)
  }
}

/// What is wrong with the value of one option.
public struct OptionProblems {
  let key: String
  var diagnostics = Diagnostics()
  /// The problems of the option `key`.
  package init(key: String) { self.key = key }
  /// Everything wrong so far.
  package var all: Diagnostics { diagnostics }
  /// Adds one mistake, with the option's name.
  public mutating func add(_ error: OptionError) {
    let message = Phrase(
      vi: "tùy chọn '\(key)': \(error.message.vi)", en: "option '\(key)': \(error.message.en)")
    let used = error.alias.map {
      [Diagnostic.Note(Phrase(vi: "được dùng lại ở đây", en: "used again here"), at: $0)]
    }
    diagnostics.add(Diagnostic("options.value", message, at: error.range, notes: used ?? []))
  }
}

extension Node {
  /// The outer form of a value.
  public enum Shape: Sendable { case scalar, list, mapping }
  public var shape: Shape {
    switch content {
    case .scalar: .scalar
    case .sequence: .list
    case .mapping: .mapping
    }
  }
}
