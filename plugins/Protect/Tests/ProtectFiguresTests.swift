import Diagnostics
import Protect
import StageKit
import StageTestKit
import Testing

/// What `figures.protect` lets out, and what it says to whom.
@Suite struct ProtectFiguresTests {
  @Test func `what has a ground comes out, and what has none is told to the office with its line`()
    async throws
  {
    let found = try await outcome(pipeline())
    let text = try #require(found.text)
    #expect(text.contains("2890") && text.contains("mở"))
    #expect(!text.contains("kín") && !text.contains("row 3") && !text.contains("found \(3)"))
    #expect(
      found.findings.map { "\($0.file):\($0.line) \($0.code)" } == [
        "f.csv:3 protect.withheld", ":0 protect.notices-held-back",
      ])
    #expect(
      found.findings.first?.message.en
        == "'b' is withheld: no ground covers the measure 'deprived_water' of the group 'all'")
    #expect(
      found.findings.first?.message.vi
        == "không công bố 'b': không căn cứ nào bao gồm số đo 'deprived_water', nhóm 'all'")
    #expect(
      !(found.findings.first?.message.en.contains("3") ?? true), "findings do not repeat what is withheld")
  }
  @Test func `changing only what is withheld leaves every published byte the same`() async throws {
    var seen: Set<String> = []
    for hidden in [0, 3, 250, 98765] {
      let found = try await outcome(pipeline(give: "{ hidden: \(hidden) }"))
      seen.insert(try #require(found.text) + found.entry)
    }
    #expect(seen.count == 1)
  }
  @Test func `the ledger has what was published, and on which ground`() async throws {
    #expect(
      try await outcome(pipeline()).entry == """
        {"head":"e2","date":"2025-02-10","previous":null,"replaces":null,"reason":null,"rule":"","pipeline":"t","title_vi":"","title_en":"","agency":"","contact":"","base_url":"","corrections":[]}
        {"unit":"96@2004-08-31","name":"Tỉnh Mẫu"}
        {"source":"1","text":"s"}
        {"figure":"a","value":"2890","status":"value","ground":"Luật","edition":"e2","from":"1","of":["96@2004-08-31","2024-12-31","poor","all","vn-2022"]}
        {"figure":"b","value":null,"status":"withheld","ground":null,"edition":"e2","from":"1","of":["96@2004-08-31","2024-12-31","deprived_water","all","vn-2022"]}

        """)
  }
  @Test func `two figures of one id fail the run as data, and nothing is published`() async throws {
    let found = try await outcome(pipeline(give: "{ id: a }"))
    #expect(found.failure?.cause == .data)
    #expect(found.failure?.message.en == "two figures have the id 'a'")
    #expect(found.text == nil && found.entry.isEmpty)
  }

  // MARK: The edition before

  static let next = "edition: { id: e2, date: 2025-02-10, previous: e1, changes: { figures: 100% } }"

  @Test func `an edition before is compared with`() async throws {
    let before = "{\"figure\":\"a\",\"value\":\"2900\",\"status\":\"value\"}\n"
    let found = try await outcome(pipeline(edition: Self.next), ledger: ["e1": before])
    #expect(found.failure == nil)
    #expect(found.text?.contains("old: Optional(\"2900\"), new: Optional(\"2890\")") == true)
  }
  @Test func `an edition before without a ledger is refused`() async throws {
    let found = try await outcome(pipeline(edition: Self.next))
    #expect(found.failure?.message.en == "there is no ledger of the edition before, 'e1'")
    #expect(found.failure?.message.vi == "không có sổ công bố của lần trước 'e1'")
    #expect(found.failure?.hint?.en == "run with the --output of that edition, or mend `edition.previous`")
    #expect(found.failure?.cause == .data)
    #expect(found.text == nil)
  }
  @Test func `a damaged ledger is refused`() async throws {
    let found = try await outcome(pipeline(edition: Self.next), ledger: ["e1": "{\"figure\""])
    #expect(
      found.failure?.message.en == "an entry of the ledger (the file ledger/e1.ndjson) is damaged in line 1")
    #expect(found.text == nil)
  }
  @Test func `a first edition looks no ledger up`() async throws {
    let found = try await outcome(pipeline(), ledger: ["e1": "rubbish"])
    #expect(found.failure == nil)
  }

  // MARK: Options

  @Test(arguments: ["''", "{ vi: '', en: Law }", "' '"]) func `a ground without a reason is refused`(
    reason: String
  ) {
    expectPlan(
      pipeline(with: "{ public_by_law: [{ measures: [poor], reason: 1️⃣\(reason) }] }"), of: stages,
      files: unitFiles,
      find: [(1, "the ground for publishing is empty")])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: ProtectFigures.self,
      """
      public_by_law:
        - { measures: 1️⃣poor, reason: Law }
        - 2️⃣{ measures: [poor] }
        - { measures: [poor], grops: 3️⃣[all], reason: Law }
      4️⃣treshold: 5
      threshold: 5️⃣2
      min_base: 6️⃣-1
      bases: [7️⃣{ groups: [all] }]
      """.replacing("grops: 3️⃣", with: "3️⃣grops: "),
      find: [
        (4, "unknown option 'treshold' — did you mean 'threshold'?"),
        (1, "option 'measures': expected a list, found 'poor'"),
        (2, "missing option 'reason'"), (3, "unknown option 'grops' — did you mean 'groups'?"),
        (5, "option 'threshold': expected at least 3, found '2'"),
        (6, "option 'min_base': expected at least 0, found '-1'"), (7, "missing option 'measures'"),
      ].sorted { $0.0 < $1.0 })
    expectOptions(of: ProtectFigures.self, "1️⃣{}", find: [(1, "missing option 'public_by_law'")])
  }
  @Test func `no grounds at all hide everything`() async throws {
    let found = try await outcome(pipeline(with: "{ public_by_law: [] }"))
    #expect(found.findings.count == 3)
    #expect(found.text?.contains("2890") == false)
  }
  @Test func `every code is explained in both languages`() {
    for explanation in ProtectFigures.explanations {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
      }
    }
  }
}
