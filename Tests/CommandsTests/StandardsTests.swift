import Foundation
import Testing

@testable import Commands

/// `standards list`, `show` and `diff`, on invented packs and on those of the project.
@Suite struct StandardsTests {
  let folder: TemporaryFolder
  private static let old = """
    standard: a-2001
    name: { vi: Chuẩn A, en: Standard A }
    legal: [Nghị định 1/2001/NĐ-CP]
    valid: { from: 2001-01-01, to: 2005-12-31 }
    meaning: { vi: Nghèo là, en: Poor is }
    income_lines:
      line: { rural: 1500000, urban: 2000000, clause: "Nghị định 1/2001/NĐ-CP, Điều 1", checked: text }
    classes:
      - { class: poor, when: "income <= line", clause: "Nghị định 1/2001/NĐ-CP, Điều 2", checked: text }
      - { class: none, when: "income > line", clause: "Nghị định 1/2001/NĐ-CP, Điều 2", checked: text }

    """
  init() throws {
    let new = Self.old.replacing("a-2001", with: "b-2005").replacing(
      "2001-01-01, to: 2005", with: "2005-12-31, to: 2009"
    )
    .replacing("rural: 1500000", with: "provisional: true, rural: 1600000")
    .replacing("Điều 1\", checked: text", with: "Điều 1\", checked: secondary")
    folder = try TemporaryFolder(["a.yaml": Self.old, "b.yaml": new])
  }
  private func standards(_ words: String..., folder other: String? = nil) async -> Outcome {
    let recorded = RecordedConsole()
    let status = await Command(stages: []).run(
      ["standards"] + words + ["--standards", other ?? folder.path], console: recorded.console)
    return Outcome(status: status, out: recorded.out, err: recorded.err)
  }
  /// The packs of the project.
  private static let committed = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines/standards").path

  @Test func `the list tells validity, scope and days with two standards`() async {
    let vi = await standards("list", "--lang", "vi")
    #expect(vi.status == 0 && vi.err.isEmpty)
    #expect(
      vi.out == """
        a-2001  từ 01/01/2001 đến 31/12/2005  cả nước  Chuẩn A
        b-2005  từ 31/12/2005 đến 31/12/2009  cả nước  Chuẩn A
        ngày 31/12/2005 có hai chuẩn quốc gia: a-2001, b-2005; mỗi số liệu phải nói theo chuẩn nào

        """)
    let json = await standards("list", "--format", "json")
    #expect(
      json.out.contains("\"shared_by\": [\"a-2001\", \"b-2005\"]")
        && json.out.split(separator: "\n").count == 3
    )
  }
  @Test(
    arguments: [
      ("2003-01-01", 0, ""),
      ("2005-12-31", 1, "2 national standards are in force on 2005-12-31: which one must be said"),
      ("2000-01-01", 1, "no national standard is in force on 2000-01-01"),
    ] as [(String, Int32, String)])
  func `a day with two standards or none ends with 1`(day: String, status: Int32, message: String) async {
    let found = await standards("list", "--on", day, "--lang", "en")
    #expect(found.status == status)
    #expect(message.isEmpty ? found.err.isEmpty : found.err.contains(message))
  }
  @Test func `all of a standard is shown with its clauses`() async {
    let vi = await standards("show", "b-2005", "--lang", "vi")
    #expect(
      vi.out == """
        b-2005: Chuẩn A
        chung
          từ 31/12/2005 đến 31/12/2009
          Nghèo là
        căn cứ pháp lý
          Nghị định 1/2001/NĐ-CP
        mức thu nhập
          line: nông thôn 1.600.000, thành thị 2.000.000 đồng/người/tháng [tạm]
            Nghị định 1/2001/NĐ-CP, Điều 1 [theo nguồn dẫn lại; số điều, khoản chưa đối chiếu với văn bản]
        phân loại, hỏi lần lượt
          hộ nghèo: income <= line
            Nghị định 1/2001/NĐ-CP, Điều 2
          không thuộc các loại trên: income > line
            Nghị định 1/2001/NĐ-CP, Điều 2

        """)
    let json = await standards("show", "b-2005", "--format", "json")
    #expect(
      json.status == 0
        && json.out.contains(
          "\"clause\": \"Nghị định 1/2001/NĐ-CP, Điều 1\", \"checked\": \"secondary\", \"provisional\": true")
    )
  }
  @Test func `two standards are compared part by part`() async {
    let en = await standards("diff", "a-2001", "b-2005", "--lang", "en")
    #expect(
      en.out == """
        ~ standard.valid: 2001-01-01 to 2005-12-31 → 2005-12-31 to 2009-12-31
        ~ income_lines.line: line: rural 1,500,000, urban 2,000,000 đồng per person and month → line: rural 1,600,000, urban 2,000,000 đồng per person and month
            Nghị định 1/2001/NĐ-CP, Điều 1 → Nghị định 1/2001/NĐ-CP, Điều 1 [from a page that reports the act; articles and clauses not compared with its text]
            certain → provisional

        """)
    #expect(await standards("diff", "a-2001", "a-2001", "--lang", "vi").out == "không có gì khác\n")
    #expect(
      await standards("diff", "a-2001", "b-2005", "--format", "json").out.contains(
        "\"section\": \"income_lines\""))
  }
  @Test
  func `the packs of the project are shown, and 2016 differs from 2022 in lines, classes and indicators`()
    async
  {
    let found = await standards("diff", "vn-2016", "vn-2022", "--lang", "vi", folder: Self.committed)
    #expect(found.status == 0)
    for line in [
      "~ income_lines.line: line: nông thôn 700.000", "+ indicators.employment:", "- indicators.care:",
      "- classes.poor/income: hộ nghèo (Nghèo về thu nhập): income <= line", "+ classes.poor:",
      "~ cutoff.cutoff: từ 3 trên 10 chỉ số → từ 3 trên 12 chỉ số",
    ] { #expect(found.out.contains(line), "\(line)") }
    for id in ["vn-2011", "vn-2016", "vn-2022", "vn-2027", "ho-chi-minh-2021"] {
      for language in ["vi", "en"] {
        let shown = await standards("show", id, "--lang", language, folder: Self.committed)
        #expect(shown.status == 0 && shown.out.hasPrefix("\(id): "))
      }
    }
    let year = await standards("show", "ho-chi-minh-2021", "--lang", "vi", folder: Self.committed)
    #expect(year.out.contains("36.000.000 đồng/người/năm"))
  }
  /// What only the form says is law, too: bands of age, words, the least there can be.
  @Test(
    arguments: [
      (
        "vn-2022",
        [
          "right_level (có hoặc không): đang học đúng bậc, cấp học theo tuổi: 3–5 mầm non, 6–11 tiểu học, 12–15 trung học cơ sở [tạm]",
          "members (số nguyên): số người trong hộ; ít nhất 1", "piped (nước máy)", "two_vault (hai ngăn)",
          "birth (ngày): ngày sinh; không sau ngày rà soát và không quá 120 năm trước ngày ấy",
          "trẻ em dưới 16 tuổi, người cao tuổi hoặc khuyết tật đang hưởng trợ cấp xã hội hằng tháng",
          "CASE WHEN dependants <= members THEN 2 * dependants > members END",
        ]
      ),
      (
        "vn-2016",
        ["unsound (thiếu kiên cố)", "nghe được loa truyền thanh xã", "điểm mỗi chỉ số thiếu hụt [tạm]"]
      ),
      (
        "vn-2011",
        [
          "  văn bản không nói tới hộ khi income > line AND income < near_from: Thu nhập giữa hai khoảng, như 400.500 đồng ở nông thôn"
        ]
      ),
      (
        "ho-chi-minh-2021",
        [
          "đồng/người/năm; từ mức này trở xuống là thiếu hụt income", "từ 01/01/2021 đến 30/09/2024",
          "tạm trú ổn định trên 6 tháng", "chưa đọc được văn bản",
          "hộ nghèo (Thiếu hụt cả hai chỉ số của chiều Thu nhập): dep_income AND dep_dependants AND income <= line",
          "  dep_income: thiếu hụt chỉ số “Thu nhập”\n  dep_dependants: thiếu hụt chỉ số “Người phụ thuộc”\n",
          "văn bản không nói tới hộ khi income <= line AND deprivations < cutoff AND NOT (dep_income AND dep_dependants): ",
          "inner (có hoặc không): ở quận nội thành, không phải huyện ngoại thành [tạm]",
        ]
      ),
    ] as [(String, [String])]) func `all that carries law is shown`(id: String, texts: [String]) async
  {
    let shown = await standards("show", id, "--lang", "vi", folder: Self.committed)
    for text in texts { #expect(shown.out.contains(text), "\(text)") }
  }
  @Test(
    arguments: [
      (
        "6–11 tiểu học", "6–10 tiểu học", "~ form.member.right_level: right_level (có hoặc không): "
      ),
      (
        "members: { type: int, law: false, least: 1", "members: { type: int, law: false, least: 0",
        "~ form.household.members: "
      ),
      (
        "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2 điểm a: hộ nghèo",
        "Nghị định 07/2021/NĐ-CP, Điều 9: hộ nghèo",
        "~ classes.poor: hộ nghèo: income <= line AND deprivations >= cutoff\n    Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2 điểm a: hộ nghèo → Nghị định 07/2021/NĐ-CP, Điều 9: hộ nghèo\n"
      ),
      (
        "Điều 3 khoản 1 điểm a: tiêu chí thu nhập\", checked: text",
        "Điều 3 khoản 1 điểm a: tiêu chí thu nhập\", checked: secondary",
        "Điều 3 khoản 1 điểm a: tiêu chí thu nhập → Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm a: tiêu chí thu nhập [theo nguồn dẫn lại; số điều, khoản chưa đối chiếu với văn bản]\n"
      ),
      (
        "average_line: {", "average_line: { provisional: true,",
        "~ income_lines.average_line: average_line: nông thôn 2.250.000, thành thị 3.000.000 đồng/người/tháng\n    chắc chắn → tạm\n"
      ),
    ]) func `packs that differ in one thing that carries law differ`(
      old: String, new: String, line: String
    ) async throws
  {
    let text = try String(contentsOfFile: Self.committed + "/vn-2022.yaml", encoding: .utf8)
    #expect(text.contains(old))
    let other = text.replacing(old, with: new, maxReplacements: 1).replacing(
      "standard: vn-2022", with: "standard: vn-2022x", maxReplacements: 1)
    let two = try TemporaryFolder(["a.yaml": text, "b.yaml": other])
    let found = await standards("diff", "vn-2022", "vn-2022x", "--lang", "vi", folder: two.path)
    #expect(found.status == 0 && found.out.contains(line), "\(found.out)")
    #expect(found.out.split(separator: "\n").count { $0.hasPrefix("~") } == 1)
  }
  @Test func `packs that leave out another band differ`() async throws {
    let text = try String(contentsOfFile: Self.committed + "/vn-2011.yaml", encoding: .utf8)
    let other = text.replacing("standard: vn-2011", with: "standard: vn-2011x")
      .replacing("AND income < near_from\"", with: "AND income < near_line\"")
      .replacing("income >= near_from AND income <= near_line", with: "income = near_line")
    let two = try TemporaryFolder(["a.yaml": text, "b.yaml": other])
    let found = await standards("diff", "vn-2011", "vn-2011x", "--lang", "en", folder: two.path)
    #expect(
      found.status == 0
        && found.out.contains(
          "~ classes.gap: the act says nothing of a household when income > line AND income < near_from: Incomes"
        )
        && found.out.contains(
          " → the act says nothing of a household when income > line AND income < near_line: Incomes"),
      "\(found.out)\(found.err)")
  }
  @Test func `indicators of other acts differ in their clause, and points in their standing`() async {
    let found = await standards("diff", "vn-2016", "vn-2022", "--lang", "en", folder: Self.committed)
    #expect(
      found.out.contains(
        "~ conditions.housing_space: housing_space: Less than 8 m² of floor a person. the household: floor_area < 8 * members\n    Quyết định 1614/QĐ-TTg"
      ))
    #expect(found.out.contains("provisional → certain"))
  }
  @Test func `what is not there or wrong is told`() async throws {
    let none = await standards("show", "a-2002", "--lang", "en")
    #expect(none.status == 2 && none.err.contains("did you mean 'a-2001'?"))
    let bad = try TemporaryFolder([
      "a.yaml": Self.old.replacing("Điều 1\"", with: "\"").replacing(
        "1/2001/NĐ-CP, \"", with: "9/2001/NĐ-CP\"")
    ])
    let wrong = await standards("list", "--lang", "vi", folder: bad.path)
    #expect(
      wrong.status == 2 && wrong.err.contains("standards.clause") && wrong.err.contains("\(bad.path)/a.yaml"))
    #expect(await standards("diff", "a-2001", "--lang", "en").status == 64)
  }
}
