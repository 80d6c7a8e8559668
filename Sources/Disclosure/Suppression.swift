import StageKit
import Tables

/// What is withheld of some counts, so that none that must not be known is.
///
/// Blunt and exact: when one part of a sum is withheld all others are, and all that is in them, over every sum until
/// nothing changes. That leaves two unknowns in every sum; since sums also hang together, all of them together are then
/// tried by elimination (`LinearAudit`), and by what is known of every count, that it is not below zero nor above its
/// base (`IntervalAudit`); where printed rates are of counts, both over and over with what they found (`JointAudit`).
/// What still could be worked out, or be known too closely, is mended by withholding the total above it.
///
/// Figures that were carried over to other boundaries are no counts here: without a ground none of them is told. Not yet
/// tried: what a status or a rank says of a count, and bounds that follow only from several sums together (these are found
/// when the sums are a tree, and may be missed when they are not). Of printed rates not yet tried: a count that is told
/// now and would be another by a sum, as what the rate is of; more than one part of a sum at a time as another than the
/// first that is told of it, to work out what is left; and two rates of which neither other count is known. The fewest
/// withheld figures are not sought.
struct Suppression {
  var cells: [Cell]
  let relations: [Relation]
  /// The bases of every count.
  let bases: [[Int]]
  let rule: DisclosureRule
  /// What printed rates say of counts together.
  let links: [RateLink]
  /// What rates leave a count besides its own value, by its place.
  private let otherwise: [Int: [Int64]]
  private let relationsOf: [[Int]]
  /// The counts that a printed rate puts beside each.
  private let linked: [Int: [Int]]

  /// Withholds what must be for its own sake.
  init(
    _ table: CellTable, _ hierarchy: inout Hierarchy, _ rule: DisclosureRule,
    _ editions: [EarlierEdition] = []
  ) {
    self.rule = rule
    cells = table.cells
    let sums = table.sums(&hierarchy, rule)
    relations = sums.relations
    links = table.links
    otherwise = table.old.mapValues {
      $0.filter { table.cells[$0].isDrawn }.flatMap { table.cells[$0].values }
    }
    linked = Dictionary(grouping: links.flatMap { [($0.part, $0.whole), ($0.whole, $0.part)] }, by: \.0)
      .mapValues { $0.map(\.1) }
    bases = table.cells.map { cell in
      rule.bases(of: cell.key).map { base in
        table.find(cell.key.with(base.measure ?? cell.key.measure, group: base.group)) ?? -1
      }
    }
    var relationsOf = Array(repeating: [Int](), count: table.cells.count)
    for (index, relation) in relations.enumerated() {
      for cell in [relation.total] + relation.members { relationsOf[cell].append(index) }
    }
    self.relationsOf = relationsOf
    for index in cells.indices where !cells[index].isPublic {
      cells[index].reason = ownReason(index, isCommune: hierarchy.isCommune(cells[index].key.unit))
    }
    let held = HeldBefore(table, editions, rule, sums.candidates)
    for index in held.cells { cells[index].isHeldBefore = true }
    for index in cells.indices where cells[index].isHeldBefore && !cells[index].isPublic {
      if cells[index].mayBeWithheld { cells[index].reason = .heldBefore }
    }
  }

  // MARK: Primary

  /// Why a count must be withheld for its own sake; `nil` when it need not.
  private func ownReason(_ index: Int, isCommune: Bool) -> WithholdingReason? {
    let cell = cells[index]
    // What nothing tells has no figure that could be withheld.
    if cell.figures.isEmpty, cell.isDrawn { return nil }
    // What is told by rates alone that are public by law, or was told before, has no figure that could be withheld.
    if cell.figures.isEmpty, cell.isForced || cell.rates.isEmpty || cell.values.isEmpty { return nil }
    guard cell.isCount else { return .noCount }
    guard !bases[index].isEmpty else { return .noBase }
    for base in bases[index] {
      // That there is no value says nothing of anybody.
      if cell.values.isEmpty { continue }
      guard base >= 0, cells[base].isCount else { return .noBase }
      let wholes = cells[base].values + (otherwise[base] ?? [])
      guard let most = wholes.max() else { return .noBase }
      for value in cell.values {
        guard value <= most else { return .noBase }
        // What is more than one source says there are is a part of what another says.
        for whole in wholes where value <= whole {
          if let reason = reason(value, of: whole, isCommune: isCommune) { return reason }
        }
      }
    }
    return nil
  }
  private func reason(_ value: Int64, of base: Int64, isCommune: Bool) -> WithholdingReason? {
    // Of nobody nothing can be learnt.
    guard base > 0 else { return nil }
    if isCommune, base < rule.minBase { return .smallBase }
    if value > 0, value < rule.threshold { return .fewOfThem }
    if value == base { return .everybody }
    return base - value < rule.threshold ? .fewOthers : nil
  }

  // MARK: Secondary

  /// Withholds until nothing can be worked out any more.
  ///
  /// - Returns: What can be worked out all the same, and what is known too closely, because what gives it away must be public.
  mutating func close() -> (known: [Int], narrow: [Int]) {
    spread()
    while true {
      let audit = JointAudit(self, relations)
      let (known, narrow) = (audit.known, audit.narrow)
      var mended: Set<Int> = []
      for cell in known + narrow {
        // What has just been withheld for a neighbour may be enough for it.
        guard !isNear(cell, mended), let other = open(near: cell), withhold(other) else { continue }
        mended.insert(other)
      }
      guard !mended.isEmpty else { return (known, narrow) }
      spread()
    }
  }
  /// Withholds all parts of a sum of which one, or the sum itself, is withheld, until nothing changes.
  private mutating func spread() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for index in cells.indices where cells[index].mayBeWithheld {
        guard bases[index].contains(where: { $0 >= 0 && cells[$0].isUnknown }) else { continue }
        cells[index].reason = .baseWithheld
        isChanged = true
      }
      for relation in relations {
        guard cells[relation.total].isUnknown || relation.members.contains(where: { cells[$0].isUnknown })
        else { continue }
        // Two are open already; whether that is enough is for the audits to say.
        if ([relation.total] + relation.members).contains(where: { cells[$0].isUntold }) { continue }
        for member in relation.members { isChanged = withhold(member) || isChanged }
        let unknown = relation.members.count { cells[$0].isUnknown }
        if unknown == 1 { isChanged = withhold(relation.total) || isChanged }
      }
    }
  }
  private mutating func withhold(_ cell: Int) -> Bool {
    guard cells[cell].mayBeWithheld else { return false }
    cells[cell].reason = .protectsAnother
    return true
  }
  /// A count that is told and need not be, in a sum with one that is withheld, a total before a part; or the other count of
  /// a printed rate of it; or either of another that is withheld and hangs together with it.
  private func open(near cell: Int) -> Int? {
    var seen: Set<Int> = [cell]
    var queue = [cell][...]
    while let next = queue.popFirst() {
      let near = relationsOf[next].map { relations[$0] }
      let all = near.map(\.total) + near.flatMap(\.members) + (linked[next] ?? [])
      if let found = all.first(where: { cells[$0].mayBeWithheld }) { return found }
      for other in all where cells[other].isOpen && seen.insert(other).inserted { queue.append(other) }
    }
    return nil
  }
  private func isNear(_ cell: Int, _ others: Set<Int>) -> Bool {
    !others.isEmpty
      && relationsOf[cell].contains { index in
        others.contains(relations[index].total) || relations[index].members.contains(where: others.contains)
      }
  }
  /// A sum that gives a count away to readers who have these, if a single one does.
  func proof(of cell: Int, _ cells: [Cell]) -> Relation? {
    relationsOf[cell].map { relations[$0] }.first { relation in
      ([relation.total] + relation.members).allSatisfy { $0 == cell || !cells[$0].isOpen }
    }
  }
  /// A rate that does, and the place of its other count.
  func link(to cell: Int, _ cells: [Cell]) -> (rate: Int, other: Int)? {
    links.first {
      ($0.part == cell && !cells[$0.whole].isOpen) || ($0.whole == cell && !cells[$0.part].isOpen)
    }
    .map { ($0.rate, $0.part == cell ? $0.whole : $0.part) }
  }
}
