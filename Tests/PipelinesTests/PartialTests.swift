import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// States made apart and joined.
@Suite struct PartialTests {
  private func parts(_ count: Int, _ example: Example = Example()) async throws -> [[UInt8]] {
    var parts: [[UInt8]] = []
    for share in 0..<count {
      parts.append(try await example.runner(width: share + 1).partial(share, of: count))
    }
    return parts
  }

  @Test(arguments: [1, 2, 3, 5]) func `parts made apart and joined are the whole`(count: Int) async throws {
    let (whole, first) = try await Example().run()
    let output = MemoryOutput()
    let report = try await Example().runner().merge(parts(count), into: output.output)
    #expect(output.whole == whole.whole && output.ledgerEntry == whole.ledgerEntry)
    #expect(report.whole == first.whole)
  }
  @Test func `a part is the same bytes whatever cuts it`() async throws {
    let one = try await Example().runner(width: 1).partial(1, of: 2)
    #expect(try await Example().runner(width: 7).partial(1, of: 2) == one)
  }
  @Test func `parts of another pipeline, or broken ones, are refused`() async throws {
    let runner = try Example().runner()
    let part = try await runner.partial(0, of: 1)
    let output = MemoryOutput()
    for (bad, why) in [
      (try await Example().runner(set: ["least=2"]).partial(0, of: 1), "it was made by another pipeline"),
      (
        try await Example(Example.pipeline(edition: "2")).runner().partial(0, of: 1),
        "it was made by another pipeline"
      ),
      (Array(part.dropLast()), "the state ends in the middle of a text"),
      (part + [0], "it goes on after its end"),
      ([], "the state ends in the middle of a number"),
      ([UInt8](repeating: 255, count: 99), "the state ends in the middle of a text"),
    ] {
      await #expect(
        throws: StageError(
          Phrase(
            vi: "không đọc được trạng thái từng phần", en: "a partial state cannot be read: \(why)"))
      ) { try await runner.merge([bad], into: output.output) }
    }
    #expect(output.paths.isEmpty)
  }
  @Test func `findings are the same when they are read again`() throws {
    var findings = Findings(step: "a")
    for line in 0..<1100 {
      findings.add(
        line % 2 == 0 ? "x.y" : "", file: "ệ\n\"", line: line, column: line % 3 == 0 ? nil : "cột",
        Phrase(vi: "sai \0 \(line)", en: ""))
    }
    findings.step = ""
    findings.add("z.z", file: "", line: -1, Phrase(same: ""))
    findings.count(in: 7, out: 0, of: "b")
    findings.tally([3, 0, 1 << 40])
    var bytes = ByteWriter()
    findings.write(to: &bytes)
    var reader = ByteReader(bytes.bytes)
    #expect(try Findings(from: &reader).steps == findings.steps)
    #expect(reader.isAtEnd)
  }
  @Test func `every place where a part may be cut short is refused`() async throws {
    let runner = try Example().runner()
    let part = try await runner.partial(0, of: 3)
    for end in stride(from: 0, to: part.count, by: 7) {
      await #expect(throws: StageError.self) {
        try await runner.merge([Array(part[..<end])], into: MemoryOutput().output)
      }
    }
  }
  @Test(arguments: [[0, 0], [0], [1], [0, 1, 1], []])
  func `parts that are missing or stand twice are refused`(
    _ shares: [Int]
  ) async throws {
    let all = try await parts(2)
    let output = MemoryOutput()
    await #expect(throws: StageError.self) {
      try await Example().runner().merge(shares.map { all[$0] }, into: output.output)
    }
    #expect(output.paths.isEmpty)
  }
  @Test func `parts of another number of shares are refused`() async throws {
    let mixed = [try await parts(2)[0], try await parts(3)[1]]
    await #expect(throws: StageError.self) {
      try await Example().runner().merge(mixed, into: MemoryOutput().output)
    }
  }
  @Test func `a failure after the parts are joined publishes nothing and is told`() async throws {
    let example = Example(Example.pipeline(publish: "then: refuse"))
    let output = MemoryOutput()
    let report = try await example.runner().merge(parts(2, example), into: output.output)
    #expect(report.failure?.message.en == "rows are missing" && output.paths.isEmpty)
  }
}
