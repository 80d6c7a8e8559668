import Diagnostics
import StageKit
import StageTestKit
import Synchronization
import Tables
import Testing

@testable import Pipelines

/// `{param: name}`, `{env: NAME}` and `--set`.
@Suite struct ParameterTests {
  static let head = """
    pipeline: t
    params:
      least: { default: 1, help: { vi: "Ít nhất.", en: "At least." } }
      files: { default: [a.txt] }
      options: { default: { column: members } }
      name: { default: 08 }

    """
  static let steps = """
    steps:
      - { id: people, use: people.read, with: { files: { param: files } } }
      - { id: v, use: people.check, with: { column: members, at_least: { param: least } } }
      - { use: rows.write, with: { file: { param: name } } }
    """
  private func example(_ steps: String = Self.steps, _ head: String = Self.head) -> Example {
    Example(head + steps, files: ["a.txt": "a,h,1,1\na,h,5,1\n", "b.txt": "b,h,9,1\n"])
  }
  private func rows(_ set: [String], _ steps: String = Self.steps) async throws -> [String: String?] {
    let output = MemoryOutput()
    let report = try await example(steps).runner(set: set).run(into: output.output)
    #expect(report.failure == nil)
    let written = output.paths.filter { !$0.hasPrefix("office/rejected/") }
    return Dictionary(uniqueKeysWithValues: written.map { ($0, output[$0]) })
  }

  @Test(arguments: [
    ([], ["office/08": "a,h,1,1.0\na,h,5,1.0\n"]), (["least=2"], ["office/08": "a,h,5,1.0\n"]),
    (["name=kết quả"], ["office/kết quả": "a,h,1,1.0\na,h,5,1.0\n"]),
    (["name=a=b", "least=5"], ["office/a=b": "a,h,5,1.0\n"]),
    (["least=3", "least=2"], ["office/08": "a,h,5,1.0\n"]),
    (["name=\"01\""], ["office/01": "a,h,1,1.0\na,h,5,1.0\n"]),
  ]) func `a parameter is what is set, else its default`(_ set: [String], _ files: [String: String])
    async throws
  {
    #expect(try await rows(set) == files)
  }
  @Test func `a whole list or mapping may be a parameter`() async throws {
    let steps = """
      steps:
        - { id: people, use: people.read, with: { files: { param: files } } }
        - { id: v, use: people.check, with: { param: options } }
        - { use: rows.write }
      """
    #expect(try await rows([], steps) == ["office/rows.txt": "a,h,1,1.0\na,h,5,1.0\n"])
    let report = try await rows(["options={ column: members, at_least: 5 }"], steps)
    #expect(report == ["office/rows.txt": "a,h,5,1.0\n"])
  }
  @Test func `a path set on the command line is of the working directory`() throws {
    let plan = try example().checked(set: ["name=x", "least=1"])
    #expect(plan.steps.count == 3)
    let files = ProjectFiles.memory([
      "p.yaml": Self.head + Self.steps, "cwd:../elsewhere/c.txt": "c,h,1,1\n", "cwd:/tmp/d.txt": "d,h,1,1\n",
    ])
    let checked = try checkPipeline(
      "p.yaml", stages: exampleStages, files: files, set: ["files=[../elsewhere/c.txt, /tmp/d.txt]"])
    #expect(checked.parameters.first { $0.name == "files" }?.value == "[../elsewhere/c.txt, /tmp/d.txt]")
  }
  @Test func `a file outside that the command line names is read`() async throws {
    let files = ProjectFiles.memory(["p.yaml": Self.head + Self.steps, "cwd:../c.txt": "c,h,1,1\n"])
    let checked = try checkPipeline("p.yaml", stages: exampleStages, files: files, set: ["files=[../c.txt]"])
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: 1).run(into: output.output)
    #expect(output["office/08"] == "c,h,1,1.0\n" && report.inputs.map(\.path) == ["cwd:../c.txt"])
  }

  static let refusals: [Refusal] = [
    Refusal(
      "a value keeps the place of its use",
      head.replacing("default: 1,", with: "default: many,")
        + "steps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
        + "  - { id: v, use: people.check, with: { column: members, at_least: 1️⃣{ param: least } } }\n  - { use: rows.write }",
      find: [
        "1 options.value option 'at_least': expected a whole number, found 'many' | tùy chọn 'at_least': cần một số nguyên, thấy 'many'"
      ]),
    Refusal(
      "an unknown parameter",
      head
        + "steps:\n  - { id: people, use: people.read, with: { files: [3️⃣{ param: 1️⃣file }] } }\n  - { use: rows.write, with: { file: 4️⃣{ param: 2️⃣xyzzy } } }",
      find: [
        "3 options.value option 'files': expected a path, found a mapping | tùy chọn 'files': cần một đường dẫn, thấy các mục tên: giá trị",
        "1 params.unknown no parameter 'file' | không có tham số 'file'" + near("files"),
        "4 options.value option 'file': expected text, found a mapping | tùy chọn 'file': cần chữ, thấy các mục tên: giá trị",
        "2 params.unknown no parameter 'xyzzy' | không có tham số 'xyzzy'"
          + all("files, least, name, options"),
      ]),
    Refusal(
      "a parameter without a default",
      "pipeline: t\nparams: { a: 1️⃣{ help: b } }\nsteps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n  - { use: rows.write }",
      find: [
        "1 options.missing missing option 'default' | thiếu tùy chọn 'default' — Value when it is not set. | Giá trị khi không đặt."
      ]),
    Refusal(
      "a name that is not there, and no name at all, on the command line", head + steps,
      set: ["leest=2", "least", "=3"],
      find: [
        "- params.set --set leest=2: no parameter 'leest' | --set leest=2: không có tham số 'leest'"
          + near("least"),
        "- params.set --set least: expected NAME=VALUE | --set least: cần dạng TÊN=GIÁ_TRỊ" + near("least"),
        "- params.set --set =3: no parameter '' | --set =3: không có tham số ''"
          + all("files, least, name, options"),
      ]),
    Refusal(
      "a value on the command line that is wrong", head + steps, set: ["least=many"],
      find: [
        "--set least:1:1 options.value option 'at_least': expected a whole number, found 'many'"
          + " | tùy chọn 'at_least': cần một số nguyên, thấy 'many'"
      ]),
    Refusal(
      "a variable that is not listed",
      "pipeline: t\nenv: [SEEN]\nsteps:\n  - { id: people, use: people.read, with: { files: [2️⃣{ env: 1️⃣HOME }] } }\n  - { use: rows.write }",
      find: [
        "2 options.value option 'files': expected a path, found a mapping | tùy chọn 'files': cần một đường dẫn, thấy các mục tên: giá trị",
        "1 params.environment the environment variable 'HOME' cannot be used | không dùng được biến môi trường 'HOME'"
          + " — list it under env: and give it a value | ghi tên biến dưới env: và đặt giá trị cho nó",
      ]),
    Refusal(
      "a variable that is listed and not set",
      "pipeline: t\nenv: [SEEN]\nsteps:\n  - { id: people, use: people.read, with: { files: [2️⃣{ env: 1️⃣SEEN }] } }\n  - { use: rows.write }",
      find: [
        "2 options.value option 'files': expected a path, found a mapping | tùy chọn 'files': cần một đường dẫn, thấy các mục tên: giá trị",
        "1 params.environment the environment variable 'SEEN' cannot be used | không dùng được biến môi trường 'SEEN'"
          + " — list it under env: and give it a value | ghi tên biến dưới env: và đặt giá trị cho nó",
      ]),
  ]
  @Test(arguments: refusals) func `a parameter that is wrong`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test func `a value on the command line that is no YAML is told at its place`() {
    let error = #expect(throws: Diagnostics.self) { try example().checked(set: ["least=[1"]) }
    #expect(error?.all.map { $0.range?.file } == ["--set least"])
    #expect(error?.all.allSatisfy { $0.code.rawValue.hasPrefix("yaml.") } == true)
  }

  @Test func `only the variables that are listed are looked up, and their values are not told`() throws {
    let asked = Mutex<[String]>([])
    let text =
      "pipeline: t\nenv: [FILE, LEAST]\nparams: { a: { default: b } }\nsteps:\n"
      + "  - { id: people, use: people.read, with: { files: [{ env: FILE }] } }\n"
      + "  - { id: v, use: people.check, with: { column: members, at_least: { env: LEAST } } }\n  - { use: rows.write }"
    let checked = try checkPipeline("p.yaml", stages: exampleStages, files: .memory(["p.yaml": text])) {
      name in
      asked.withLock { $0.append(name) }
      return ["FILE": "secret.txt", "LEAST": "5", "HOME": "/root"][name]
    }
    #expect(asked.withLock { $0 } == ["FILE", "LEAST"])
    #expect(checked.parameters.map { "\($0.name)=\($0.value)" } == ["a=b"])
  }
  @Test func `parameters are shown as they would be written, by name`() throws {
    let shown = try example().checked(set: ["least=2", "name="]).parameters.map { "\($0.name)=\($0.value)" }
    #expect(shown == ["files=[a.txt]", "least=2", "name=", "options={column: members}"])
  }
  @Test(arguments: [["least=2"], ["name=x"], ["files=[b.txt]"]])
  func `a parameter is part of what a pipeline is`(
    _ set: [String]
  ) throws {
    let one = try example().checked()
    #expect(try example().checked(set: set).fingerprint != one.fingerprint)
    #expect(try example().checked(set: ["least=1"]).fingerprint == one.fingerprint)
  }
}
