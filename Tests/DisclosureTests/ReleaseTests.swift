import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// What becomes public, and that nothing else does.
@Suite struct ReleaseTests {
  @Test func `a figure with a ground is published as it is, but for where its row was read`() throws {
    var whole = figure()
    let published = try release([[whole]]).table.figures
    whole.origin = nil
    #expect(published == [whole])
  }
  @Test(arguments: [
    figure("deprived_water", .amount(3)), figure("poor", .amount(3), group: "ethnicity:khmer"),
    figure("poor", .ratio(numerator: 3, denominator: 10), group: "area:urban"),
    figure("poor_rate", .printed(FixedPoint(units: 96, scale: 2)), group: "ethnicity"),
    figure("poor_rat", .printed(1)), figure("POOR", .amount(3)),
    figure("deprived_water", nil, status: .notReported),
    figure("deprived_water", .amount(3), status: .estimate),
  ]) func `a figure without a ground keeps neither value, nor note, nor place`(_ hidden: Figure) throws {
    let released = try release([[hidden]])
    let found = try #require(released.table.figures.first)
    #expect(found.value == nil)
    #expect(found.status == .withheld)
    #expect(found.note.isEmpty && found.source.place.isEmpty)
    #expect(found.origin == nil)
    #expect(found.id == hidden.id)
    #expect(released.withheld == [Release.Withheld(figure: hidden.id, reason: .noGround)])
  }
  @Test(arguments: [
    ("poor", "all", true), ("poor_rate", "all", true), ("poor_rate", "ethnicity:khmer", true),
    ("poor_rate", "ethnicity:", true), ("poor", "ethnicity:khmer", false), ("poor_rate", "ethnicity", false),
    ("poor_rate", "area:urban", false), ("near_poor", "all", false), ("poor_rate", "", false),
  ]) func `a ground covers its measures and groups, with all that begin as a star says`(
    measure: String, group: String, isCovered: Bool
  ) {
    #expect(grounds.contains { $0.covers(figure(measure, group: group)) } == isCovered)
  }
  @Test func `a star alone is every group, and a star elsewhere is a letter`() {
    let all = PublicGround(measures: ["poor"], groups: ["*"], reason: Phrase(same: "r"))
    #expect(all.covers(figure(group: "all")) && all.covers(figure(group: "ethnicity:khmer")))
    let middle = PublicGround(measures: ["*"], groups: ["a*b"], reason: Phrase(same: "r"))
    #expect(!middle.covers(figure(group: "axb")) && !middle.covers(figure(group: "a*b")))
  }
  @Test func `the first ground that covers a figure is the one recorded`() throws {
    let both = grounds + [PublicGround(measures: ["poor"], groups: ["*"], reason: Phrase(same: "later"))]
    let released = try Release(
      [FigureTable([figure()])], [], grounds: both, edition: "e", previous: nil)
    let entry = String(decoding: released.table.ledgerEntry, as: UTF8.self)
    #expect(entry.contains("\"ground\":\"Luật 104/2016\""))
  }
  @Test func `a notice about a withheld figure is held back whole`() throws {
    let (open, hidden) = (figure(id: "a"), figure("deprived_water", .amount(3), id: "b"))
    let released = try release([[open], [hidden]], [notice("a"), notice("a", "b"), notice("b")])
    #expect(released.notices.all == [notice("a")])
    #expect(released.heldBack == 2)
  }
  @Test(arguments: [
    ("không có đánh giá", "no verdict", true), ("có 3 hộ", "some households", false),
    ("vài hộ", "3 households", false), ("có ３ hộ", "some", false), ("có ½ số hộ", "some", false),
  ]) func `a notice with a number that rests on no figure is held back`(vi: String, en: String, isOpen: Bool)
    throws
  {
    let told = Notice("a.b", Phrase(vi: vi, en: en))
    #expect(try release([[figure()]], [told]).notices.all == (isOpen ? [told] : []))
  }
  @Test func `a notice that rests on a figure that is not there is held back`() throws {
    let released = try release([[figure(id: "a")]], [notice("a", "gone"), notice("gone")])
    #expect(released.notices.all.isEmpty && released.heldBack == 2)
  }
  @Test func `figures of all tables come out in the order of ids`() throws {
    let released = try release([
      [figure(id: "c"), figure("poor_rate", id: "a")], [figure(id: "b", precedence: 1)],
    ])
    #expect(released.table.figures.map(\.id) == ["a", "b", "c"])
  }
  @Test func `two figures of one id are refused`() throws {
    let error = try #require(refusal { () throws(StageError) in _ = try release([[figure()], [figure()]]) })
    #expect(error.message.en == "two figures have the id '96@2004-08-31/poor/all/0'")
    #expect(error.message.vi == "hai số liệu cùng mã '96@2004-08-31/poor/all/0'")
    #expect(error.cause == .data)
  }
  @Test func `two figures of one thing with one precedence are refused`() throws {
    let rivals = [[figure(id: "official")], [figure("poor", .amount(1), id: "press")]]
    let error = try #require(refusal { () throws(StageError) in _ = try release(rivals) })
    #expect(error.message.en == "'official' and 'press' speak of one thing with one precedence")
    #expect(error.cause == .data)
    let ranked = [[figure(id: "official")], [figure("poor", .amount(1), id: "press", precedence: 1)]]
    #expect(try release(ranked).table.figures.count == 2)
  }

  @Test func `a figure without a standard is that of every standard`() throws {
    var none = figure("water", id: "none")
    none.standard = ""
    for rivals in [[[figure("water", id: "own")], [none]], [[none, figure("water", id: "own")]]] {
      let error = try #require(refusal { () throws(StageError) in _ = try release(rivals) })
      #expect(error.message.en == "'none' and 'own' speak of one thing with one precedence")
    }
    let ranked = [[figure("water", id: "own", precedence: 1)], [none]]
    #expect(try release(ranked).table.figures.count == 2)
    var other = figure("water", id: "other")
    other.standard = "vn-2016"
    #expect(try release([[figure("water", id: "own"), other]]).table.figures.count == 2)
  }

  // MARK: Non-interference

  /// Values of a figure that must not be seen, whatever they are.
  static let secrets: [FigureValue] = [
    .amount(0), .amount(3), .amount(250), .amount(FixedPoint(units: 987_654_321)),
    .ratio(numerator: 3, denominator: 52), .printed(FixedPoint(units: 576, scale: 2)),
  ]
  @Test(arguments: [nil, "{\"figure\":\"z\",\"value\":\"5\"}\n"] as [String?])
  func `changing a withheld value alone leaves every public byte the same`(previous: String?) throws {
    let open = [figure(), figure("poor_rate", .printed(FixedPoint(units: 94, scale: 2)))]
    let outcomes = try Self.secrets.map { secret in
      let hidden = figure("deprived_water", secret, note: "found \(secret)", place: "row \(secret)")
      return everything(
        try release([open, [hidden]], [notice(open[0].id), notice(hidden.id)], previous: previous))
    }
    #expect(Set(outcomes).count == 1)
    for secret in ["987654321", "52", "5.76"] { #expect(!outcomes[0].contains(secret)) }
  }
  @Test func `that a withheld figure has no value is not seen either`() throws {
    let with = try release([[figure("deprived_water", .amount(3))]])
    let without = try release([[figure("deprived_water", nil, status: .notReported)]])
    #expect(everything(with) == everything(without))
  }
}
