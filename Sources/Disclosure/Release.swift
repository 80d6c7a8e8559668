import Diagnostics
public import Figures
public import StageKit
import Tables
public import Units

/// What becomes public of some figures and notices, and what does not.
///
/// A figure with a ground is published as it is. Every other one is withheld, unless a rule says when it need not be: its
/// value, its note and the place in its source are taken out, so that nothing of it remains but that it exists. A notice
/// that rests on a figure that is withheld or not there is held back whole, and so is one with numbers that says of none what
/// it rests on.
public struct Release: Sendable {
  /// A figure that is withheld, and why.
  public struct Withheld: Sendable, Hashable {
    /// Its id.
    public let figure: String
    /// Why; for the office alone.
    public let reason: WithholdingReason
  }
  /// What everybody may see.
  public let table: PublishedTable
  /// What everybody may read.
  public let notices: ReleasedNotices
  /// The figures withheld, sorted by id.
  public let withheld: [Withheld]
  /// The ids of those that an earlier edition has published, sorted.
  public let publishedBefore: [String]
  /// The ids of those of which what is public by law leaves too little open, sorted.
  public let narrow: [String]
  /// The ids of those that readers can work out by sums that the tables themselves do not keep, sorted.
  public let known: [String]
  /// How many notices were held back.
  public let heldBack: Int

  /// Decides what becomes public.
  ///
  /// - Parameters:
  ///   - tables: All figures there are.
  ///   - notices: All notices there are.
  ///   - grounds: Why figures may be published; the first that covers a figure counts.
  ///   - rule: When a figure without a ground may be published, and the register of units that says which are sums of
  ///     which; `nil` withholds them all.
  ///   - names: The register that says what units are called, for whoever compares editions; the one of the rule when left
  ///     out.
  ///   - edition: This edition, and what the ledger has of others.
  /// - Throws: When two figures have one id, or speak of one thing with one precedence; when the ledger cannot be read; when
  ///   what is public by law, or was published before, gives away a figure that must be withheld; when a text has a number
  ///   by which a person could be known.
  public init(
    _ tables: [FigureTable], _ notices: [Notices], grounds: [PublicGround],
    rule: (DisclosureRule, UnitRegistry)? = nil, names: UnitRegistry? = nil, edition: EditionContext
  ) throws(StageError) {
    let given = FigureTable.joined(tables).figures
    try Self.refuseDoubles(given)
    try Self.refuseRivals(given)
    let candidates = Candidates(given, grounds, rule.map { (rule: $0.0, units: $0.1) })
    let all = candidates.figures
    let choice =
      if let rule { try Choice(candidates, rule, edition) } else { try Choice(withoutGround: candidates) }
    var figures = all
    for index in figures.indices {
      figures[index].origin = nil
      if choice.reasons[index] != nil { figures[index].withhold() }
    }
    let settled = edition.settled(with: figures, rule: rule?.0)
    settled.mark(&figures)
    let open = Set(figures.indices.filter { choice.reasons[$0] == nil }.map { figures[$0].id })
    let released = notices.flatMap(\.all).filter { $0.isReleased(with: open) }
    var texts = TextCheck()
    try texts.check(figures, origins: all.map(\.origin))
    try texts.check(released)
    try texts.check(settled.reasons)
    table = PublishedTable(
      figures, grounds: grounds, rule: rule?.0, units: names ?? rule?.1, settled)
    self.notices = ReleasedNotices(released)
    withheld = zip(all, choice.reasons).compactMap { figure, reason in
      reason.map { Withheld(figure: figure.id, reason: $0) }
    }
    publishedBefore = withheld.map(\.figure).filter { settled.known[$0] != nil }
    narrow = choice.narrow.map { all[$0].id }
    known = choice.known.map { all[$0].id }
    heldBack = notices.reduce(0) { $0 + $1.all.count } - released.count
  }

  /// The same of an edition of which nothing but its id and the one before is known.
  public init(
    _ tables: [FigureTable], _ notices: [Notices], grounds: [PublicGround],
    rule: (DisclosureRule, UnitRegistry)? = nil, edition: String, previous: [UInt8]?
  ) throws(StageError) {
    try self.init(
      tables, notices, grounds: grounds, rule: rule,
      edition: try EditionContext(edition, previous: previous))
  }

  private static func refuseDoubles(_ sorted: [Figure]) throws(StageError) {
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.id == b.id {
      throw StageError(
        Phrase(vi: "hai số liệu cùng mã '\(a.id)'", en: "two figures have the id '\(a.id)'"),
        hint: Phrase(
          vi: "hai bảng cùng nêu một số liệu: đặt precedence khác nhau, hoặc bỏ một dòng",
          en: "two tables give the same figure: set another precedence, or remove one row"), cause: .data)
    }
  }
  /// Of two figures of one thing with one precedence nobody could say which counts.
  ///
  /// One without a standard is one to which none applies: beside one that names a standard it is the same figure.
  private static func refuseRivals(_ sorted: [Figure]) throws(StageError) {
    var seen: [[String]: [String: String]] = [:]
    for figure in sorted {
      let key = [figure.unit, figure.asOf.iso, figure.measure, figure.group, String(figure.precedence)]
      let known = seen[key] ?? [:]
      seen[key, default: [:]][figure.standard] = figure.id
      let same =
        figure.standard.isEmpty
        ? known.min { $0.value < $1.value }?.value : known[figure.standard] ?? known[""]
      guard let first = same else { continue }
      throw StageError(
        Phrase(
          vi: "'\(first)' và '\(figure.id)' nói về cùng một điều với cùng thứ tự ưu tiên",
          en: "'\(first)' and '\(figure.id)' speak of one thing with one precedence"),
        hint: Phrase(
          vi: "đặt precedence khác nhau: số nhỏ nhất được dùng, các số khác được nêu kèm",
          en: "set another precedence: the least is used, the others are shown besides"), cause: .data)
    }
  }
}

extension Figure {
  /// Takes out all that could tell what it is.
  fileprivate mutating func withhold() { (value, status, note, source.place) = (nil, .withheld, "", "") }
}
extension Notice {
  /// Whether everybody may read it, who sees the figures named.
  fileprivate func isReleased(with open: Set<String>) -> Bool {
    guard figures.isEmpty else { return figures.allSatisfy(open.contains) }
    // A number that rests on nothing may be that of a few households.
    return ![message.vi, message.en].contains {
      $0.unicodeScalars.contains { $0.properties.numericType != nil }
    }
  }
}
