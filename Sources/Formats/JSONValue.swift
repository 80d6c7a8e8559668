import Tables

/// A value in a row of JSON.
///
/// Numbers are kept as they are written, so that nothing is rounded.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case text(ArraySlice<UInt8>)
  case number(ArraySlice<UInt8>)
  /// A list or an object, which is no cell.
  case nested
  /// There is no member of the name.
  case absent

  /// The value as a finding shows it.
  var shown: ArraySlice<UInt8> {
    switch self {
    case .null, .absent: Array("null".utf8)[...]
    case .bool(let bool): Array((bool ? "true" : "false").utf8)[...]
    case .text(let text): [34] + text + [34]
    case .number(let number): number
    case .nested: Array("[…]".utf8)[...]
    }
  }
  /// What stands in a cell of this value.
  var cell: RawCell {
    switch self {
    case .null: .missing(.blank)
    case .absent: .missing(.notReported)
    case .bool(let bool): .answer(bool)
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .nested: .nested
    }
  }
}
