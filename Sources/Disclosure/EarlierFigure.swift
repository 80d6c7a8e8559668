import Figures
import Tables

/// What an earlier edition published of a figure.
struct EarlierFigure {
  let key: CellKey
  /// The value as the ledger has it: `2890`, `52/2251` or `0.90%`.
  let value: String

  /// What the figure of an id that there is now had; the key is that of the figure.
  init(_ figure: Figure, value: String) { (key, self.value) = (CellKey(figure), value) }
  /// What a figure of that key had.
  init(_ key: CellKey, value: String) { (self.key, self.value) = (key, value) }
  /// Whether a figure was carried over to other boundaries: it speaks of other people than its unit and day say.
  static func isCarried(_ id: String, _ figure: Figure?) -> Bool {
    figure.map { !$0.boundary.isEmpty } ?? id.hasSuffix("/recast")
  }
  /// What a figure had that there is no longer; `nil` when its id does not say what it spoke of.
  ///
  /// The ids that this program makes are `unit/day/measure/group/standard/grade`, and the precedence if there is one.
  init?(id: String, value: String) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (6...7).contains(parts.count), let day = Day(iso: parts[1]) else { return nil }
    key = CellKey(unit: parts[0], day: day, measure: parts[2], group: parts[3], standard: parts[4])
    self.value = value
  }
  /// The rate that it printed.
  var printed: FixedPoint? { value.hasSuffix("%") ? FixedPoint(plain: value.dropLast()) : nil }
  /// The counts that it told; a printed rate tells none exactly.
  func counts(_ rule: DisclosureRule) -> [(key: CellKey, value: Int64)] {
    let numbers = value.split(separator: "/").map { Int64($0) }
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1, let count?, _): return [(key, count)]
    case (2, let part?, let whole?):
      guard let rate = rule.rate(key.measure) else { return [] }
      return [(key.with(rate.part), part), (key.with(rate.whole), whole)]
    default: return []
    }
  }
}
