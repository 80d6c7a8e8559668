import Diagnostics

/// One step of a compiled template.
///
/// Numbers are places in the lists of the template.
enum Operation: Sendable {
  /// Writes bytes that do not change.
  case literal(Range<Int>)
  /// Writes a value, escaped.
  case value(Int)
  /// Writes the word whose key a value is.
  case word(Int)
  /// Writes the link from this page to the page whose path a value is.
  case link(Int)
  /// Writes the link from this page to a fixed path.
  case linkTo(String)
  /// Writes the icon whose name a value is.
  case icon(Int)
  /// Begins to go through a list: the first goes to `slot`; when there is none, go on at `exit`.
  case enter(list: Int, slot: Int, exit: Int)
  /// Puts the next of the list into `slot` and goes on at `body`, or goes on behind.
  case next(slot: Int, body: Int)
  /// Goes on at `target` unless a value holds (or, negated, if it does).
  case unless(Int, negated: Bool, target: Int)
  /// Goes on at a place.
  case jump(Int)
  /// Names a value.
  case bind(slot: Int, Int)
  /// Names a text written in the template.
  case bindText(slot: Int, String)
}

/// The way to a value: from a name bound in the template, or from the page's record.
struct ValuePath: Sendable {
  /// The slot of a bound name; `nil` starts at the record of the page.
  let slot: Int?
  /// The names to follow.
  let names: [String]
  /// Where it is written.
  let range: SourceRange
}
