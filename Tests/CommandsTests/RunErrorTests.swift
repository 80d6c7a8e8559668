import Diagnostics
import StageKit
import Testing

@testable import Commands

/// Why a run stopped, as it is told.
@Suite struct RunErrorTests {
  private func told(_ vi: String, _ en: String, file: String? = nil, cause: StageError.Cause = .data)
    -> Diagnostic
  {
    Diagnostic(StageError(Phrase(vi: vi, en: en), cause: cause, file: file)) { "du-an/\($0)" }
  }

  @Test(arguments: [
    ("a/ho.csv:3:7: sai", "a/ho.csv:3:7: wrong", "a/ho.csv", 3, 7),
    ("a.csv:12: sai: 5:6: x", "a.csv:12: wrong: 5:6: x", "a.csv", 12, 1),
    ("share:x.csv:1:1: sai", "share:x.csv:1:1: wrong", "share:x.csv", 1, 1),
  ]) func `a place at the beginning is told as the place`(
    _ vi: String, _ en: String, _ file: String, _ line: Int, _ column: Int
  ) {
    let told = told(vi, en)
    #expect(told.range?.file == file)
    #expect(told.range?.start == SourcePosition(line: line, column: column))
    #expect(told.message.vi.hasPrefix("sai") && told.message.en.hasPrefix("wrong"))
  }
  @Test(arguments: [
    ("thiếu dòng", "rows are missing"), ("a:3: x", "b:3: x"), ("bước 's' cho 3 dòng", "step 's' gave 3 rows"),
  ]) func `other words stay as they are`(_ vi: String, _ en: String) {
    let told = told(vi, en, cause: .environment)
    #expect(told.range == nil && told.message == Phrase(vi: vi, en: en) && told.code.rawValue == "run.failed")
  }
  @Test func `a file that is named is shown as people here know it`() {
    let told = told("không có tệp 'a/x.csv'", "there is no file 'a/x.csv'", file: "a/x.csv")
    #expect(told.message.vi == "không có tệp 'du-an/a/x.csv'")
    #expect(told.message.en == "there is no file 'du-an/a/x.csv'" && told.code.rawValue == "run.gate")
  }
  @Test(arguments: [
    (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1.000", "1,000"), (-1234, "-1.234", "-1,234"),
    (1_234_567, "1.234.567", "1,234,567"), (.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
  ]) func `numbers are written in groups`(_ number: Int, _ vi: String, _ en: String) {
    #expect(number.grouped(.vi) == vi && number.grouped(.en) == en)
  }
}
