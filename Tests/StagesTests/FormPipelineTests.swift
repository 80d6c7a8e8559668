import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// The official tables F1 to F13, from lists of households to the files of the office.
@Suite struct FormPipelineTests {
  private static let columns =
    "{ ma: { role: code }, ma_xa: { role: code }, class: {}, so_khau: { type: int, role: count }, dan_toc: {}, thieu_so: { type: bool, role: flag }, dep_water: { type: bool, role: flag }, dep_toilet: { type: bool, role: flag } }"
  private static let pipeline = """
    pipeline: bieu
    defaults: { standards: s, units: u, reference_date: 2024-12-14 }
    steps:
      - { id: truoc, use: csv.read, with: { files: truoc.csv, schema: { columns: \(columns) } } }
      - { id: nay, use: csv.read, with: { files: nay.csv, schema: { columns: \(columns) } } }
      - id: tong-ho
        use: csv.read
        with: { files: tong.csv, schema: { columns: { unit: { role: code }, households: { type: int, role: count }, as_of: { type: date }, group: {} } } }
      - id: dem
        use: households.aggregate
        from: nay
        with: { columns: { commune: ma_xa }, groups: [dan_toc, thieu_so], members: so_khau }
      - id: bien-dong
        use: households.flows
        from: { before: truoc, after: nay }
        with: { id: ma, members: so_khau, unit: ma_xa, unlisted: neither }
      - id: bieu
        use: households.forms
        from: { counts: [dem], flows: [bien-dong], denominators: [tong-ho] }
        with: { standard: vn-2022, ethnicity: dan_toc, labels: { minority: "thieu_so:true" } }
      - { use: forms.write }

    """
  private static let head = "ma,ma_xa,class,so_khau,dan_toc,thieu_so,dep_water,dep_toilet\n"
  private static let files = [
    "truoc.csv": head
      + "h1,90001,poor,4,Kinh,0,1,1\nh2,90001,poor,5,Tày,1,1,0\nh3,90002,near_poor,3,Kinh,0,0,0\n",
    "nay.csv": head
      + "h1,90001,poor,4,Kinh,0,1,1\nh2,90001,near_poor,5,Tày,1,1,0\nh3,90002,poor,3,Kinh,0,0,1\nh4,90002,average,2,Tày,1,0,0\n",
    "tong.csv":
      "unit,households,as_of,group\n90001,20,2024-10-01,all\n90002,30,2024-10-01,all\n90001,99,2023-10-01,all\n90001,80,2024-10-01,persons\n",
  ]
  private func run(_ pipeline: String = pipeline) async throws -> (output: MemoryOutput, report: RunReport) {
    let run = try HouseholdRun(pipeline, Self.files)
    let output = MemoryOutput()
    return (output, await Runner(run.checked, files: run.files, width: 1).run(into: output.output))
  }

  @Test func `every form is written for the office and nothing for everybody`() async throws {
    let (output, report) = try await run()
    #expect(report.failure == nil)
    let forms = output.paths.filter { $0.contains("bieu/") }
    #expect(forms.count == 13 && forms.allSatisfy { $0.hasPrefix("office/bieu/F") })
    #expect(!output.paths.contains { $0.hasPrefix("everybody/") })
  }
  @Test func `F1 has counts, rates of all households with their own day, and a total`() async throws {
    let text = try #require(try await run().output["office/bieu/F1.csv"])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasPrefix("\u{FEFF}Đơn vị,Tính theo,(1) Tổng số hộ,(2) Tổng số nhân khẩu,(3) Hộ nghèo,(4) "))
    #expect(lines[1].hasPrefix("90001,Hộ,20,80,1,5.00,1,5.00,0,0.00,4,5.00,5,6.25,0,0.00,"))
    #expect(lines[2].hasPrefix("90002,Hộ,30,,1,3.33,0,0.00,1,3.33,3,,0,,2,,"))
    #expect(lines[2].contains("(2) không có tổng số của đơn vị"))
    #expect(lines[3].hasPrefix("Tổng cộng,Hộ,50,,2,4.00,1,2.00,1,2.00,7,,5,,2,,"))
    #expect(lines[3].contains("(2) 1 đơn vị không có số") && lines.count == 4)
  }
  @Test func `F1 has the persons of average households in its columns 13 and 14`() async throws {
    let text = try #require(try await run().output["office/bieu/F1.csv"])
    #expect(
      text.contains(
        "(13) Nhân khẩu hộ có mức sống trung bình,(14) Tỷ lệ nhân khẩu hộ có mức sống trung bình (%)"))
    #expect(!text.contains("members_average"))
  }
  @Test func `F10 counts the poor by cause, a household under each of its own`() async throws {
    let causes = ["thieu_von", "om_dau", "thieu_dat"]
    let columns = causes.map { "\($0): { type: bool, role: flag }" }.joined(separator: ", ")
    let pipeline = Self.pipeline
      .replacing("dep_toilet: {", with: "\(columns), dep_toilet: {")
      .replacing(
        "groups: [dan_toc, thieu_so]", with: "groups: [dan_toc, thieu_so, \(causes.joined(separator: ", "))]"
      )
      .replacing(
        "labels: {",
        with: #"labels: { capital: "thieu_von:true", illness: "om_dau:true", land: "thieu_dat:true", "#)
    // The last poor household does not say whether it lacks land.
    var files = Self.files
    let cells = ["h1": "1,1,0", "h2": "1,0,1", "h3": "0,1,", "h4": "1,1,1"]
    for name in ["truoc.csv", "nay.csv"] {
      let lines = (files[name] ?? "").split(separator: "\n").map(String.init)
      files[name] =
        lines.map { line in
          line + "," + (cells[String(line.prefix(2))] ?? causes.joined(separator: ","))
        }.joined(separator: "\n") + "\n"
    }
    let run = try HouseholdRun(pipeline, files)
    let output = MemoryOutput()
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: output.output)
    #expect(report.failure == nil)
    let form = try #require(output["office/bieu/F10.csv"])
    #expect(
      form.contains(
        "(1) Tổng số hộ nghèo,(2) Hộ nghèo: thiếu đất sản xuất,(3) Hộ nghèo: thiếu vốn,(4) Hộ nghèo: thiếu lao động,"
      ))
    #expect(form.contains("\n90001,Hộ,1,0,1,,,,,1,,1,1,1,,,,,0,,"))
    #expect(form.contains("\n90002,Hộ,1,,0,,,,,1,,0,0,0,,,,,0,,"))
    #expect(form.contains("(2) 1 hộ không ghi thieu_dat"))
    #expect(form.contains("\nTổng cộng,Hộ,2,,1,,,,,2,,1,1,1,,,,,0,,"))
    #expect(form.contains("(2) 1 đơn vị không có số"))
  }
  @Test func `F2 and F3 have nine columns in households and in persons, and agree`() async throws {
    let output = try await run().output
    let (poor, near) = (output["office/bieu/F2.csv"] ?? "", output["office/bieu/F3.csv"] ?? "")
    #expect(
      poor.contains("\n90001,Hộ,2,1,0,0,0,0,0,0,1,") && poor.contains("\n90001,Nhân khẩu,9,5,0,0,0,0,0,0,4,"))
    #expect(poor.contains("\n90002,Hộ,0,0,0,0,1,0,0,0,1,"))
    #expect(poor.contains("\nTổng cộng,Hộ,2,1,0,0,1,0,0,0,2,"))
    #expect(near.contains("\nTổng cộng,Hộ,1,0,1,0,1,0,0,0,1,"))
  }
  @Test func `deprivations, groups and peoples stand in the order of the forms`() async throws {
    let output = try await run().output
    let counts = output["office/bieu/F4.csv"] ?? ""
    #expect(counts.contains("(1) Tổng số hộ nghèo,(2) Việc làm,(3) Người phụ thuộc trong hộ,"))
    #expect(counts.contains("\n90001,Hộ,1,,,,,,,,,1,1,,,"))
    #expect((output["office/bieu/F5.csv"] ?? "").contains("\n90001,Hộ,1,,,,,,,,,100.00,100.00,,,"))
    #expect((output["office/bieu/F8.csv"] ?? "").contains("\n90001,Hộ,1,0,,,,1,1,,,,"))
    #expect((output["office/bieu/F8.csv"] ?? "").contains("\n90001,Nhân khẩu,4,0,,,,5,5,,,,"))
    #expect(
      (output["office/bieu/F9.csv"] ?? "").contains(
        "(2) Hộ nghèo: Kinh,(3) Hộ nghèo: Tày,(4) Tổng số hộ cận nghèo,"))
    #expect((output["office/bieu/F9.csv"] ?? "").contains("\nTổng cộng,Hộ,2,2,0,1,0,1,"))
    #expect((output["office/bieu/F10.csv"] ?? "").contains("(2) không khai labels.land"))
    #expect((output["office/bieu/F11.csv"] ?? "").contains("không khai children"))
    #expect((output["office/bieu/F13.csv"] ?? "").contains("(9) Số hộ cận nghèo,(10) Số hộ cận nghèo: Kinh,"))
  }
  @Test func `each form has its columns in the order of the templates`() async throws {
    let table = try await HouseholdRun(Self.pipeline, Self.files).table("bieu")
    var found: [String: [String]] = [:]
    for row in 0..<table.rows.count where table.number("row", row)?.whole == 1 {
      found[table.text("form", row) ?? "", default: []].append(table.text("heading", row) ?? "")
    }
    for (form, columns) in FormColumns.all { #expect(found[form] == columns, "\(form)") }
    #expect(found.count == FormColumns.all.count)
    // As many as the templates have; F9 has as many as there are peoples, and F10 a total of each class more.
    let counts = FormColumns.all.map { "\($0.form) \($0.columns.count)" }
    #expect(
      counts == [
        "F1 14", "F2 9", "F3 9", "F4 13", "F5 13", "F6 13", "F7 13", "F8 10", "F9 6", "F10 18", "F11 8",
        "F12 22",
        "F13 22",
      ])
  }
  @Test func `a list that the movements are not of is told`() async throws {
    let (_, report) = try await run(
      Self.pipeline.replacing("before: truoc, after: nay", with: "before: nay, after: truoc"))
    let found = report.findings.steps["bieu"]?.kept.filter { $0.code == "forms.tie" }.map(\.message.en) ?? []
    #expect(found.first == "90001: F2.9, F1.3: the closing is 2, counted are 1")
  }
  @Test func `a word that no form has is told when the pipeline is checked`() throws {
    #expect(throws: Diagnostics.self) {
      try HouseholdRun(Self.pipeline.replacing("minority:", with: "minorty:"), Self.files)
    }
  }
}
