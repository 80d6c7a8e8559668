import Figures
import Tables

/// What a count speaks of.
struct CellKey: Hashable {
  var unit: String
  var day: Day
  var measure: String
  var group: String
  var standard: String

  init(unit: String, day: Day, measure: String, group: String, standard: String) {
    (self.unit, self.day, self.measure, self.group, self.standard) = (unit, day, measure, group, standard)
  }
  init(_ figure: Figure) {
    self.init(
      unit: figure.unit, day: figure.asOf, measure: figure.measure, group: figure.group,
      standard: figure.standard)
  }
  /// The same of another measure and group.
  func with(_ measure: String, group: String? = nil) -> CellKey {
    var key = self
    (key.measure, key.group) = (measure, group ?? self.group)
    return key
  }
  var withoutStandard: CellKey {
    var key = self
    key.standard = ""
    return key
  }
  /// What it speaks of, whatever the day and the standard.
  struct Subject: Hashable {
    let unit: String
    let measure: String
    let group: String
  }
  var subject: Subject { Subject(unit: unit, measure: measure, group: group) }
  func days(from other: CellKey) -> Int { abs(Int(day.number) - Int(other.day.number)) }
}

/// One count: told by figures of its own, or by rates of which it is a part.
struct Cell {
  let key: CellKey
  /// The figures that tell it, by their places.
  var figures: [Int] = []
  /// The figures that are rates of it, by their places.
  var rates: [Int] = []
  /// What it is by those figures; more than one when sources differ.
  var values: [Int64] = []
  /// Between which numbers it may be by printed rates, where nothing says more.
  var range: ClosedRange<Int64>?
  /// Whether nothing tells it: its values, or its range, are what readers may draw from printed rates and sums.
  var isDrawn = false
  /// Whether everything that was told of it is a whole number that is not below zero.
  var isCount = true
  /// Whether figures of its own are public by law.
  var isPublic = false
  /// Whether it is known from figures that are public by law, its own or rates.
  var isForced = false
  /// Whether it was published in an earlier edition as it is now.
  var isKnownBefore = false
  /// Whether an earlier edition withheld it, and what is told of it now would say what it was.
  var isHeldBefore = false
  /// Whether it is what an earlier edition told, or printed rates say, of a count that has another value now, and
  /// stands beside that.
  var isOld = false
  /// Why it is withheld; `nil` when it is not.
  var reason: WithholdingReason?

  /// Whether anything speaks of it now.
  var isThere: Bool { !figures.isEmpty || !rates.isEmpty }
  /// Whether readers do not know it, unless they can work it out.
  var isUnknown: Bool { reason != nil && !isForced && !isKnownBefore }
  /// Whether nothing tells it: readers may know what it is by what else is told, as the audits find out.
  var isUntold: Bool {
    isDrawn && reason == nil && !isForced && !isKnownBefore && (isPublic || !isHeldBefore)
  }
  /// Whether it is there only since a printed rate is of it, and nothing at all is known of it.
  var isBlank: Bool { !isThere && values.isEmpty && range == nil && !isHeldBefore }
  /// Whether readers have to work it out.
  var isOpen: Bool { isUnknown || isUntold }
  /// Whether it could be withheld, and readers would then not know it.
  var mayBeWithheld: Bool { reason == nil && !isForced && !isKnownBefore && !isUntold }
  /// Whether it is withheld for its own sake, and not for another's.
  var isPrimary: Bool {
    reason != nil && reason != .protectsAnother && reason != .partWithheld && reason != .heldBefore
  }
  /// Whether nobody may learn it: it is withheld for its own sake, or an earlier edition withheld it.
  var mustBeUnknown: Bool { isPrimary || reason == .heldBefore }

  mutating func add(_ value: FixedPoint) {
    guard let whole = value.whole, whole >= 0 else {
      isCount = false
      return
    }
    if !values.contains(whole) { values.append(whole) }
  }
}
