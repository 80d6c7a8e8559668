public import Diagnostics
public import Figures
public import StageKit
import Units

/// Figures that everybody may see.
///
/// Nobody outside this module can make one: the initialiser is internal, and `Release` is the only way to it. Everything
/// public is derived from one, by functions of this module.
public struct PublishedTable: Recorded {
  /// Nothing is known of it before it is made.
  public typealias Shape = NoShape
  /// The word for it in a message.
  public static let kind = Phrase(vi: "số liệu đã qua bảo vệ", en: "published figures")

  /// The figures, sorted by id; one that is withheld has no value.
  public let figures: [Figure]
  /// Why figures are public, as the pipeline says.
  public let grounds: [PublicGround]
  /// The editions that were taken down, in the order of their ids.
  public let withdrawals: [Withdrawal]
  /// This edition and all that were published before it, the latest first.
  public let editions: [ListedEdition]
  /// By which rule figures without a ground are public; `nil` when none is.
  public let rule: DisclosureRule?
  private let edition: SettledEdition
  /// What the units are called that it speaks of, or that an edition before spoke of, each with those above it.
  let unitNames: [String: String]

  init(
    _ figures: [Figure], grounds: [PublicGround], rule: DisclosureRule? = nil, units: UnitRegistry? = nil,
    _ edition: SettledEdition
  ) {
    (self.figures, self.grounds, self.rule) = (figures, grounds, rule)
    (self.edition, withdrawals, editions) = (edition, edition.withdrawals, edition.listed)
    let gone = edition.known.keys.compactMap { edition.subjects[$0]?.unit }
    unitNames = Set(figures.map(\.unit) + gone).reduce(into: [:]) { names, id in
      names[id] = units?.told(id) ?? edition.unitNames[id]
    }
  }
  private func standing(with verdicts: [PublishedVerdicts]) -> EditionStanding {
    edition.standing(with: verdicts.flatMap(\.entries))
  }
  /// What is told otherwise than in the edition before, with these verdicts; `nil` for a first edition.
  public func changes(with verdicts: [PublishedVerdicts] = []) -> EditionDiff? {
    let standing = standing(with: verdicts)
    let withdrawn = Set(withdrawals.map(\.edition))
    return standing.baseline.map {
      EditionDiff(from: $0, to: Ledger(self, standing.head, verdicts), withdrawn: withdrawn)
    }
  }
  /// Why changes beyond the limits were accepted; `nil` when nothing was said.
  public func acceptance(with verdicts: [PublishedVerdicts] = []) -> String? {
    standing(with: verdicts).head?.reason
  }
  /// Whether it takes the place of another of the same id, which was published before.
  public func isReissue(with verdicts: [PublishedVerdicts] = []) -> Bool {
    standing(with: verdicts).head?.replaces != nil
  }
  /// A line of JSON for every figure: what was published of it, in which edition, and on which ground.
  public var ledgerEntry: [UInt8] { ledgerEntry(beside: []) }
  /// The same beside verdicts, which decide whether it takes the place of another of the same id.
  public func ledgerEntry(beside all: [any Recorded]) -> [UInt8] {
    Ledger.entry(self, edition, standing(with: all.compactMap { $0 as? PublishedVerdicts }).head)
  }

  /// How many of the figures of every kind are withheld, when a rule decides it.
  ///
  /// It follows from what is published, and says nothing more.
  public var shares: [WithheldShare] {
    guard rule != nil else { return [] }
    var found: [WithheldShare.Kind: (withheld: Int, count: Int)] = [:]
    for figure in figures {
      let kind = WithheldShare.Kind(measure: figure.measure, group: CellKey(figure).groupKind)
      found[kind, default: (0, 0)].count += 1
      if figure.status == .withheld { found[kind, default: (0, 0)].withheld += 1 }
    }
    return found.map { WithheldShare(kind: $0.key, withheld: $0.value.withheld, count: $0.value.count) }
      .sorted { ($0.kind.measure, $0.kind.group) < ($1.kind.measure, $1.kind.group) }
  }
  /// Why a figure is public; `nil` for one that is withheld.
  func ground(of figure: Figure) -> Phrase? {
    // A rate that was carried over may be withheld although a ground covers it.
    guard figure.status != .withheld else { return nil }
    if let ground = grounds.first(where: { $0.covers(figure) }) { return ground.reason }
    guard let rule else { return nil }
    return Phrase(
      vi: "ngưỡng \(rule.threshold), tối thiểu \(rule.minBase)",
      en: "threshold \(rule.threshold), least base \(rule.minBase)")
  }
}
