import Diagnostics
public import Figures
public import StageKit
import Tables

/// What becomes public of some figures and notices, and what does not.
///
/// A figure with a ground is published as it is. Every other one is withheld: its value, its note and the place in its
/// source are taken out, so that nothing of it remains but that it exists. A notice about a withheld figure is held back whole.
public struct Release: Sendable {
  /// What everybody may see.
  public let table: PublishedTable
  /// What everybody may read.
  public let notices: ReleasedNotices
  /// The ids of the figures withheld, sorted.
  public let withheld: [String]
  /// How many notices were held back.
  public let heldBack: Int

  /// Decides what becomes public.
  ///
  /// - Parameters:
  ///   - tables: All figures there are.
  ///   - notices: All notices there are.
  ///   - grounds: Why figures may be published; the first that covers a figure counts.
  ///   - edition: The id of this edition.
  ///   - previous: What the ledger has of the edition before; `nil` for a first edition.
  /// - Throws: When two figures have one id, or speak of one thing with one precedence, or the ledger cannot be read.
  public init(
    _ tables: [FigureTable], _ notices: [Notices], grounds: [PublicGround], edition: String,
    previous: [UInt8]?
  ) throws(StageError) {
    let all = FigureTable.joined(tables).figures
    try Self.refuseDoubles(all)
    try Self.refuseRivals(all)
    var hidden: [String] = []
    let figures = all.map { figure in
      var figure = figure
      figure.origin = nil
      guard !grounds.contains(where: { $0.covers(figure) }) else { return figure }
      hidden.append(figure.id)
      return Self.withheld(figure)
    }
    let published = PublishedTable(
      figures, grounds: grounds, changes: try Ledger.changes(figures, since: previous), edition: edition)
    let isHidden = Set(hidden)
    let open = notices.flatMap(\.all).filter { $0.figures.allSatisfy { !isHidden.contains($0) } }
    (table, self.notices, withheld) = (published, ReleasedNotices(open), hidden)
    heldBack = notices.reduce(0) { $0 + $1.all.count } - open.count
  }

  private static func withheld(_ figure: Figure) -> Figure {
    var figure = figure
    (figure.value, figure.status, figure.note, figure.source.place) = (nil, .withheld, "", "")
    return figure
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
  private static func refuseRivals(_ sorted: [Figure]) throws(StageError) {
    var seen: [[String]: String] = [:]
    for figure in sorted {
      let (day, rank) = (figure.asOf.iso, String(figure.precedence))
      let key = [figure.unit, day, figure.measure, figure.group, figure.standard, rank]
      guard let first = seen.updateValue(figure.id, forKey: key) else { continue }
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
