import Diagnostics
import Pipelines
import StageKit
import Testing

/// Rules that look into other tables and into the register of units.
@Suite struct SideTableTests {
  @Test(arguments: [1, 1024]) func `a code must be in the table that is named`(_ batch: Int) async throws {
    var trial = Trial(
      "a: text, b: int", "00001;1\n9;1\n0001;2\n00002;2\n;9\n7;\n",
      """
      - { id: R, columns: [a], references: { table: xa, columns: [code] } }
      - { id: S, columns: [b], references: { table: so, columns: [n] } }
      """)
    trial.tables = [("xa", "x: int, code: text", "5;00001\n6;00003\n7;\n"), ("so", "n: int", "1\n2\n\n")]
    trial.batch = batch
    let found = try await trial.run()
    #expect(
      found.codes == ["2 reference a", "3 lost-zero a", "4 reference a", "5 reference b", "6 reference a"])
    #expect(
      found.messages[0].en
        == "R: there is no a = '9' in the table 'xa'; mend the code, or add it to that table")
    #expect(found.kept == ["00001;1"])
  }
  @Test func `several columns of any types make one key`() async throws {
    var trial = Trial(
      "a: text, b: date, c: bool, d: decimal",
      "x;2024-01-01;1;0.5\nx;2024-01-01;0;0.5\nx;2024-01-02;1;0.5\ny;2024-01-01;1;0.5\nx;2024-01-01;1;0.51\nx;;1;0.5\n",
      "- { id: R, columns: [a, b, c, d], references: { columns: [a, b, c, d] } }")
    trial.tables = [
      (
        "t", "d: decimal, c: bool, b: date, a: text",
        "0.5;1;2024-01-01;x\n0.5;0;2024-01-02;y\n;1;2024-01-02;x\n"
      )
    ]
    let found = try await trial.run()
    #expect(found.codes == ["2 reference", "3 reference", "4 reference", "5 reference"])
    #expect(found.kept.count == 2)
  }
  @Test func `many keys are found among many`() async throws {
    let codes = (0..<3000).map { String($0 * 7919 % 100_003) }
    var trial = Trial(
      "a: text, b: int", (0..<2000).map { "\($0);\($0)\n" }.joined(),
      "- { id: R, columns: [a], references: { columns: [k] } }\n- { id: S, columns: [b, a], references: { columns: [n, k] } }"
    )
    trial.tables = [("t", "k: text, n: int", codes.map { "\($0);\($0)\n" }.joined())]
    let found = try await trial.run()
    let known = Set(codes)
    #expect(found.kept == (0..<2000).map(String.init).filter(known.contains).map { "\($0);\($0)" })
  }

  static let register = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa
    08@2016-01-01,08,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa
    081@2016-01-01,081,Huyện Hoa Sen,district,huyện,08,2016-01-01,,,bịa
    08101@2016-01-01,08101,Xã Lúa,commune,xã,081,2016-01-01,2024-07-01,rural,bịa
    08102@2016-01-01,08102,Thị trấn Sen,commune,thị trấn,081,2016-01-01,,urban,bịa
    08103@2024-07-01,08103,Xã Ngô,commune,xã,081,2024-07-01,,rural,bịa

    """,
    "u/successors.csv": "from,to,extent,source\n08101@2016-01-01,08103@2024-07-01,full,bịa\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  @Test func `a unit must be valid on the reference date`() async throws {
    var trial = Trial(
      "a: text", "08102\n08103\n08101\n8102\n081\n99999\n\n", "- { id: R, column: a, unit: commune }")
    (trial.head, trial.files) = ("defaults: { units: u, reference_date: 2024-12-31 }", Self.register)
    let found = try await trial.run()
    #expect(found.codes == ["3 unit a", "4 lost-zero a", "5 unit a", "6 unit a"])
    #expect(found.messages[0].en.contains("the code '08101' is not valid on 2024-12-31"))
    #expect(found.messages[0].en.contains("on 2024-12-31 there is: Xã Ngô (08103@2024-07-01)"))
    #expect(
      found.messages[1].vi.hasPrefix("R: 'a' là '8102', có vẻ là mã '08102' đã mất số 0 ở đầu; mã là chữ"))
    #expect(found.messages[2].en.contains("the code '081' is not of the level asked for"))
    #expect(found.kept == ["08102", "08103", ""])
  }
  @Test func `a unit must be valid on the day of a column`() async throws {
    var trial = Trial(
      "a: text, d: date",
      "08101;2024-06-30\n08101;2024-07-01\n08103;2024-06-30\n8101;2024-06-30\n08101;\n;2024-06-30\n",
      "- { id: R, column: a, unit: commune, on: d }")
    (trial.head, trial.files) = ("defaults: { units: u }", Self.register)
    let found = try await trial.run()
    #expect(found.codes == ["2 unit a", "3 unit a", "4 lost-zero a"])
  }
  @Test func `the area must be that of the commune on the day`() async throws {
    var trial = Trial(
      "a: text, b: text, d: date",
      "08102;urban;2024-06-30\n08102;rural;2024-06-30\n08101;urban;2024-06-30\n08101;;2024-06-30\n;rural;2024-06-30\n99999;town;2024-06-30\n08103;rural;2024-07-01\n08103;town;2024-07-01\n08103;urban;\n",
      "- { id: R, column: a, unit: commune, on: d, area: b, severity: warning }")
    (trial.head, trial.files) = ("defaults: { units: u }", Self.register)
    let found = try await trial.run()
    #expect(found.codes == ["2 area b", "3 area b", "6 unit a", "8 area b"])
    #expect(
      found.messages[0].en
        == "R: 'b' is 'rural', and Thị trấn Sen (08102@2016-01-01) is 'urban'; mend the area by the type of the unit, or mend the code"
    )
    #expect(
      found.messages[1].vi.hasPrefix(
        "R: 'b' là 'urban', nhưng Xã Lúa (08101@2016-01-01) là 'rural'; sửa khu vực"))
  }
  @Test func `the area may be of another day than the code, and of that of the code where it is missing`()
    async throws
  {
    // The code 08103 is there from July on only.
    var trial = Trial(
      "a: text, b: text, d: date, e: date",
      "08103;rural;2024-12-31;2024-06-30\n08103;rural;2024-12-31;\n08102;rural;2024-12-31;2024-06-30\n08103;urban;;2024-07-01\n08103;urban;;\n08101;urban;;2024-06-30\n",
      "- { id: R, column: a, unit: commune, on: d, area: b, area_on: e, severity: warning }")
    (trial.head, trial.files) = ("defaults: { units: u }", Self.register)
    let found = try await trial.run()
    #expect(found.codes == ["3 area b", "4 area b", "6 area b"], "\(found.messages)")
    #expect(found.messages.contains { $0.en.contains("(08102@2016-01-01) is 'urban' on 2024-06-30; mend") })
  }
  @Test func `a personal code is not repeated`() async throws {
    var trial = Trial(
      "a: personal", "08199\n8102\n",
      "- { id: R, column: a, unit: commune, area: a }\n- { id: S, column: a, values: [\"08198\"] }\n- { id: T, unique: [a] }\n- { id: U, column: a, pattern: x }\n- { id: V, check: a = 'x' }"
    )
    (trial.head, trial.files) = ("defaults: { units: u, reference_date: 2024-12-31 }", Self.register)
    let found = try await trial.run()
    #expect(found.codes.count == 8)
    for message in found.messages {
      #expect(
        !message.vi.contains("8199") && !message.en.contains("8102") && !message.en.contains("08198"),
        "\(message)")
    }
  }
}
