import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// What an edition takes from the ledger, and what it leaves there.
@Suite struct EditionContextTests {
  /// A pipeline over a ledger that is given here.
  static func pipeline(
    _ id: String, previous: String? = nil, _ ledger: [String: [UInt8]] = [:], acceptance: String? = nil,
    more: String = "", date: String = "2025-02-10"
  ) throws -> PipelineInfo {
    let text = "{ id: \(id), date: \(date)\(previous.map { ", previous: \($0)" } ?? "")\(more) }"
    let edition = try EditionFields.decoded(from: try #require(parsed(Array(text.utf8))))
    return PipelineInfo(
      name: "t", edition: edition, ledger: { (name) throws(StageError) in ledger[name] },
      ledgerNames: { ledger.keys.sorted() }, acceptance: acceptance)
  }
  static func release(_ figures: [Figure], _ pipeline: PipelineInfo) throws -> Release {
    try Release([FigureTable(figures)], [], grounds: grounds, edition: try EditionContext(pipeline))
  }
  static func entry(_ figures: [Figure], _ pipeline: PipelineInfo) throws -> [UInt8] {
    try release(figures, pipeline).table.ledgerEntry
  }
  private let one = [figure("poor", .amount(10), id: "a"), figure("poor", .amount(5), id: "b", unit: "94")]
  private let two = [figure("poor", .amount(11), id: "a"), figure("poor", .amount(5), id: "b", unit: "94")]
  private func first() throws -> [String: [UInt8]] { ["e1": try Self.entry(one, Self.pipeline("e1"))] }

  // MARK: Revised

  @Test func `a value that is another is marked as revised, and only that`() throws {
    let release = try Self.release(two, Self.pipeline("e2", previous: "e1", try first()))
    #expect(release.table.figures.map(\.status) == [.revised, .value])
    let third = try Self.release(
      two, Self.pipeline("e3", previous: "e2", ["e2": release.table.ledgerEntry]))
    #expect(third.table.figures.map(\.status) == [.value, .value])
    #expect(third.table.changes()?.isEmpty == true, "another status alone is no change")
  }
  @Test(arguments: [
    (Figure.Status.provisional, Figure.Status.value, Figure.Status.value),
    (.provisional, .provisional, .provisional),
    (.value, .provisional, .provisional), (.value, .estimate, .estimate), (.estimate, .value, .revised),
    (.revised, .value, .revised),
  ]) func `what was provisional was bound to change`(
    _ old: Figure.Status, _ new: Figure.Status, _ expected: Figure.Status
  ) throws {
    let before = try Self.entry([figure(status: old, id: "a")], Self.pipeline("e1"))
    let now = try Self.release(
      [figure("poor", .amount(1), status: new, id: "a")],
      Self.pipeline("e2", previous: "e1", ["e1": before]))
    #expect(now.table.figures.map(\.status) == [expected])
  }

  // MARK: What is known

  @Test func `an edition that was withdrawn, or is not the one before, is known all the same`() throws {
    let hidden = [figure("deprived_water", .amount(3), id: "d")]
    var ledger = try first()
    ledger["e2"] = Array(
      "{\"figure\":\"d\",\"value\":\"3\",\"status\":\"value\"}\n".utf8)
    let record = try Withdrawal("e2", entry: ledger["e2"] ?? [], reason: Phrase(same: "lộ một hộ"), day: nil)
    ledger["e2~withdrawn"] = record.bytes
    let release = try Self.release(hidden, Self.pipeline("e3", previous: "e1", ledger))
    #expect(release.publishedBefore == ["d"])
    #expect(release.table.withdrawals == [record])
    #expect(String(decoding: release.table.ledgerEntry, as: UTF8.self).contains("\"before\":\"3\""))
  }
  @Test func `an entry that another took the place of is known all the same`() throws {
    let ledger = [
      "e1": Array("{\"figure\":\"d\",\"value\":null,\"status\":\"withheld\"}\n".utf8),
      "e1~1": Array("{\"figure\":\"d\",\"value\":\"3\",\"status\":\"value\"}\n".utf8),
    ]
    let release = try Self.release(
      [figure("deprived_water", .amount(3), id: "d")], Self.pipeline("e2", previous: "e1", ledger))
    #expect(release.publishedBefore == ["d"])
  }

  // MARK: The same id again

  @Test func `the same edition again is the same bytes, with its reason`() throws {
    let ledger = try first()
    let accepted = try Self.pipeline("e2", previous: "e1", ledger, acceptance: "đính chính")
    let entry = try Self.entry(two, accepted)
    let again = try Self.pipeline("e2", previous: "e1", ledger.merging(["e2": entry]) { $1 })
    #expect(try Self.entry(two, again) == entry)
    #expect(try PublishedTable.review(entry, of: again)?.refusal == nil)
  }
  @Test func `other figures under the same id need a reason, and then take its place`() throws {
    let ledger = try first()
    let again = try Self.pipeline("e1", ledger)
    let refused = try PublishedTable.review(try Self.entry(two, again), of: again)
    #expect(refused?.refusal?.code == "edition.published-before")
    #expect(refused?.files.map(\.path) == ["changes.csv", "changes.json"])
    let accepted = try Self.pipeline("e1", ledger, acceptance: "đính chính")
    let release = try Self.release(two, accepted)
    #expect(release.table.isReissue() && release.table.acceptance() == "đính chính")
    #expect(release.table.changes()?.figures.map(\.kind) == [.revised])
    let entry = release.table.ledgerEntry
    #expect(try PublishedTable.review(entry, of: accepted)?.refusal == nil)
    // Once more: the reason and what it takes the place of stay.
    let after = ["e1": entry, "e1~1": ledger["e1"] ?? []]
    #expect(try Self.entry(two, Self.pipeline("e1", after)) == entry)
  }
  @Test func `an edition that was withdrawn does not come back`() throws {
    var ledger = try first()
    ledger["e1~withdrawn"] = Array("{}".utf8)
    let pipeline = try Self.pipeline("e1", ledger, acceptance: "x")
    let review = try PublishedTable.review(ledger["e1"] ?? [], of: pipeline)
    #expect(review?.refusal?.code == "edition.withdrawn" && review?.refusal?.cause == .data)
  }

  // MARK: Limits

  @Test func `changes beyond the limits need a reason, which the ledger keeps`() throws {
    let ledger = try first()
    let plain = try Self.pipeline("e2", previous: "e1", ledger)
    let refusal = try PublishedTable.review(try Self.entry(two, plain), of: plain)?.refusal
    #expect(refusal?.code == "edition.changes" && refusal?.cause == .data)
    #expect(
      refusal?.message.en.hasSuffix(
        ": 1 of 2 figures told before are revised, removed or withheld, more than 5%") == true)
    #expect(refusal?.hint?.en.contains("--accept-changes") == true)
    let wide = try Self.pipeline("e2", previous: "e1", ledger, more: ", changes: { figures: 50% }")
    #expect(try PublishedTable.review(try Self.entry(two, wide), of: wide)?.refusal == nil)
    let accepted = try Self.pipeline("e2", previous: "e1", ledger, acceptance: "cộng sai")
    let entry = try Self.entry(two, accepted)
    #expect(try PublishedTable.review(entry, of: accepted)?.refusal == nil)
    #expect(String(decoding: entry, as: UTF8.self).contains("\"reason\":\"cộng sai\""))
  }
  @Test func `a reason that nobody needed is kept too`() throws {
    let accepted = try Self.pipeline("e2", previous: "e1", try first(), acceptance: "không cần")
    #expect(try Self.release(one, accepted).table.acceptance() == "không cần")
  }
  @Test(arguments: ["gọi 0912345678", "căn cước 001099012345"])
  func `a reason with the number of a person is refused`(_ reason: String) throws {
    let accepted = try Self.pipeline("e2", previous: "e1", try first(), acceptance: reason)
    let run = #expect(throws: StageError.self) { try Self.release(one, accepted) }
    #expect(run?.message.vi.hasPrefix("lý do ở --accept-changes có") == true)
    let typed = #expect(throws: StageError.self) {
      try Withdrawal("e1", entry: [], reason: Phrase(same: reason), day: nil)
    }
    #expect(typed?.message.en.hasPrefix("the reason of --reason has") == true)
    let english = #expect(throws: StageError.self) {
      try Withdrawal("e1", entry: [], reason: Phrase(vi: "lộ", en: reason), day: nil)
    }
    #expect(english?.message.en.hasPrefix("the reason of --reason-en has") == true)
  }
  @Test func `a withdrawal comes back as it was written`() throws {
    let entry = try Self.entry(one, Self.pipeline("e1"))
    let record = try Withdrawal(
      "e1", entry: entry, reason: Phrase(vi: "lộ \"một\" hộ", en: "a family"), day: Day(iso: "2025-03-01"))
    #expect(record.date == "2025-02-10" && record.pipeline == "t")
    #expect(try Withdrawal(record.bytes) == record)
    #expect(throws: StageError.self) { try Withdrawal(Array("{\"figure\":1}".utf8)) }
  }

  @Test(arguments: [0, 1, 2]) func `an edition is taken down whatever became of its entry`(
    _ lines: Int
  ) throws {
    let entry = try Self.entry(one, Self.pipeline("e1"))
    // Cut in the middle of a line.
    let all = entry.split(separator: 10)
    let cut = Array(all.prefix(lines).joined(separator: [10])) + [10] + all[lines].prefix(9)
    #expect(Withdrawal.damage(of: entry, named: "e1") == nil)
    #expect(Withdrawal.damage(of: cut, named: "e1")?.code == "ledger.damaged")
    #expect(Withdrawal.damage(of: cut, named: "e1")?.message.en.contains("ledger/e1.ndjson") == true)
    let record = try Withdrawal("e1", entry: cut, reason: Phrase(same: "lộ"), day: nil)
    #expect(record.edition == "e1" && record.reason == Phrase(same: "lộ"))
    #expect(record.date == (lines > 0 ? "2025-02-10" : "") && record.pipeline == (lines > 0 ? "t" : ""))
    #expect(try Withdrawal(record.bytes) == record)
  }
  @Test func `a reason for nothing is not kept, and said to be of no use`() throws {
    let ledger = try first()
    let entry = try Self.entry(two, Self.pipeline("e2", previous: "e1", ledger, acceptance: "đính chính"))
    let after = ledger.merging(["e2": entry]) { $1 }
    let again = try Self.pipeline("e2", previous: "e1", after, acceptance: "lý do khác")
    #expect(try Self.entry(two, again) == entry)
    let review = try PublishedTable.review(entry, of: again)
    #expect(review?.refusal == nil)
    #expect(review?.warnings.all.map(\.code.rawValue) == ["edition.acceptance-unused"])
    let number = try Self.pipeline("e2", previous: "e1", after, acceptance: "gọi 0912345678")
    #expect(throws: StageError.self, "which figures and verdicts there are is not known yet") {
      try Self.release(two, number)
    }
  }
  @Test func `what is published already needs no reason when the limits are narrower`() throws {
    let ledger = try first()
    let wide = try Self.pipeline("e2", previous: "e1", ledger, more: ", changes: { figures: 50% }")
    let entry = try Self.entry(two, wide)
    let narrow = try Self.pipeline("e2", previous: "e1", ledger.merging(["e2": entry]) { $1 })
    #expect(try Self.entry(two, narrow) == entry)
    #expect(try PublishedTable.review(entry, of: narrow)?.refusal == nil)
  }
  @Test func `all editions are listed, each once, the latest first`() throws {
    var ledger = try first()
    ledger["e2"] = try Self.entry(
      two, Self.pipeline("e2", previous: "e1", ledger, acceptance: "x", date: "2025-03-01"))
    ledger["e2~1"] = ledger["e2"]
    let record = try Withdrawal(
      "e2", entry: ledger["e2"] ?? [], reason: Phrase(same: "lộ một hộ"), day: nil, digest: "AB")
    #expect(try Withdrawal(record.bytes) == record && record.entryDigest == "AB")
    ledger["e2~withdrawn"] = record.bytes
    let third = try Self.pipeline("e3", previous: "e2", ledger, acceptance: "x", date: "2025-04-01")
    let table = try Self.release(one, third).table
    #expect(table.editions.map(\.id) == ["e3", "e2", "e1"])
    #expect(table.editions.map { $0.day?.iso } == ["2025-04-01", "2025-03-01", "2025-02-10"])
    #expect(table.editions.map { $0.withdrawal } == [nil, record, nil])
    #expect(table.changes()?.figures.map(\.old) == [nil] && table.changes()?.figures.first?.wasTold == true)
    let office = try PublishedTable.review(table.ledgerEntry, of: third)?.files.first?.bytes ?? []
    #expect(String(decoding: office, as: UTF8.self).contains(",revised,11,10,"))
  }

  // MARK: Digests

  @Test func `an entry has the digests of the one before and of the one it takes the place of`() throws {
    let ledger = try first()
    func digested(_ id: String, _ ledger: [String: [UInt8]]) throws -> PipelineInfo {
      var info = try Self.pipeline(id, previous: "e1", ledger, acceptance: "đính chính")
      info.digest = { "\($0.count)" }
      return info
    }
    let second = try Ledger(try Self.entry(two, digested("e2", ledger)))
    #expect(second.head?.previousDigest == "\(ledger["e1"]?.count ?? 0)" && second.head?.replaces == nil)
    let entry = try Self.entry(two, digested("e2", ledger))
    let after = ledger.merging(["e2": entry]) { $1 }
    #expect(try Self.entry(two, digested("e2", after)) == entry, "the same again is the same bytes")
    let third = try Ledger(try Self.entry(one, digested("e2", after)))
    #expect(third.head?.replaces == "e2~1" && third.head?.replacesDigest == "\(entry.count)")
    let plain = String(
      decoding: try Self.entry(two, Self.pipeline("e2", previous: "e1", ledger)), as: UTF8.self)
    #expect(!plain.contains("sha256"), "without digests none is written")
  }

  // MARK: Declared reasons

  @Test(
    arguments: [
      ("{ units: ['92'], reason: x }", 0), ("{ units: ['99'], reason: x }", 1),
      ("{ measures: [porr], reason: x }", 1), ("{ units: ['94'], reason: x }", 1), ("{ reason: x }", 0),
      ("{ units: ['92', '99'], reason: x }", 1), ("{ measures: ['po*'], reason: x }", 0),
      ("{ targets: [p/T-9], reason: x }", 1),
    ])
  func `a declared reason that fits nothing is told of`(_ correction: String, _ count: Int) throws {
    let unit = try #require(one.first?.unit.prefix { $0 != "@" })
    let fields = correction.replacing("'92'", with: "'\(unit)'")
    let pipeline = try Self.pipeline(
      "e2", previous: "e1", try first(), acceptance: "đính chính", more: ", corrections: [\(fields)]")
    let warnings = try PublishedTable.review(try Self.entry(two, pipeline), of: pipeline)?.warnings.all ?? []
    #expect(warnings.count == count && warnings.allSatisfy { $0.severity == .warning && $0.hint != nil })
    #expect(warnings.allSatisfy { $0.code == "edition.correction-unused" && $0.range != nil })
    let alone = try Self.pipeline("e1", more: ", corrections: [\(fields)]")
    #expect(try PublishedTable.review(try Self.entry(one, alone), of: alone)?.warnings.all.count == 1)
  }
}
