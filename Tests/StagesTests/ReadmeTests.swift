import Diagnostics
import Foundation
import StageKit
import Stages
import Testing

/// The tables of stages in the README are made from the code.
@Suite struct ReadmeTests {
  static let file = StageContractTests.root.appending(path: "README.md")

  @Test(arguments: Language.allCases) func `the table of stages is the one of the code`(language: Language)
    throws
  {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let (begin, end) = (
      "<!-- stages.\(language.rawValue) -->\n", "<!-- end of stages.\(language.rawValue) -->"
    )
    let start = try #require(text.firstRange(of: begin)).upperBound
    let stop = try #require(text[start...].firstRange(of: end)).lowerBound
    let table = Self.table(language)
    if ProcessInfo.processInfo.environment["UPDATE_README"] != nil {
      try (text[..<start] + table + text[stop...]).write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(
        text[start..<stop] == table[...],
        "README.md is not up to date; mend it with: UPDATE_README=1 swift test --disable-xctest --no-parallel --filter ReadmeTests"
      )
    }
  }

  /// The stages as a table of Markdown, in the order of the list.
  static func table(_ language: Language) -> String {
    let head = language == .vi ? "| công đoạn | mô-đun | việc |" : "| stage | module | what it does |"
    return allStages.map(AnyStage.init).reduce("\(head)\n| --- | --- | --- |\n") {
      $0
        + "| `\($1.type.name)` | [\($1.module)](plugins/\($1.module)/README.md) | \($1.type.summary(language)) |\n"
    }
  }
}
