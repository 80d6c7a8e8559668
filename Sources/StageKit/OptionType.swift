public import Diagnostics
public import YAML

/// A type that an option can have.
///
/// The standard ones are text, whole and decimal numbers, days, paths, column names, enumerations of words,
/// lists, mappings and structs of options; a stage that needs another conforms its type, mostly by way of one
/// of these.
public protocol OptionValue: Sendable {
  /// How values of this type are named, described in JSON Schema, read and written.
  static var optionType: OptionType<Self> { get }
  /// The value of an option that is left out and has no default; `nil` when it may not be left out.
  static var whenAbsent: Self? { get }
}
extension OptionValue {
  /// None: an option of such a type is required unless it is declared with a default.
  public static var whenAbsent: Self? { nil }
}

/// How a type is named, described, read and written in a pipeline.
public struct OptionType<Value: Sendable>: Sendable {
  /// The word for the type in the reference and after "expected", such as `whole number`.
  public let name: Phrase
  /// The type as JSON Schema (draft 2020-12), which editors use while a pipeline is written.
  ///
  /// It may allow more than `read` does, for what a schema cannot say; it must not allow less.
  ///
  /// Made when it is asked for: reading a value needs none, and that of a mapping is made by reflection.
  public var schema: JSON { makeSchema() }
  private let makeSchema: @Sendable () -> JSON
  /// The shapes a value may have, by which `OneOf` chooses.
  public let shapes: Set<Node.Shape>
  /// Writes a value as it would stand in a pipeline; used for defaults in the reference and the schema.
  public let encode: @Sendable (Value) -> JSON
  /// Reads a value; on `nil` what is wrong has been added to the problems.
  public let read: @Sendable (Node, inout OptionProblems) -> Value?

  /// A type of any shape, which may find several things wrong with one value.
  ///
  /// - Parameters:
  ///   - name: The word for it in both languages.
  ///   - schema: The JSON Schema of one value.
  ///   - shapes: Every shape that `read` can accept.
  ///   - encode: Writes a value as `read` would take it.
  ///   - read: Reads a value; it gives `nil` exactly when it has added a problem.
  public init(
    _ name: Phrase, schema: @escaping @autoclosure @Sendable () -> JSON, shapes: Set<Node.Shape>,
    encode: @escaping @Sendable (Value) -> JSON,
    read: @escaping @Sendable (Node, inout OptionProblems) -> Value?
  ) {
    (self.name, makeSchema, self.shapes) = (name, schema, shapes)
    (self.encode, self.read) = (encode, read)
  }
  /// A type written as one scalar, of which one thing can be wrong.
  ///
  /// - Parameters:
  ///   - name: The word for it in both languages.
  ///   - schema: The JSON Schema of one value.
  ///   - encode: Writes a value as `decode` would take it.
  ///   - decode: Reads a value, also when it is no scalar; what it throws is shown with the option's name
  ///     before it.
  public init(
    _ name: Phrase, schema: @escaping @autoclosure @Sendable () -> JSON,
    encode: @escaping @Sendable (Value) -> JSON,
    decode: @escaping @Sendable (Node) throws(OptionError) -> Value
  ) {
    self.init(name, schema: schema(), shapes: [.scalar], encode: encode) { node, problems in
      do throws(OptionError) { return try decode(node) } catch {
        problems.add(error)
        return nil
      }
    }
  }
}

extension JSON {
  /// The JSON Schema of a scalar that is taken letter by letter, whatever YAML itself would make of it.
  ///
  /// To editors `cutoff: 3`, `code: 01` and `name: null` are no texts.
  public static let anyScalar: JSON = ["type": .array(["string", "number", "boolean", "null"])]
}

/// Why one YAML value is not a value of an option's type.
public struct OptionError: Error, Sendable {
  /// What was expected and what was found, without the option's name.
  public let message: Phrase
  /// Where it was found.
  public let range: SourceRange
  /// Where an alias was written that stands for the value, if it was one.
  let alias: SourceRange?
  /// How to mend it, where that can be said.
  let hint: Phrase?
  /// An error with its whole message.
  public init(_ message: Phrase, at range: SourceRange) {
    (self.message, self.range, alias, hint) = (message, range, nil, nil)
  }
  /// An error that names what was expected and shows what was found.
  public init(expected: Phrase, found node: Node, hint: Phrase? = nil) {
    self.hint = hint
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
    diagnostics.add(
      Diagnostic("options.value", message, at: error.range, hint: error.hint, notes: used ?? []))
  }
}

extension Node {
  /// The outer form of a value.
  public enum Shape: Sendable {
    /// One text, plain or quoted.
    case scalar
    /// A list of values.
    case list
    /// Keys, each with a value.
    case mapping
  }
  /// The outer form of this value, without a look inside.
  public var shape: Shape {
    switch content {
    case .scalar: .scalar
    case .sequence: .list
    case .mapping: .mapping
    }
  }
}
