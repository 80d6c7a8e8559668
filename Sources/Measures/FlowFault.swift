public import Diagnostics
public import Standards

/// What contradicts itself in a table of movements; nothing of it is mended.
public enum FlowFault: Sendable, Hashable {
  /// A move between the two classes.
  public enum Move: Sendable, Hashable {
    /// From poor to near-poor.
    case poorToNear
    /// From near-poor to poor.
    case nearToPoor
  }
  /// The closing is not 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8.
  case closing(HouseholdClass, FlowTable.Unit, computed: Int64, reported: Int64)
  /// The opening is not the closing of the year before.
  case opening(HouseholdClass, FlowTable.Unit, opening: Int64, lastClosing: Int64)
  /// More left than were listed.
  case leftAboveOpening(HouseholdClass, FlowTable.Unit, left: Int64, opening: Int64)
  /// Who left one class for the other is not who came from there.
  case moves(Move, FlowTable.Unit, left: Int64, entered: Int64)
  /// Fewer persons than households.
  case fewerPersons(HouseholdClass, FlowTerm, households: Int64, persons: Int64)
  /// A count below zero.
  case negative(HouseholdClass, FlowTable.Unit, FlowTerm, Int64)

  /// The stable word of the fault.
  public var code: Diagnostic.Code {
    switch self {
    case .closing: "flows.closing"
    case .opening: "flows.opening"
    case .leftAboveOpening: "flows.left-above-opening"
    case .moves: "flows.moves"
    case .fewerPersons: "flows.fewer-persons"
    case .negative: "flows.negative"
    }
  }
  /// What is wrong.
  public var phrase: Phrase {
    switch self {
    case .closing(let kind, let unit, let computed, let reported):
      Phrase(
        vi: "\(unit.vi) \(kind.vi) cuối kỳ là \(reported), nhưng 1−2−3−4+5+6+7+8 = \(computed)",
        en: "\(kind.en) \(unit.en) at the end are \(reported), but 1−2−3−4+5+6+7+8 = \(computed)")
    case .opening(let kind, let unit, let opening, let last):
      Phrase(
        vi: "\(unit.vi) \(kind.vi) đầu kỳ là \(opening), khác số cuối kỳ trước là \(last)",
        en:
          "\(kind.en) \(unit.en) at the beginning are \(opening), not the \(last) at the end of the last period"
      )
    case .leftAboveOpening(let kind, let unit, let left, let opening):
      Phrase(
        vi: "\(left) \(unit.vi) ra khỏi diện \(kind.vi), nhiều hơn \(opening) đầu kỳ",
        en: "\(left) \(kind.en) \(unit.en) left, more than the \(opening) at the beginning")
    case .moves(let move, let unit, let left, let entered): move.phrase(unit, left, entered)
    case .fewerPersons(let kind, let term, let households, let persons):
      Phrase(
        vi: "cột \(term.rawValue) của bảng \(kind.vi) có \(households) hộ mà chỉ có \(persons) nhân khẩu",
        en:
          "column \(term.rawValue) of the \(kind.en) has \(households) households of only \(persons) persons")
    case .negative(let kind, let unit, let term, let value):
      Phrase(
        vi: "cột \(term.rawValue) của bảng \(unit.vi) \(kind.vi) là số âm: \(value)",
        en: "column \(term.rawValue) of the \(kind.en) \(unit.en) is negative: \(value)")
    }
  }
}

extension FlowFault.Move {
  fileprivate func phrase(_ unit: FlowTable.Unit, _ left: Int64, _ entered: Int64) -> Phrase {
    switch self {
    case .poorToNear:
      Phrase(
        vi:
          "\(left) \(unit.vi) thoát nghèo thành cận nghèo, nhưng bảng cận nghèo ghi \(entered) từ nghèo sang",
        en:
          "\(left) \(unit.en) went from poor to near-poor, but the near-poor table has \(entered) from there")
    case .nearToPoor:
      Phrase(
        vi: "\(left) \(unit.vi) cận nghèo thành nghèo, nhưng bảng nghèo ghi \(entered) từ cận nghèo sang",
        en:
          "\(left) \(unit.en) went from near-poor to poor, but the table of the poor has \(entered) from there"
      )
    }
  }
}
extension FlowTable.Unit {
  fileprivate var vi: String { self == .households ? "hộ" : "nhân khẩu" }
  fileprivate var en: String { self == .households ? "households" : "persons" }
}
extension HouseholdClass {
  fileprivate var vi: String { self == .nearPoor ? "cận nghèo" : "nghèo" }
  fileprivate var en: String { self == .nearPoor ? "near-poor" : "poor" }
}
