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

  /// Whether one of two versions of a unit took another in after a day and until a later one, and kept its version.
  ///
  /// What was there when a version began is what it was made of, and no growth of it.
  func hasGrown(_ id: String, into other: String, from day: Day, to later: Day) -> Bool {
    [id, other].compactMap { unit(id: $0) }.contains { unit in
      predecessors(of: unit).contains { step in
        guard let end = self.unit(id: step.from)?.validTo else { return false }
        return end > max(day, unit.validFrom) && end <= later
      }
    }
  }
}
