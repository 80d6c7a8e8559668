import Diagnostics
import StageKit
import Testing
import YAML

/// How many rows may be rejected.
@Suite struct AllowanceTests {
  private func done(_ read: Int, _ rejected: Int) -> StepFindings {
    var done = StepFindings()
    (done.rowsIn, done.rowsRejected) = (read, rejected)
    return done
  }

  @Test(arguments: [
    (Allowance.rows(2), 100, 2, true), (.rows(2), 100, 3, false), (.rows(0), 0, 0, true),
    (.share(Percent(millionths: 20_000)), 100, 2, true), (.share(Percent(millionths: 20_000)), 99, 2, false),
    (.share(Percent(millionths: 0)), 1, 1, false), (.share(Percent(millionths: 1_000_000)), .max, .max, true),
    (.share(Percent(millionths: 999_999)), .max, .max, false),
  ]) func `the limit itself is allowed, and nothing beyond it`(
    _ limit: Allowance, _ read: Int, _ rejected: Int, _ isAllowed: Bool
  ) throws {
    #expect(limit.allows(rejected, of: read) == isAllowed)
    if isAllowed {
      try limit.judge(done(read, rejected), of: "s")
    } else {
      #expect(throws: StageError.self) { try limit.judge(done(read, rejected), of: "s") }
    }
  }
  @Test func `what is beyond it is a matter of the data, with the numbers`() throws {
    let error = #expect(throws: StageError.self) {
      try Allowance.share(Percent(millionths: 15_000)).judge(done(100, 2), of: "doc")
    }
    #expect(error?.message.vi == "bước 'doc' loại 2 trong 100 dòng, quá mức 1,5%")
    #expect(error?.message.en == "step 'doc' rejected 2 of 100 rows, more than 1.5%")
    #expect(error?.cause == .data && error?.hint?.vi.contains("office/rejected/") == true)
  }
  @Test(arguments: [("0,5%", "0.5%"), ("12,25 %", "12.25 %")])
  func `a decimal comma is told of`(_ written: String, _ point: String) throws {
    let node = try parseYAML(Array("figures: \"\(written)\"".utf8), file: "t")
    let error = #expect(throws: Diagnostics.self) { try ChangeLimits.decoded(from: node) }
    #expect(error?.all.first?.message.vi.contains("'\(point)'") == true)
  }
  @Test func `it is written as a number or a percentage`() {
    #expect(Allowance.rows(5).written == "5")
    let schema = Allowance.optionType.schema.description
    #expect(schema.contains(#""type": "integer", "minimum": 0"#) && schema.contains("%$"))
  }
}
