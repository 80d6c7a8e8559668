import Diagnostics
import Figures
import StageKit
import Tables
import Units

/// Which figures are withheld, and why.
struct Choice {
  /// Of every figure, why it is withheld; `nil` when it is not.
  private(set) var reasons: [WithholdingReason?]
  /// The figures, by their places, of which too little is left open.
  private(set) var narrow: [Int] = []
  /// The figures, by their places, that readers can work out by sums that do not come out in the tables themselves.
  private(set) var known: [Int] = []

  /// Withholds all that has no ground.
  init(withoutGround isPublic: [Bool]) { reasons = isPublic.map { $0 ? nil : .noGround } }

  /// Withholds what a rule says, and what would give that away.
  ///
  /// - Throws: When it is given away all the same.
  init(
    _ candidates: Candidates, _ rule: (rule: DisclosureRule, units: UnitRegistry),
    _ edition: EditionContext
  ) throws(StageError) {
    let (figures, isPublic) = (candidates.figures, candidates.isPublic)
    var hierarchy = Hierarchy(rule.units)
    let editions = edition.editions(beside: figures)
    var table = CellTable(figures, isPublic: isPublic, isCarried: candidates.isCarried, rule.rule)
    table.add(edition.earlier(than: figures), rule.rule)
    table.add(editions, rule.rule, &hierarchy)
    table.draw(&hierarchy, rule.rule)
    var counts = Suppression(table, &hierarchy, rule.rule, editions)
    try Self.refuseForced(counts, figures, isPublic)
    let found = counts.close()
    if !found.known.isEmpty { try Self.refuseKnown(counts, table, figures) }
    reasons = Array(repeating: nil, count: figures.count)
    for cell in counts.cells where !cell.isPublic {
      for figure in cell.figures { reasons[figure] = cell.reason }
    }
    for figure in table.others where !isPublic[figure] { reasons[figure] = .noBase }
    for rate in table.rates where !isPublic[rate.figure] {
      let parts = [rate.part, rate.whole].map { $0.map { counts.cells[$0] } }
      let isOpen = parts.allSatisfy { $0.map { $0.reason == nil && !$0.isUntold } ?? false }
      if !isOpen { reasons[rate.figure] = .partWithheld }
    }
    for figure in figures.indices where candidates.isCarried[figure] && !isPublic[figure] {
      reasons[figure] = .carried
    }
    try Self.refuseShares(figures, isPublic, reasons)
    narrow = found.narrow.flatMap { counts.cells[$0].figures }.sorted()
    let known = found.known.filter { counts.cells[$0].mustBeUnknown }
    self.known = known.flatMap { counts.cells[$0].figures }.sorted()
  }

  /// Refuses a count that must be withheld, of which a rate that is public by law tells what it is.
  private static func refuseForced(
    _ counts: Suppression, _ figures: [Figure], _ isPublic: [Bool]
  ) throws(StageError) {
    for cell in counts.cells where cell.isForced && cell.reason != nil {
      guard let figure = cell.figures.first, let rate = cell.rates.first(where: { isPublic[$0] }) else {
        continue
      }
      throw .told(figures[figure].id, by: figures[rate].id)
    }
  }
  /// Refuses a share that lacks an indicator and is public by law, of which the count must be withheld: the poor are told.
  private static func refuseShares(
    _ figures: [Figure], _ isPublic: [Bool], _ reasons: [WithholdingReason?]
  ) throws(StageError) {
    let prefix = KnownMeasures.deprivationRatePrefix
    let shares = figures.indices.filter {
      isPublic[$0] && figures[$0].value != nil && figures[$0].measure.hasPrefix(prefix)
    }
    guard !shares.isEmpty else { return }
    let withheld = Dictionary(
      figures.indices.filter { reasons[$0] != nil }.map { (CellKey(figures[$0]), figures[$0].id) }
    ) { first, _ in first }
    for index in shares {
      let key = CellKey(figures[index])
      let count = key.with(KnownMeasures.deprivedPrefix + key.measure.dropFirst(prefix.count))
      if let id = withheld[count] { throw .told(id, by: figures[index].id) }
    }
  }
  /// Refuses a count that must be withheld and follows from what cannot be.
  private static func refuseKnown(
    _ counts: Suppression, _ table: CellTable, _ figures: [Figure]
  ) throws(StageError) {
    let audit = JointAudit(counts, counts.relations.filter(\.isExact))
    for index in audit.known where counts.cells[index].isPrimary {
      guard let figure = counts.cells[index].figures.first else { continue }
      let id = figures[figure].id
      let way =
        counts.proof(of: index, audit.cells).map { proof(index, $0, counts, figures) }
        ?? counts.link(to: index, audit.cells).map { link in
          let rate = table.drawn[link.rate]
          let name = rate.figure.map { figures[$0].id } ?? rate.key.name
          return Phrase(same: "= \(name), \(counts.cells[link.other].name(figures))")
        }
        ?? sums(with: index, counts, figures)
      throw StageError(
        Phrase(
          vi: "'\(id)' phải giữ lại, mà tính ra được từ số công khai theo luật hoặc đã công bố"
            + (way.map { ": \($0.vi)" } ?? ""),
          en: "'\(id)' must be withheld, and follows from what is public by law or was published before"
            + (way.map { ": \($0.en)" } ?? "")),
        hint: Phrase(
          vi: "thêm căn cứ cho số ấy, hoặc bỏ căn cứ của một số kia; số đã công bố thì không giấu lại được",
          en:
            "give it a ground too, or take that of one of the others away; what was published cannot be hidden again"
        ), cause: .data)
    }
  }
  /// The sums that a count stands in, where it takes several of them together to work it out; `nil` without any.
  private static func sums(
    with cell: Int, _ counts: Suppression, _ figures: [Figure]
  ) -> Phrase? {
    var names: [String] = []
    for sum in counts.relations where sum.isExact && (sum.total == cell || sum.members.contains(cell)) {
      let name = counts.cells[sum.total].name(figures)
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return nil }
    let list = (names.prefix(4) + (names.count > 4 ? ["…"] : [])).joined(separator: ", ")
    return Phrase(
      vi: "từ nhiều tổng cùng lúc, gồm \(list)", en: "from several sums together, among them \(list)")
  }
  /// The sum, in the names of the counts and without their values.
  private static func proof(
    _ cell: Int, _ sum: Relation, _ counts: Suppression, _ figures: [Figure]
  ) -> Phrase {
    let others = sum.members.filter { $0 != cell }
    let names = others.prefix(4).map { counts.cells[$0].name(figures) } + (others.count > 4 ? ["…"] : [])
    let total = counts.cells[sum.total].name(figures)
    if sum.total == cell {
      let list = names.joined(separator: " + ")
      return Phrase(same: "= \(list)")
    }
    let list = ([total] + names).joined(separator: " − ")
    return Phrase(same: "= \(list)")
  }
}

extension Cell {
  /// The id of its figure or of a rate that tells it, or what it speaks of.
  fileprivate func name(_ figures: [Figure]) -> String {
    (self.figures.first ?? rates.first).map { figures[$0].id }
      ?? key.name
  }
}
extension CellKey {
  /// What it speaks of, where no figure does.
  fileprivate var name: String { [unit, day.iso, measure, group].joined(separator: "/") }
}
extension StageError {
  /// A count that must be withheld, which a figure that is public tells.
  fileprivate static func told(_ count: String, by rate: String) -> StageError {
    StageError(
      Phrase(
        vi: "'\(count)' phải giữ lại, mà '\(rate)' là số công khai nói ra nó",
        en: "'\(count)' must be withheld, and '\(rate)', which is public, tells it"),
      hint: Phrase(
        vi: "thêm căn cứ cho số đếm, hoặc bỏ căn cứ của tỷ lệ",
        en: "give the count a ground too, or take that of the rate away"), cause: .data)
  }
}
