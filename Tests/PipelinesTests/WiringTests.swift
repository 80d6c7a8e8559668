import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Which step's result goes where, checked without reading any data.
@Suite struct WiringTests {
  static let head = "pipeline: t\ndefaults: { rule: r.yaml }\nsteps:\n"
  static let read = "  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
  static let sums = read + "  - { id: sums, use: people.sum, with: { by: commune } }\n"
  static let files = ["r.yaml": "number: 5"]
  static func refusal(_ name: String, _ steps: String, _ expected: [String]) -> Refusal {
    Refusal(name, head + steps, files: files, find: expected)
  }
  static let joining = " — say which, as `from: { input: step }` | ghi rõ from: { tên đầu vào: bước }"

  static let names: [Refusal] = [
    refusal(
      "unknown stage", "  - { use: 1️⃣peopel.read }",
      [
        "1 pipeline.unknown-stage no stage 'peopel.read' | không có công đoạn 'peopel.read'"
          + near("people.read")
      ]),
    refusal(
      "what follows an unknown stage is not told again",
      "  - { id: a, use: 1️⃣x.y }\n  - { id: b, use: people.check, from: a, with: { column: zzz } }\n  - { use: rows.write }",
      [
        "1 pipeline.unknown-stage no stage 'x.y' | không có công đoạn 'x.y'"
          + all(exampleStages.map { $0.name }.sorted().prefix(20).joined(separator: ", ") + ", …")
      ]),
    refusal(
      "unknown step", sums + "  - { use: rows.write, from: 1️⃣sum }",
      ["1 pipeline.unknown-step no step 'sum' | không có bước 'sum'" + near("sums")]),
    refusal(
      "unknown step in a list", sums + "  - { id: n, use: tables.count, from: [sums, 1️⃣xyz] }",
      ["1 pipeline.unknown-step no step 'xyz' | không có bước 'xyz'" + all("people, sums")]),
    refusal(
      "unknown output", sums + "  - { use: rows.write, from: 1️⃣sums.tabel }",
      [
        "1 pipeline.no-output 'sums.tabel' gives nothing to take | 'sums.tabel' không cho kết quả nào"
          + all("table")
      ]),
    refusal(
      "output of a sink", sums + "  - { id: w, use: rows.write }\n  - { id: v, use: rows.write, from: 1️⃣w }",
      ["1 pipeline.no-output 'w' gives nothing to take | 'w' không cho kết quả nào"]),
    refusal(
      "one name twice",
      read + "  - { id: 1️⃣people, use: people.check, with: { column: members } }\n  - { use: rows.write }",
      [
        "1 pipeline.same-id two steps have the name 'people' | hai bước cùng tên 'people'"
          + " — give each step an `id:` of its own | đặt id: khác nhau cho mỗi bước"
      ]),
    refusal(
      "one stage twice without names",
      sums + "  - { use: rows.write, from: people }\n  - { use: 1️⃣rows.write, from: sums }",
      [
        "1 pipeline.same-id two steps have the name 'rows.write' | hai bước cùng tên 'rows.write'"
          + " — give each step an `id:` of its own | đặt id: khác nhau cho mỗi bước"
      ]),
    refusal(
      "no steps", " []",
      ["1:1 pipeline.no-steps the pipeline has no steps | pipeline không có bước nào"]),
    refusal(
      "no name of a step", sums + "  - { use: rows.write, from: { table: 1️⃣{ a: b } } }",
      [
        "1 options.value option 'from': expected the name of a step, found a mapping"
          + " | tùy chọn 'from': cần tên một bước, thấy các mục tên: giá trị"
      ]),
  ]

  static let inputs: [Refusal] = [
    refusal(
      "first step without an input", "  - { use: 1️⃣rows.write }",
      [
        "1 pipeline.missing-input 'rows.write' needs the input 'table' (rows) | 'rows.write' cần đầu vào 'table' (các dòng)"
          + " — What the step before gives. | Kết quả của bước trước."
      ]),
    refusal(
      "inputs left out",
      sums + "  - { id: j, use: tables.join, from: 1️⃣{ left: sums } }\n  - { use: rows.write }",
      [
        "1 pipeline.missing-input 'tables.join' needs the input 'right' (a table) | 'tables.join' cần đầu vào 'right' (bảng)"
          + " — The lower table. | Bảng dưới.",
        "1 pipeline.missing-input 'tables.join' needs the input 'rule' (a rule) | 'tables.join' cần đầu vào 'rule' (quy tắc)"
          + " — The most rows. | Số dòng nhiều nhất.",
      ]),
    refusal(
      "fewer than two of many",
      sums + "  - { id: n, use: tables.count, from: 1️⃣[sums] }\n  - { use: rows.write }",
      [
        "1 pipeline.missing-input 'tables.count' needs the input 'tables' (a table) | 'tables.count' cần đầu vào 'tables' (bảng)"
          + " — Tables. | Các bảng."
      ]),
    refusal(
      "unknown input",
      sums
        + "  - { id: j, use: tables.join, from: { 1️⃣lft: sums, right: sums, rule: r.yaml } }\n  - { use: rows.write }",
      [
        "1 pipeline.unknown-input 'tables.join' has no input 'lft' | 'tables.join' không có đầu vào 'lft'"
          + near("left")
      ]),
    refusal(
      "an output that fits several inputs",
      sums + "  - { id: j, use: tables.join, from: 2️⃣[1️⃣sums, sums] }\n  - { use: rows.write }",
      [
        "2 pipeline.missing-input 'tables.join' needs the input 'rule' (a rule) | 'tables.join' cần đầu vào 'rule' (quy tắc)"
          + " — The most rows. | Số dòng nhiều nhất.",
        "1 pipeline.ambiguous-input what 'sums' gives fits several inputs of 'tables.join': left, right"
          + " | kết quả của 'sums' hợp với nhiều đầu vào của 'tables.join': left, right" + joining,
      ]),
    refusal(
      "two steps in one input", sums + "  - { use: rows.write, from: { table: [people, 1️⃣sums] } }",
      [
        "1 pipeline.one-input the input 'table' of 'rows.write' takes one step | đầu vào 'table' của 'rows.write' chỉ nhận một bước"
      ]),
    refusal(
      "two steps for one input", sums + "  - { use: rows.write, from: [people, 1️⃣sums] }",
      [
        "1 pipeline.one-input the input 'table' of 'rows.write' takes one step | đầu vào 'table' của 'rows.write' chỉ nhận một bước"
      ]),
    refusal(
      "an input of a source",
      sums
        + "  - { id: q, use: people.read, from: 1️⃣sums, with: { files: [b.txt] } }\n  - { use: rows.write }",
      [
        "1 pipeline.unknown-input 'people.read' takes no input | 'people.read' không nhận đầu vào nào — take the `from:` out | bỏ from:"
      ]),
    refusal(
      "an input of a step without ports",
      sums + "  - { id: q, use: table.make, from: 1️⃣sums }\n  - { use: rows.write }",
      [
        "1 pipeline.unknown-input 'table.make' takes no input | 'table.make' không nhận đầu vào nào — take the `from:` out | bỏ from:"
      ]),
    refusal(
      "a flow of another kind",
      sums + "  - { id: f, use: figures.make, from: sums }\n  - { use: rows.write, from: 1️⃣f }",
      [
        "1 pipeline.input-kind step 'f' gives figures not yet protected, and 'table' of 'rows.write' takes rows"
          + " | bước 'f' cho số liệu chưa qua bảo vệ, còn 'table' của 'rows.write' cần các dòng"
      ]),
    refusal(
      "a flow of another kind in a named input",
      sums + "  - { id: f, use: figures.make, from: sums }\n"
        + "  - { id: j, use: tables.join, from: { left: sums, right: 1️⃣f, rule: r.yaml } }\n  - { use: rows.write }",
      [
        "1 pipeline.input-kind step 'f' gives figures not yet protected, and 'right' of 'tables.join' takes a table"
          + " | bước 'f' cho số liệu chưa qua bảo vệ, còn 'right' của 'tables.join' cần bảng"
      ]),
    refusal(
      "something not yet released", sums + "  - { use: table.publish, from: 1️⃣sums }",
      [
        "1 pipeline.input-kind step 'sums' gives a table, and 'table' of 'table.publish' takes a table for everybody"
          + " | bước 'sums' cho bảng, còn 'table' của 'table.publish' cần bảng đã cho xem"
          + " — put a step between that protects it, such as figures.protect"
          + " | thêm một bước bảo vệ ở giữa, như figures.protect"
      ]),
  ]

  static let ended = "steps wait for one another: "
  static func cycle(_ names: String) -> String {
    "1 pipeline.cycle steps wait for one another: \(names) | các bước chờ lẫn nhau: \(names)"
      + " — change a `from:` so that no step takes what follows from itself"
      + " | sửa from: sao cho không bước nào lấy kết quả của chính nó qua các bước khác"
  }
  static let check = "use: people.check, with: { column: members }"
  static let cycles: [Refusal] = [
    refusal("a step that takes itself", "  - { id: a, \(check), from: 1️⃣a }", [cycle("a")]),
    refusal(
      "two steps", "  - { id: a, \(check), from: 1️⃣b }\n  - { id: b, \(check), from: a }", [cycle("a → b")]),
    refusal(
      "a step without `from:` takes the one before",
      read + "  - { id: a, \(check), from: 1️⃣c }\n  - { id: b, \(check) }\n  - { id: c, \(check) }",
      [cycle("a → b → c")]),
    refusal(
      "what only follows a cycle is not in it",
      "  - { id: a, \(check), from: 1️⃣b }\n  - { id: b, \(check), from: a }\n  - { use: rows.write }",
      [cycle("a → b")]),
    refusal(
      "through a port",
      "  - { id: a, use: tables.count, from: [1️⃣b.table, b] }\n  - { id: b, use: tables.count, from: { tables: [a, a] } }",
      [cycle("a → b").replacing("1 pipeline", with: "4:39 pipeline")]),
  ]

  @Test(arguments: names) func `a name that is not there`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test(arguments: inputs) func `an input that does not fit`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test(arguments: cycles) func `steps that wait for one another`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
}
