import Diagnostics
import Synchronization
import YAML

/// Where the options of a type stand in its values, and how each is read.
///
/// Looking at a value by reflection costs far more than reading an option, and a plan has hundreds of targets; so a type
/// is looked at once.
struct OptionLayout: Sendable {
  /// The names in YAML, in the order declared.
  let keys: [String]
  /// One reader an option; `nil` when the options do not lie one after the other, as in a class.
  private let readers: [any OptionReader]?

  private static let known = Mutex<[ObjectIdentifier: OptionLayout]>([:])

  /// The layout of a type.
  static func of<Options: StageOptions>(_ type: Options.Type) -> OptionLayout {
    let id = ObjectIdentifier(type)
    if let layout = known.withLock({ $0[id] }) { return layout }
    let layout = OptionLayout(type.fields(of: Options()), size: MemoryLayout<Options>.size)
    known.withLock { $0[id] = layout }
    return layout
  }
  private init(_ fields: [(key: String, field: any OptionField)], size: Int) {
    keys = fields.map(\.key)
    var end = 0
    let readers = fields.map { $0.field.reader(after: &end) }
    self.readers = end == size ? readers : nil
  }

  /// Reads every option of a mapping.
  func decode<Options: StageOptions>(
    _ options: Options, from node: Node, _ problems: inout Diagnostics
  ) {
    guard let readers else {
      for (key, field) in Options.fields(of: options) { field.decode(node[key], key, in: node, &problems) }
      return
    }
    withUnsafePointer(to: options) { options in
      for (key, reader) in zip(keys, readers) {
        reader.decode(UnsafeRawPointer(options), node[key], key, in: node, &problems)
      }
    }
  }
}

/// Reads one option of a value of options, given where the value is.
protocol OptionReader: Sendable {
  func decode(
    _ options: UnsafeRawPointer, _ node: Node?, _ key: String, in parent: Node,
    _ diagnostics: inout Diagnostics)
}

/// An option of one type at its distance from the beginning of the value.
struct PlacedOption<Value: OptionValue>: OptionReader {
  private let offset: Int
  private let type = Value.optionType

  /// The option that stands behind all that ends at `end`, as the stored properties of a struct do.
  init(after end: inout Int) {
    let step = MemoryLayout<Option<Value>>.alignment
    offset = (end + step - 1) / step * step
    end = offset + MemoryLayout<Option<Value>>.size
  }
  func decode(
    _ options: UnsafeRawPointer, _ node: Node?, _ key: String, in parent: Node,
    _ diagnostics: inout Diagnostics
  ) {
    (options + offset).assumingMemoryBound(to: Option<Value>.self).pointee
      .decode(node, key, in: parent, as: type, &diagnostics)
  }
}
