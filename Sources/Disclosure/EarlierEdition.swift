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
  /// What its figures spoke of.
  var keys: [CellKey] { told.map(\.figure.key) + withheld }

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

  /// The counts of every sum; those that do not come out now may have done so then.
  private let sums: [[Int]]
  private var sumsOf: [Int: [Int]] = [:]

  init(
    _ table: CellTable, _ editions: [EarlierEdition], _ rule: DisclosureRule, _ sums: [CountSums.Candidate]
  ) {
    (self.table, self.rule) = (table, rule)
    self.sums = editions.isEmpty ? [] : sums.map { [$0.total] + $0.members }
    for (index, sum) in self.sums.enumerated() {
      for cell in sum { sumsOf[cell, default: []].append(index) }
    }
    for edition in editions { add(edition) }
  }
  private mutating func add(_ edition: EarlierEdition) {
    let names = table.names(edition)
    var (told, changed): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [Int: [Int]] = [:]
    for one in edition.told {
      let counts = one.figure.counts(rule)
      for (key, value) in counts {
        let now = table.now(key, besides: names)
        told.formUnion(now)
        if !one.isAsBefore { changed.formUnion(now.filter { !table.cells[$0].tells(value) }) }
      }
      let both = ends(of: one.figure.key).map { table.now($0, besides: names) }
      if counts.isEmpty, !one.isAsBefore { changed.formUnion(both.joined()) }
      guard both.count == 2 else { continue }
      for (part, whole) in both[0].flatMap({ part in both[1].map { (part, $0) } }) {
        pairs[part, default: []].append(whole)
        pairs[whole, default: []].append(part)
      }
    }
    var withheld: Set<Int> = []
    for key in edition.withheld {
      withheld.formUnion(ends(of: key).flatMap { table.now($0, besides: names) })
    }
    withheld.subtract(told)
    var (seen, queue) = (changed, Array(changed)[...])
    var seenSums: Set<Int> = []
    while let cell = queue.popFirst() {
      if withheld.contains(cell) { cells.insert(cell) }
      let near = (sumsOf[cell] ?? []).filter { seenSums.insert($0).inserted }.flatMap { sums[$0] }
      for other in near + (pairs[cell] ?? []) where !told.contains(other) {
        if seen.insert(other).inserted { queue.append(other) }
      }
    }
  }
  /// The count that a figure tells, or the two of which it is a rate.
  private func ends(of key: CellKey) -> [CellKey] {
    rule.rate(key.measure).map { [key.with($0.part), key.with($0.whole)] } ?? [key]
  }
}

extension Cell {
  /// Whether it is told now, and as that value alone.
  fileprivate func tells(_ value: Int64) -> Bool {
    values == [value] && !(figures.isEmpty && rates.isEmpty)
  }
}
