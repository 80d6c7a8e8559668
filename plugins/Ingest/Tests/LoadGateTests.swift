import Diagnostics
import Ingest
import StageKit
import StageTestKit
import Testing

/// How many wrong rows `figures.load` lets pass.
@Suite struct LoadGateTests {
  @Test(arguments: [(0, 1), (1, 1), (1, 2), (2, 2)])
  func `more wrong rows than are let pass fail the run as data`(most: Int, wrong: Int) async throws {
    let rows = (0..<wrong).map { Loading.row(["unit": "7\($0)"]) } + [Loading.row()]
    let loaded = try await Loading.load(rows, with: "{ max_rejected: \(most) }")
    #expect(loaded.findings.count == wrong, "what is wrong is told though the run fails")
    guard wrong > most else {
      #expect(loaded.failure == nil)
      #expect(loaded.figures.count == 1)
      return
    }
    #expect(loaded.failure?.cause == .data)
    #expect(
      loaded.failure?.message.en
        == "step 'load': \(wrong) of \(wrong + 1) rows are wrong, and at most \(most) are let pass")
    #expect(
      loaded.failure?.message.vi
        == "bước 'load': \(wrong) trên \(wrong + 1) dòng sai, cho phép nhiều nhất \(most)")
  }
  @Test func `without the option no wrong row is let pass`() async throws {
    #expect(try await Loading.load([Loading.row(["unit": "7"])], with: "{}").failure?.cause == .data)
  }
  @Test func `a table without rows gives no figures`() async throws {
    #expect(try await Loading.load([], with: "{}").figures.isEmpty)
  }
}
