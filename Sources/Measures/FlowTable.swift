public import Standards

/// The movements of one year: of the poor and of the near-poor, each in households and in persons.
public struct FlowTable: Sendable, Hashable {
  /// In what it is counted.
  public enum Unit: Sendable, Hashable, CaseIterable {
    /// Households.
    case households
    /// Persons.
    case persons
  }
  /// The classes that have a table of movements.
  public static let classes: [HouseholdClass] = [.poor, .nearPoor]
  private var flows: [[ClassFlow]]

  /// All terms 0, or all blank.
  public init(blank: Bool = false) {
    flows = Array(
      repeating: Array(repeating: ClassFlow(blank: blank), count: Unit.allCases.count),
      count: Self.classes.count)
  }
  /// The movements of a class; those of the poor for any that has none.
  public subscript(class: HouseholdClass, unit: Unit) -> ClassFlow {
    get { flows[`class` == .nearPoor ? 1 : 0][unit == .households ? 0 : 1] }
    set { flows[`class` == .nearPoor ? 1 : 0][unit == .households ? 0 : 1] = newValue }
  }
  /// What contradicts itself in the table, or between it and that of the year before.
  ///
  /// A check that needs a blank term is not made. Tables of different standards or boundaries are no years of one series:
  /// give none as the one before.
  public func faults(after previous: FlowTable? = nil) -> [FlowFault] {
    var faults: [FlowFault] = []
    for `class` in Self.classes {
      for unit in Unit.allCases {
        let flow = self[`class`, unit]
        faults += negatives(flow, `class`, unit)
        if let computed = flow.computedClosing, let closing = flow[.closing], computed != closing {
          faults.append(.closing(`class`, unit, computed: computed, reported: closing))
        }
        if let opening = flow[.opening], let last = previous?[`class`, unit][.closing], opening != last {
          faults.append(.opening(`class`, unit, opening: opening, lastClosing: last))
        }
        if let opening = flow[.opening], let left = departed(flow, unit), left > opening {
          faults.append(.leftAboveOpening(`class`, unit, left: left, opening: opening))
        }
      }
      faults += FlowTerm.allCases.compactMap { fewPersons($0, `class`) }
    }
    return faults + Unit.allCases.flatMap { moves($0) }
  }

  private func negatives(_ flow: ClassFlow, _ class: HouseholdClass, _ unit: Unit) -> [FlowFault] {
    FlowTerm.allCases.compactMap { term in
      flow[term].flatMap { $0 < 0 ? .negative(`class`, unit, term, $0) : nil }
    }
  }
  /// Who left; the other decreases of persons may be of those who came in the year.
  private func departed(_ flow: ClassFlow, _ unit: Unit) -> Int64? {
    let terms: [FlowTerm] = unit == .households ? [.out, .outFurther, .otherDecrease] : [.out, .outFurther]
    return terms.reduce(0 as Int64?) { sum, term in
      guard let sum, let value = flow[term] else { return nil }
      let (next, over) = sum.addingReportingOverflow(value)
      return over ? nil : next
    }
  }
  /// A household that enters or leaves a class is of at least one person; other terms count single members.
  private func fewPersons(_ term: FlowTerm, _ class: HouseholdClass) -> FlowFault? {
    guard term != .otherDecrease, term != .otherIncrease else { return nil }
    guard let households = self[`class`, .households][term], let persons = self[`class`, .persons][term],
      persons < households
    else { return nil }
    return .fewerPersons(`class`, term, households: households, persons: persons)
  }
  /// Who leaves one class for the other enters that.
  private func moves(_ unit: Unit) -> [FlowFault] {
    let (poor, near) = (self[.poor, unit], self[.nearPoor, unit])
    let pairs: [(FlowFault.Move, Int64?, Int64?)] = [
      (.poorToNear, poor[.out], near[.fromOther]),
      (.nearToPoor, near[.outFurther], poor[.fromOther]),
    ]
    return pairs.compactMap { move, left, entered in
      guard let left, let entered, left != entered else { return nil }
      return .moves(move, unit, left: left, entered: entered)
    }
  }
}
