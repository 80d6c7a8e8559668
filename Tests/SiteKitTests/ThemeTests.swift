import Diagnostics
import Foundation
import StageKit
import Testing

@testable import SiteKit

@Suite struct ThemeTests {
  private func theme(_ words: String = "a: b\nhello: Chào {name}") throws -> Theme {
    try Theme(sources: ["p": (Array("x".utf8), "p")], words: Wording(Array(words.utf8), file: "w.yaml"))
  }
  private func problems(
    _ theme: Theme, templates: [String] = ["p"], words: [String: [String]] = ["a": []]
  ) -> [String] {
    do throws(Diagnostics) {
      try theme.require(templates: templates, words: words)
      return []
    } catch { return error.all.map { $0.code.rawValue + ": " + $0.message.en } }
  }

  @Test func `a theme that has what is needed is right`() throws {
    let theme = try theme()
    #expect(problems(theme) == [])
    #expect(problems(theme, words: ["hello": ["name", "day"]]) == [])
  }
  @Test func `what is needed and missing is told at once`() throws {
    let theme = try theme()
    #expect(
      problems(theme, templates: ["p", "q"], words: ["b": [], "hello": ["nam"]]) == [
        "theme.missing-template: the theme has no templates/q.html",
        "theme.missing-word: w.yaml has no word 'b'",
        "theme.unknown-parameter: the word 'hello' in w.yaml has {name}, which the program does not give",
      ])
  }

  /// The words of the theme that the program brings.
  private static func committed(_ language: Language) throws -> Wording {
    let file = "site/words.\(language.rawValue).yaml"
    let place = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: file)
    return try Wording(Array(Data(contentsOf: place)), file: file)
  }
  @Test func `every word is there in both languages`() throws {
    let (vi, en) = (try Self.committed(.vi), try Self.committed(.en))
    #expect(Set(vi.keys).symmetricDifference(en.keys).sorted() == [])
    for key in vi.keys {
      #expect(
        Set(vi.parameters(of: key) ?? []) == Set(en.parameters(of: key) ?? []), "\(key): the same values")
      let text = vi(key) ?? ""
      #expect(text == text.precomposedStringWithCanonicalMapping)
    }
  }
}
