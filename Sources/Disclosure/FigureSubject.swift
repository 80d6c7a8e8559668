import Figures
import Formats
import StageKit
public import Tables

/// What a figure speaks of, as far as its id or its edition says.
public struct FigureSubject: Sendable, Hashable {
  /// The unit version.
  public let unit: String
  /// The day.
  public let asOf: Day
  /// What was counted.
  public let measure: String
  /// The part of the population.
  public let group: String
  /// The poverty standard; empty where none applies.
  public let standard: String

  init(_ key: CellKey) {
    (unit, asOf, measure, group, standard) = (key.unit, key.day, key.measure, key.group, key.standard)
  }
  var key: CellKey { CellKey(unit: unit, day: asOf, measure: measure, group: group, standard: standard) }
  /// The same without the standard: what two figures by different standards have in common.
  var withoutStandard: [String] { [unit, asOf.iso, measure, group] }
}

// In the ledger: most ids say it, and what they say is not written again.
extension FigureSubject {
  /// What an id says, or else a list of the five names; `nil` when neither does.
  init?(id: String, _ line: JSON?) {
    if let names = line?.items?.map({ $0.text ?? "" }), names.count == 5, let day = Day(iso: names[1]) {
      let key = CellKey(
        unit: names[0], day: day, measure: names[2], group: names[3], standard: names[4])
      self.init(key)
      return
    }
    guard let known = EarlierFigure(id: id, value: "") else { return nil }
    self.init(known.key)
  }
  func write(unlessSaidBy id: String, to writer: inout JSONWriter, isFull: Bool) {
    guard isFull, FigureSubject(id: id, nil) != self else { return }
    writer.name("of")
    writer.array { list in for name in [unit, asOf.iso, measure, group, standard] { list.value(name) } }
  }
}
