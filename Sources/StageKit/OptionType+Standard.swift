public import Diagnostics
public import YAML

extension String: OptionValue {
  /// Any scalar, quoted or not, taken letter by letter.
  ///
  /// YAML's own types play no part: `01`, `no` and `1e3` stay the texts they are, so that codes keep their
  /// zeros.
  public static var optionType: OptionType<String> {
    OptionType(Phrase(vi: "chữ", en: "text"), schema: ["type": "string"], encode: { .string($0) }) {
      (node) throws(OptionError) in
      guard let text = node.scalar else {
        throw OptionError(expected: Phrase(vi: "chữ", en: "text"), found: node, hint: quoting(of: node))
      }
      return text
    }
  }
  /// How to mend a text with a colon and a blank in it, which YAML reads as a name and its value.
  private static func quoting(of node: Node) -> Phrase? {
    guard case .mapping(let entries) = node.content, let only = entries.first, entries.count == 1,
      only.value.scalar != nil, only.key.range.start.line == only.value.range.end.line,
      // A brace before the name is no text's.
      node.range.start == only.key.range.start
    else { return nil }
    return Phrase(
      vi: "chữ có dấu hai chấm rồi dấu cách thì đặt cả câu trong dấu nháy kép",
      en: "put a text with a colon and a blank in it in double quotes, whole")
  }
}

extension Bool: OptionValue {
  /// `true` or `false`, plain.
  public static var optionType: OptionType<Bool> {
    OptionType(
      Phrase(vi: "true hoặc false", en: "true or false"), schema: ["type": "boolean"], encode: { .bool($0) }
    ) { (node) throws(OptionError) in
      switch node.content {
      case .scalar("true", plain: true): return true
      case .scalar("false", plain: true): return false
      default: throw OptionError(expected: Phrase(vi: "true hoặc false", en: "true or false"), found: node)
      }
    }
  }
}

extension Int: OptionValue {
  /// A whole number of 64 bits in decimal digits, with a sign if need be and not quoted.
  ///
  /// Leading zeros are taken; a code that must keep them is a `String`.
  public static var optionType: OptionType<Int> {
    OptionType(
      Phrase(vi: "số nguyên", en: "whole number"), schema: ["type": "integer"],
      encode: { .integer($0) }
    ) { (node) throws(OptionError) in
      guard case .scalar(let text, plain: true) = node.content, let value = Int(text)
      else { throw OptionError(expected: Phrase(vi: "một số nguyên", en: "a whole number"), found: node) }
      return value
    }
  }
}

extension OptionValue where Self: RawRepresentable<String> & CaseIterable {
  /// One of the raw values of the enumeration, letter by letter.
  ///
  /// The reference, the JSON Schema and the message for any other word list them in the order declared.
  public static var optionType: OptionType<Self> { wordType { _ in nil } }
  /// The same, with a hint for a word that people write instead of one of them.
  public static func wordType(hint: @escaping @Sendable (String) -> Phrase?) -> OptionType<Self> {
    let words = allCases.map(\.rawValue)
    let name = words.map { "`\($0)`" }.joined(separator: ", ")
    return OptionType(
      Phrase(vi: name, en: name), schema: ["enum": .array(words.map { .string($0) })],
      encode: { .string($0.rawValue) }
    ) { (node) throws(OptionError) in
      guard let value = node.scalar.flatMap({ Self(rawValue: $0) })
      else {
        throw OptionError(
          expected: Phrase(
            vi: "một trong \(words.joined(separator: ", "))", en: "one of \(words.joined(separator: ", "))"),
          found: node, hint: node.scalar.flatMap(hint))
      }
      return value
    }
  }
}

extension Optional: OptionValue where Wrapped: OptionValue {
  /// `nil`: an option of an optional type may be left out.
  public static var whenAbsent: Wrapped?? { .some(nil) }
  /// A value of the type itself; there is no way to write `nil` but to leave the option out.
  public static var optionType: OptionType<Wrapped?> {
    let some = Wrapped.optionType
    return OptionType<Wrapped?>(
      some.name, schema: some.schema, shapes: some.shapes, encode: { $0.map(some.encode) ?? .null }
    ) {
      node, problems in some.read(node, &problems).map(Optional.some)
    }
  }
}

extension Array: OptionValue where Element: OptionValue {
  /// A YAML list of values of one type, in the order written, which may be empty.
  ///
  /// Every bad item is reported at its own place. A value alone is not taken for a list of one.
  public static var optionType: OptionType<[Element]> {
    let item = Element.optionType
    return OptionType(
      Phrase(vi: "danh sách \(item.name.vi)", en: "list of \(item.name.en)"),
      schema: ["type": "array", "items": item.schema],
      shapes: [.list], encode: { .array($0.map(item.encode)) }
    ) { node, problems in
      guard case .sequence(let nodes) = node.content else {
        problems.add(OptionError(expected: Phrase(vi: "một danh sách", en: "a list"), found: node))
        return nil
      }
      let values = nodes.map { item.read($0, &problems) }
      return values.contains { $0 == nil } ? nil : values.compactMap { $0 }
    }
  }
}

/// Names, each with a value, in the order written.
public struct Mapping<Value: OptionValue>: OptionValue {
  /// One name with its value.
  public struct Entry: Sendable {
    /// The name as written; no two entries of a mapping that was read have the same.
    public let name: String
    /// Where the name is written, for a message about it.
    public let range: SourceRange
    /// What stands behind the name.
    public let value: Value
  }
  /// The names and values, in the order written.
  public let entries: [Entry]
  /// A mapping; as the default of an option, an empty one.
  public init(_ entries: [Entry] = []) { self.entries = entries }
  /// The value of a name; `nil` when the name is not there.
  ///
  /// - Complexity: O(n); go through `entries` to use all of them.
  public subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }

  /// A YAML mapping whose values are all of one type.
  ///
  /// Every bad value is reported at its own place; which names make sense is for the stage to say.
  public static var optionType: OptionType<Mapping> {
    let item = Value.optionType
    return OptionType(
      Phrase(vi: "tên: \(item.name.vi)", en: "name: \(item.name.en)"),
      schema: ["type": "object", "additionalProperties": item.schema],
      shapes: [.mapping], encode: { .object($0.entries.map { ($0.name, item.encode($0.value)) }) }
    ) { node, problems in
      guard let pairs = node.pairs else {
        problems.add(
          OptionError(expected: Phrase(vi: "các mục tên: giá trị", en: "a mapping of names"), found: node))
        return nil
      }
      let entries = pairs.map { key, value in
        item.read(value, &problems).map { Entry(name: key.scalar ?? "", range: key.range, value: $0) }
      }
      return entries.contains { $0 == nil } ? nil : Mapping(entries.compactMap { $0 })
    }
  }
}

/// A value that may be written in one of two ways; nest for more.
///
/// The shape of what is written decides. Where both could have it, the first that reads it without a mistake
/// is taken.
public enum OneOf<First: OptionValue, Second: OptionValue>: OptionValue {
  /// It was written in the first way.
  case first(First)
  /// It was written in the second way.
  case second(Second)
  /// Either type, named `one or other` in messages and `oneOf` in the JSON Schema.
  ///
  /// When only one of them can have the shape written, its own messages are given; otherwise the message
  /// names both.
  public static var optionType: OptionType<OneOf> {
    let a = First.optionType
    let b = Second.optionType
    return OptionType(
      Phrase(vi: "\(a.name.vi) hoặc \(b.name.vi)", en: "\(a.name.en) or \(b.name.en)"),
      schema: ["oneOf": .array([a.schema, b.schema])], shapes: a.shapes.union(b.shapes),
      encode: {
        switch $0 {
        case .first(let v): a.encode(v)
        case .second(let v): b.encode(v)
        }
      }
    ) { node, problems in
      if a.shapes.contains(node.shape), !b.shapes.contains(node.shape) {
        return a.read(node, &problems).map(Self.first)
      }
      if b.shapes.contains(node.shape), !a.shapes.contains(node.shape) {
        return b.read(node, &problems).map(Self.second)
      }
      var trial = OptionProblems(key: problems.key)
      if let value = a.read(node, &trial) { return .first(value) }
      if let value = b.read(node, &trial) { return .second(value) }
      problems.add(
        OptionError(
          expected: Phrase(vi: "\(a.name.vi) hoặc \(b.name.vi)", en: "\(a.name.en) or \(b.name.en)"),
          found: node))
      return nil
    }
  }
}

extension Node: OptionValue {
  /// Any YAML, unread and with its places, for the engine itself and for stages that read their own.
  ///
  /// Nothing can be wrong here; the stage must report what it does not understand.
  public static var optionType: OptionType<Node> {
    OptionType(
      Phrase(vi: "bất kỳ", en: "anything"), schema: .object([]), shapes: [.scalar, .list, .mapping],
      encode: { .string($0.shown.en) }
    ) { node, _ in node }
  }
}
