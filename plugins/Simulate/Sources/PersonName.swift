/// A name put together from parts, in the order in which it is written.
struct PersonName: Sendable {
  var family: String
  var middle: String
  var given: String

  /// The name as it stands in a list.
  var text: String { "\(family) \(middle) \(given)" }
}
