import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// The keys of the file, the columns that options name, and the documents.
@Suite struct PipelineFileTests {
  static let sums = WiringTests.sums
  static func refusal(_ name: String, _ text: String, _ files: [String: String] = [:], _ expected: [String])
    -> Refusal
  {
    Refusal(name, text, files: files, find: expected)
  }
  static let write = "  - { use: rows.write }"
  static let outside =
    " — copy the file into the project, or give it by --set; the project folder is the one with .minhbach.yaml"
    + " | chép tệp vào dự án, hoặc đưa vào bằng --set; thư mục dự án là thư mục có tệp .minhbach.yaml"
  static func left(_ path: String) -> String {
    "files.outside the path '\(path)' leaves the project folder | đường dẫn '\(path)' ra ngoài thư mục dự án\(outside)"
  }

  static let keys: [Refusal] = [
    refusal(
      "unknown key of the file", "pipeline: t\n1️⃣step: []\nsteps:\n" + sums + write, [:],
      ["1 options.unknown unknown option 'step' | không có tùy chọn 'step'" + near("steps")]),
    refusal(
      "unknown key of a step", "pipeline: t\nsteps:\n" + sums + "  - { use: rows.write, 1️⃣fom: sums }", [:],
      ["1 options.unknown unknown option 'fom' | không có tùy chọn 'fom'" + near("from")]),
    refusal(
      "no name", "1️⃣pipeline: 2️⃣''\nsteps:\n" + sums + write, [:],
      [
        "2 options.value option 'pipeline': expected one or more characters, found the quoted text \"\""
          + " | tùy chọn 'pipeline': cần ít nhất một ký tự, thấy chữ trong ngoặc kép \"\""
      ]),
    refusal(
      "unknown option of a stage and of an expectation",
      "pipeline: t\nsteps:\n" + sums + "  - { use: rows.write, with: { 1️⃣fiel: a }, expect: { 2️⃣rows: 1 } }",
      [:],
      ["2 options.unknown unknown option 'rows' | không có tùy chọn 'rows'" + all("min_rows, max_rejected")]),
    refusal(
      "mistakes of the engine's keys do not hide those of stages",
      "pipeline: t\n1️⃣stepps: 1\nsteps:\n  - { id: people, use: people.read, with: { 2️⃣fils: [a.txt] } }\n"
        + "  - { id: good, use: people.read, with: { files: [a.txt] } }\n  - { id: v, use: people.check, 3️⃣wth: { column: x } }\n"
        + "  - { id: w, use: people.check, with: { column: zzz } }\n  - { use: rows.write, from: 4️⃣god }\n  - { id: y, use: rows.write, from: v }",
      [:],
      [
        "1 options.unknown unknown option 'stepps' | không có tùy chọn 'stepps'" + near("steps"),
        "4:43 options.missing missing option 'files' | thiếu tùy chọn 'files' — Files. | Các tệp.",
        "2 options.unknown unknown option 'fils' | không có tùy chọn 'fils'" + near("files"),
        "3 options.unknown unknown option 'wth' | không có tùy chọn 'wth'" + near("with"),
        "4 pipeline.unknown-step no step 'god' | không có bước 'god'" + near("good"),
      ]),
    refusal(
      "rows expected of a step that gives none",
      "pipeline: t\nsteps:\n" + sums + "  - { use: rows.write, expect: 1️⃣{ min_rows: 1 } }", [:],
      [
        "1 pipeline.expect 'rows.write' gives no rows, so none can be expected | 'rows.write' không cho dòng nào nên không đặt được số dòng"
      ]),
    refusal(
      "rejections limited of a step that rejects none",
      "pipeline: t\nsteps:\n"
        + sums.replacing("id: sums,", with: "id: sums, expect: { max_rejected: 1️⃣2% },") + write, [:],
      [
        "1 pipeline.expect 'people.sum' does not reject single rows, so max_rejected means nothing | 'people.sum' không loại từng dòng nên không đặt được max_rejected"
          + " — write it at the step that reads or checks the rows | đặt ở bước đọc hay kiểm tra các dòng"
      ]),
    refusal(
      "defaults that are no mapping", "pipeline: t\ndefaults: 1️⃣r.yaml\nsteps:\n" + sums + write, [:],
      [
        "1 options.value option 'defaults': expected a mapping of names, found 'r.yaml'"
          + " | tùy chọn 'defaults': cần các mục tên: giá trị, thấy 'r.yaml'"
      ]),
    refusal(
      "unknown default", "pipeline: t\ndefaults: { 1️⃣rul: r.yaml }\nsteps:\n" + sums + write, [:],
      ["1 pipeline.defaults there is no default 'rul' | không có mục 'rul' trong defaults" + near("rule")]),
    refusal(
      "a default that is no path",
      "pipeline: t\ndefaults: { rule: 1️⃣[r.yaml], reference_date: 2️⃣2024 }\nsteps:\n" + sums + write, [:],
      [
        "1 options.value option 'rule': expected a path, found a list | tùy chọn 'rule': cần một đường dẫn, thấy một danh sách",
        "2 options.value option 'reference_date': expected a day such as 2024-12-31, found '2024'"
          + " | tùy chọn 'reference_date': cần một ngày dạng 2024-12-31, thấy '2024'",
      ]),
  ]
  static let columns: [Refusal] = [
    refusal(
      "unknown columns of several steps, all at once",
      "pipeline: t\nsteps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
        + "  - { id: v, use: people.check, with: { column: 1️⃣member } }\n"
        + "  - { id: s, use: people.sum, from: people, with: { by: 2️⃣xyz, sum: [members, 3️⃣incme] } }\n  - { use: rows.write }",
      [:],
      [
        "1 plan.unknown-column no column 'member' | không có cột 'member'" + near("members"),
        "2 plan.unknown-column no column 'xyz' | không có cột 'xyz'" + all("commune, head, members, income"),
        "3 plan.unknown-column no column 'incme' | không có cột 'incme'" + near("income"),
      ]),
    refusal(
      "a column that was dropped, and one of another type",
      "pipeline: t\nsteps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
        + "  - { id: d, use: columns.drop, with: { columns: [members] } }\n"
        + "  - { id: v, use: people.check, with: { column: 1️⃣members } }\n"
        + "  - { id: w, use: people.check, from: d, with: { column: 2️⃣head } }\n  - { use: rows.write }", [:],
      [
        "1 plan.unknown-column no column 'members' | không có cột 'members'" + all("commune, head, income"),
        "2 plan.column-type column 'head' is text, and a whole number is needed | cột 'head' là chữ, cần số nguyên",
      ]),
    refusal(
      "two columns of one name",
      "pipeline: t\nsteps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
        + "  - { id: c, use: 1️⃣column.copy, with: { column: head, to: commune } }\n  - { use: rows.write }",
      [:],
      [
        "1 pipeline.same-column step 'c' gives two columns with the name 'commune'"
          + " | bước 'c' cho hai cột cùng tên 'commune'"
      ]),
    refusal(
      "the sum of a rate",
      "pipeline: t\ndefaults: { rule: r.yaml }\nsteps:\n  - { id: m, use: table.make }\n"
        + "  - { use: people.sum, with: { by: rate, sum: [1️⃣rate] } }\n  - { use: rows.write }",
      ["r.yaml": "number: 5"],
      [
        "1 plan.sum-of-rate 'rate' is a rate, and rates are not added up | 'rate' là tỷ lệ, không được cộng các tỷ lệ"
          + " — add up 'poor' and 'all', and divide | cộng 'poor' và 'all' rồi chia"
      ]),
  ]
  static let documents: [Refusal] = [
    refusal(
      "paths that leave the project",
      "pipeline: t\ndefaults: { rule: 1️⃣../r.yaml }\nsteps:\n  - { id: people, use: people.read, with: { files: [2️⃣../../a.txt, 3️⃣/etc/passwd] } }\n"
        + "  - { id: j, use: tables.join, from: { left: people, right: people, rule: 4️⃣a/../../r.yaml } }\n  - { use: rows.write }",
      [:],
      [
        "1 \(left("../r.yaml"))", "2 \(left("../../a.txt"))", "3 \(left("/etc/passwd"))",
        "4 \(left("a/../../r.yaml"))",
      ]),
    refusal(
      "a document as an input that leaves the project",
      "pipeline: t\nsteps:\n" + sums
        + "  - { id: j, use: tables.join, from: { left: sums, right: sums, rule: 1️⃣../r.yaml } }\n  - { use: rows.write }",
      [:], ["1 \(left("../r.yaml"))"]),
    refusal(
      "a document as an input that is not there",
      "pipeline: t\nsteps:\n" + sums
        + "  - { id: j, use: tables.join, from: { left: sums, right: sums, rule: 1️⃣r.yaml } }\n  - { use: rows.write }",
      [:], ["1 files.unreadable there is no file 'r.yaml' | không có tệp 'r.yaml'"]),
    refusal(
      "a document as an input that is no path",
      "pipeline: t\nsteps:\n" + sums
        + "  - { id: j, use: tables.join, from: { left: sums, right: sums, rule: 1️⃣{ number: 5 } } }\n  - { use: rows.write }",
      [:],
      [
        "1 options.value option 'rule': expected a path, found a mapping | tùy chọn 'rule': cần một đường dẫn, thấy các mục tên: giá trị"
      ]),
    refusal(
      "the mistakes of a document are told with those of the pipeline",
      "pipeline: t\nsteps:\n" + sums
        + "  - { id: j, use: tables.join, from: { left: sums, right: sums, rule: r.yaml } }\n  - { use: rows.write, with: { 1️⃣fil: a } }",
      ["r.yaml": "number: many\nnumbr: 1"],
      [
        "1 options.unknown unknown option 'fil' | không có tùy chọn 'fil'" + near("file"),
        "r.yaml:1:9 options.value option 'number': expected a whole number, found 'many'"
          + " | tùy chọn 'number': cần một số nguyên, thấy 'many'",
        "r.yaml:2:1 options.unknown unknown option 'numbr' | không có tùy chọn 'numbr'" + near("number"),
      ]),
    refusal(
      "a resource that defaults must name",
      "pipeline: t\nsteps:\n  - { use: 1️⃣table.make }\n  - { use: rows.write }", [:],
      [
        "1 pipeline.resource 'table.make' needs `rule:` under `defaults:` | 'table.make' cần mục rule: trong defaults"
      ]),
    refusal(
      "a resource that is wrong is told once, and its stages are not told of",
      "pipeline: t\ndefaults: { rule: 1️⃣r.yaml }\nsteps:\n  - { id: a, use: table.make }\n  - { id: b, use: table.make }\n"
        + "  - { id: n, use: tables.count, from: [a, b] }\n  - { use: rows.write }", [:],
      ["1 files.unreadable there is no file 'r.yaml' | không có tệp 'r.yaml'"]),
    refusal(
      "what the program brings and is not there",
      "pipeline: t\nsteps:\n" + sums + "  - { id: n, use: 1️⃣unit.name }\n  - { use: rows.write }", [:],
      ["1 files.unreadable there is no file 'share:units/one.yaml' | không có tệp 'share:units/one.yaml'"]),
  ]

  @Test(arguments: keys) func `a key that is wrong`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test(arguments: columns) func `a column that is wrong`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test(arguments: documents) func `a document that is wrong`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test func `a document is read once and used by every step that needs it`() throws {
    let text = """
      pipeline: t
      defaults: { rule: r.yaml, unit: u.yaml, reference_date: 2024-12-31 }
      steps:
        - { id: a, use: table.make }
        - { id: b, use: table.make, with: { also: ./r.yaml } }
        - { id: j, use: tables.join, from: { left: a, right: b, rule: r.yaml } }
        - { use: unit.name }
        - { use: rows.write }
      """
    let example = Example(text, files: ["r.yaml": "number: 7", "u.yaml": "name: Cà Mau"])
    let plan = try example.checked()
    #expect(plan.info.referenceDate?.iso == "2024-12-31")
    #expect(
      plan.documents.map { "\($0.path) \($0.size)" } == [
        "p.yaml \(text.utf8.count)", "r.yaml 9", "u.yaml 13",
      ])
    #expect(plan.documents[1].sha256 == sha256(Array("number: 7".utf8)))
  }
  @Test func `a document of a rule for the rows is used when running`() async throws {
    let text = """
      pipeline: t
      defaults: { rule: r.yaml }
      steps:
        - { id: a, use: table.make }
        - { id: j, use: tables.join, from: { left: a, right: a, rule: one.yaml } }
        - { use: rows.write }
      """
    let (output, _) = try await Example(text, files: ["r.yaml": "number: 7", "one.yaml": "number: 1"]).run()
    #expect(output["office/rows.txt"] == "0.07\n")
  }
}
