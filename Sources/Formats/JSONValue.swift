/// A value in a row of JSON.
///
/// Numbers are kept as they are written, so that nothing is rounded.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case text(String)
  case number([UInt8])
  /// A list or an object, which is no cell.
  case nested
}
