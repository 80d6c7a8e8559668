public import Diagnostics
public import YAML

/// The options of a stage, or any other mapping in a file: a struct whose stored properties are all `@Option`.
///
/// The name of a property in YAML is its Swift name in snake case: `maxErrors` is `max_errors`.
/// Reading, the JSON Schema and the reference are all made from the declarations, so they cannot disagree.
public protocol StageOptions: OptionValue {
  /// Options that have not been read; only those with a default may be looked at.
  init()
}

extension StageOptions {
  /// The options of a value, found by reflection; `OptionLayout` spares it for reading.
  static func fields(of options: Self) -> [(key: String, field: any OptionField)] {
    Mirror(reflecting: options).children.map { child in
      guard let field = child.value as? any OptionField, let label = child.label
      else { preconditionFailure("\(Self.self).\(child.label ?? "?") must be declared with @Option") }
      return (snakeCase(label.drop { $0 == "_" }), field)
    }
  }
  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - node: The mapping; for a stage, what stands under `with:`.
  ///   - others: Keys that somebody else reads, which are therefore not unknown.
  /// - Returns: The options, each of which may now be looked at.
  /// - Throws: Every mistake in the mapping, not only the first: `options.not-mapping`, `options.unknown`,
  ///   `options.missing`, `options.value`.
  public static func decoded(from node: Node, besides others: [String] = []) throws(Diagnostics) -> Self {
    let options = Self()
    let layout = OptionLayout.of(Self.self)
    guard let pairs = node.pairs else { throw Diagnostics(.optionsNotMapping(node)) }
    var problems = Diagnostics()
    for (key, _) in pairs {
      let name = key.scalar ?? ""
      guard !layout.keys.contains(name), !others.contains(name) else { continue }
      problems.add(.unknownOption(key, of: layout.keys + others))
    }
    layout.decode(options, from: node, &problems)
    try problems.throwIfAny()
    return options
  }
  /// The mapping as JSON Schema, with words in both languages and no other keys allowed.
  public static var schema: JSON {
    let fields = fields(of: Self())
    return [
      "type": "object", "additionalProperties": false,
      "properties": .object(fields.map { ($0.key, $0.field.schema) }),
      "required": .array(fields.filter { $0.field.isRequired }.map { .string($0.key) }),
    ]
  }
  /// The options as a table of Markdown, for people.
  public static func reference(_ language: Language) -> String {
    let head =
      language == .vi ? "| tùy chọn | kiểu | mặc định | ý nghĩa |" : "| option | type | default | meaning |"
    return fields(of: Self()).reduce("\(head)\n| --- | --- | --- | --- |\n") { text, option in
      let fallback =
        option.field.isRequired
        ? (language == .vi ? "bắt buộc" : "required") : option.field.fallbackJSON.map { "`\($0)`" } ?? ""
      return text
        + "| `\(option.key)` | \(option.field.typeName(language)) | \(fallback) | \(option.field.meaning(language)) |\n"
    }
  }
  /// The mapping as the value of an option, so that options can be nested.
  ///
  /// It cannot be written back: as a default it shows as an empty mapping.
  public static var optionType: OptionType<Self> {
    OptionType(
      Phrase(vi: "các mục", en: "mapping"), schema: schema, shapes: [.mapping], encode: { _ in .object([]) }
    ) { node, problems in
      do throws(Diagnostics) { return try decoded(from: node) } catch {
        error.all.forEach { problems.diagnostics.add($0) }
        return nil
      }
    }
  }
}

/// The options of a stage that has none.
public struct NoOptions: StageOptions {
  /// No options.
  public init() {}
}

/// One option, declared once.
///
/// `options.x` is its value; `options.$x` is where it was written, `nil` for a default:
///
/// ```swift
/// @Option(vi: "Số lỗi nhiều nhất.", en: "The most errors.", default: 100, limit: .atLeast(0))
/// var maxErrors: Int
/// ```
@propertyWrapper public struct Option<Value: OptionValue>: OptionField {
  let meaning: Phrase, isRequired: Bool
  private let fallback: Value?, limit: Limit<Value>?, slot: Slot

  /// An option, required unless it has a default or its type may be left out.
  ///
  /// - Parameters:
  ///   - vi: What it is for, one sentence in Vietnamese; it ends in the reference and the JSON Schema.
  ///   - en: The same in English.
  ///   - fallback: The value when the option is left out; an optional type needs none.
  ///   - limit: A bound that a value must keep; it is told in the JSON Schema.
  public init(vi: String, en: String, default fallback: Value? = nil, limit: Limit<Value>? = nil) {
    (meaning, isRequired) = (Phrase(vi: vi, en: en), fallback == nil && Value.whenAbsent == nil)
    (self.fallback, self.limit, slot) = (fallback, limit, Slot(fallback ?? Value.whenAbsent))
  }
  /// The value that was written, or the default.
  ///
  /// Reading a required option before `decoded(from:)` has filled it is a mistake of the program and stops
  /// it.
  public var wrappedValue: Value {
    guard let value = slot.value else {
      preconditionFailure("an option is read before the options are decoded")
    }
    return value
  }
  /// Where the value was written, for a message about it; `nil` for a default.
  public var projectedValue: SourceRange? { slot.range }
  func typeName(_ language: Language) -> String {
    let name = Value.optionType.name(language)
    guard let limit else { return name }
    // A bar would end the cell of the table.
    return "\(name), \(limit.meaning(language))".replacing("|", with: "\\|")
  }
  var fallbackJSON: JSON? { fallback.map(Value.optionType.encode) }
  var schema: JSON {
    (limit?.schema ?? []).reduce(Value.optionType.schema) { $0.adding($1.0, $1.1) }
      .adding("description", .string(meaning.en)).adding("x-description-vi", .string(meaning.vi))
      .adding("default", fallbackJSON)
  }
  func reader(after end: inout Int) -> any OptionReader { PlacedOption<Value>(after: &end) }
  func decode(_ node: Node?, _ key: String, in parent: Node, _ diagnostics: inout Diagnostics) {
    decode(node, key, in: parent, as: Value.optionType, &diagnostics)
  }
  func decode(
    _ node: Node?, _ key: String, in parent: Node, as type: OptionType<Value>,
    _ diagnostics: inout Diagnostics
  ) {
    guard let node else {
      if isRequired { diagnostics.add(.missingOption(key, meaning, in: parent)) }
      return
    }
    var problems = OptionProblems(key: key)
    if let value = type.read(node, &problems) {
      (slot.value, slot.range) = (value, node.range)
      if let limit, !limit.holds(value) { problems.add(OptionError(expected: limit.meaning, found: node)) }
    }
    problems.diagnostics.all.forEach { diagnostics.add($0) }
  }
  /// Written once by `decoded(from:)`, before anyone else sees the options; so it may be shared.
  private final class Slot: @unchecked Sendable {
    var value: Value?
    var range: SourceRange?
    init(_ v: Value?) { value = v }
  }
}
protocol OptionField: Sendable {
  var meaning: Phrase { get }
  var isRequired: Bool { get }
  var schema: JSON { get }
  var fallbackJSON: JSON? { get }
  func typeName(_ language: Language) -> String
  /// Reads such an option where it stands behind what ends at `end`; `end` becomes its own.
  func reader(after end: inout Int) -> any OptionReader
  func decode(_ node: Node?, _ key: String, in parent: Node, _ diagnostics: inout Diagnostics)
}
