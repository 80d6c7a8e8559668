import Diagnostics
import Foundation
import Plans
import Testing
import YAML

@testable import Disclosure

/// The words of verdicts on the console beside those on the pages.
@Suite struct VerdictWordTests {
  @Test(arguments: ["vi", "en"]) func `a verdict has one word on the console and on the pages`(
    _ language: String
  ) throws {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = "site/words.\(language).yaml"
    let bytes = try #require(FileManager.default.contents(atPath: folder.appending(path: file).path))
    let theme = try #require(try parseYAML(Array(bytes), file: file)["verdict"])
    for word in VerdictWord.allCases {
      let shown = language == "vi" ? word.words.vi : word.words.en
      #expect(theme[word.rawValue]?.scalar == shown, "\(word.rawValue)")
    }
  }
}
