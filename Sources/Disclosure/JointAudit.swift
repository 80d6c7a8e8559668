/// Which withheld counts follow, or are known too closely, by sums and printed rates together.
///
/// A count that follows from sums may be the one that a printed rate is of, and what that leaves of the other count may be a
/// part of sums: so both audits are made again with what they found, until they find nothing more.
struct JointAudit {
  /// The withheld counts that follow.
  private(set) var known: [Int]
  /// Those of which too little is left open.
  private(set) var narrow: [Int]
  /// The counts as a reader has them in the end.
  private(set) var cells: [Cell]

  init(_ counts: Suppression, _ relations: [Relation]) {
    cells = counts.cells
    let links = counts.links.filter { counts.cells[$0.part].isOpen || counts.cells[$0.whole].isOpen }
    func bounds(_ cells: [Cell]) -> IntervalAudit {
      IntervalAudit(cells, relations, counts.bases, counts.rule, links)
    }
    var sums = LinearAudit(cells, relations)
    var ranges = bounds(cells)
    (known, narrow) = (sums.determined, ranges.narrow)
    guard !links.isEmpty else { return }
    let ends = Set(links.flatMap { [$0.part, $0.whole] }).sorted()
    while true {
      let fixed = ends.filter { cells[$0].isOpen && ranges.low[$0] == ranges.high[$0] }
      for cell in fixed where cells[cell].values.isEmpty { cells[cell].values = [ranges.low[cell]] }
      known += fixed.filter { cells[$0].isUnknown && ranges.narrow.contains($0) }
      let found = fixed + sums.determined + sums.drawn
      if found.isEmpty { break }
      for cell in found { cells[cell].isKnownBefore = true }
      (sums, ranges) = (LinearAudit(cells, relations), bounds(cells))
      known += sums.determined
      narrow += ranges.narrow
    }
    (known, narrow) = (Set(known).sorted(), Set(narrow).sorted())
  }
}
