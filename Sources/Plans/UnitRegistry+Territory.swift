import Tables
import Units

extension UnitRegistry {
  /// Whether two versions are one territory: the same, or one became the other as a whole and nothing else went into it.
  func isOneTerritory(_ a: String, _ b: String) -> Bool { a == b || isRenamed(a, b) || isRenamed(b, a) }

  private func isRenamed(_ from: String, _ to: String) -> Bool {
    var here = from
    var seen: Set<String> = []
    while here != to, seen.insert(here).inserted, let unit = unit(id: here) {
      let steps = successors(of: unit)
      guard steps.count == 1, let step = steps.first, step.extent == .full, let next = self.unit(id: step.to),
        predecessors(of: next).count == 1
      else { return false }
      here = step.to
    }
    return here == to
  }

  /// Whether a unit that was valid on a day took another in until a later day, and kept its version.
  func hasGrown(_ id: String, from day: Day, to later: Day) -> Bool {
    guard let unit = unit(id: id), unit.isValid(on: day) else { return false }
    return predecessors(of: unit).contains { step in
      guard let end = self.unit(id: step.from)?.validTo else { return false }
      return end > day && end <= later
    }
  }
}
