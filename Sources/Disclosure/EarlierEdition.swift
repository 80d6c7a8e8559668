import Figures

/// What one edition before this told, and what it withheld.
struct EarlierEdition {
  struct Told {
    let figure: EarlierFigure
    /// Whether the same figure is there now and has the same value.
    let isAsBefore: Bool
  }
  private(set) var told: [Told] = []
  private(set) var withheld: [CellKey] = []

  /// An edition as its entry has it, beside the figures of now by id.
  ///
  /// Figures that were carried over to other boundaries are no part of any sum, and are left out.
  init(_ ledger: Ledger, beside figures: [String: Figure]) {
    // In the order of ids: what is mended first decides what is withheld, and no run may differ from another.
    for (id, kept) in ledger.figures.sorted(by: { $0.key < $1.key }) {
      let now = figures[id]
      guard !EarlierFigure.isCarried(id, now), let key = now.map({ CellKey($0) }) ?? kept.subject?.key else {
        continue
      }
      switch kept.state {
      case .value:
        let isAsBefore = now.map { Ledger.text($0) == kept.value } ?? false
        told.append(Told(figure: EarlierFigure(key, value: kept.value ?? ""), isAsBefore: isAsBefore))
      case .withheld: withheld.append(key)
      case .none: continue
      }
    }
  }
}

/// The counts that an edition before withheld, and that stay withheld.
///
/// A total that was told then and is another now, beside parts that were withheld then and are told now, would tell what a
/// part was: whoever takes the others to be as they were subtracts them from the old total. So what was withheld stays so
/// while anything that was told then has another value now and hangs together with it, over sums and over all that was not
/// told then either.
struct HeldBefore {
  private(set) var cells: Set<Int> = []
  private let table: CellTable
  private let rule: DisclosureRule

  init(
    _ table: CellTable, _ editions: [EarlierEdition], _ rule: DisclosureRule, near: (Int) -> [Int]
  ) {
    (self.table, self.rule) = (table, rule)
    for edition in editions { add(edition, near) }
  }
  private mutating func add(_ edition: EarlierEdition, _ near: (Int) -> [Int]) {
    var (told, changed): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [Int: [Int]] = [:]
    for one in edition.told {
      let counts = one.figure.counts(rule)
      for (key, value) in counts {
        guard let cell = table.find(key) else { continue }
        told.insert(cell)
        if !one.isAsBefore, !table.cells[cell].tells(value) { changed.insert(cell) }
      }
      let key = one.figure.key
      let ends = rule.rate(key.measure).map { [$0.part, $0.whole] } ?? [key.measure]
      let both = ends.compactMap { table.find(key.with($0)) }
      if counts.isEmpty, !one.isAsBefore { changed.formUnion(both) }
      if both.count == 2 {
        pairs[both[0], default: []].append(both[1])
        pairs[both[1], default: []].append(both[0])
      }
    }
    var withheld: Set<Int> = []
    for key in edition.withheld {
      let ends = rule.rate(key.measure).map { [$0.part, $0.whole] } ?? [key.measure]
      withheld.formUnion(ends.compactMap { table.find(key.with($0)) })
    }
    withheld.subtract(told)
    var (seen, queue) = (changed, Array(changed)[...])
    while let cell = queue.popFirst() {
      if withheld.contains(cell) { cells.insert(cell) }
      for other in near(cell) + (pairs[cell] ?? []) where !told.contains(other) {
        if seen.insert(other).inserted { queue.append(other) }
      }
    }
  }
}

extension Cell {
  /// Whether it is told now, and as that value alone.
  fileprivate func tells(_ value: Int64) -> Bool {
    values == [value] && !(figures.isEmpty && rates.isEmpty)
  }
}
