import Diagnostics
import Foundation
import Testing

@testable import Commands

/// Everything that `explain` can be asked of the engine itself.
@Suite struct ExplainAllTests {
  static let codes = builtInExplanations.map(\.code)

  @Test func `no code is explained twice`() {
    #expect(Set(Self.codes).count == Self.codes.count && Self.codes.count > 60)
  }
  @Test(arguments: codes) func `a code has words in both languages, in sentences, and as JSON`(_ code: String)
    async throws
  {
    var words: [String] = []
    for language in ["vi", "en"] {
      let found = await outcome("explain \(code) --lang \(language)")
      #expect(found.status == 0 && found.err.isEmpty)
      let lines = found.out.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first.map(String.init) == code && lines.count > 3)
      let text = lines.dropFirst().joined(separator: " ").trimmingCharacters(in: .whitespaces)
      #expect(text.hasSuffix(".") || text.hasSuffix(")") || text.hasSuffix("`"), "\(text.suffix(20))")
      #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
      words.append(text)
    }
    #expect(words[0] != words[1])
    let json = await outcome("explain \(code) --format json --lang en")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    #expect(object["code"] as? String == code && json.out.split(separator: "\n").count == 1)
  }
  @Test(arguments: codes.enumerated().filter { $0.offset % 7 == 0 }.map(\.element))
  func `a code with a letter left out is told with one that is near`(_ code: String) async {
    let slip = String(code.dropLast())
    guard !Self.codes.contains(slip) else { return }
    let found = await outcome("explain \(slip) --lang en")
    #expect(found.status == 64 && found.out.isEmpty)
    #expect(found.err.contains("did you mean '"), "\(found.err)")
  }
  @Test(arguments: ["words.count", "rows.keep", "text.make", "text.publish"])
  func `a stage is explained as JSON with the same names in both languages`(_ stage: String) async throws {
    let (vi, en) = (
      await outcome("explain \(stage) --format json --lang vi"),
      await outcome("explain \(stage) --format json --lang en")
    )
    let objects = try [vi, en].map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.out.utf8)) as? [String: Any])
    }
    #expect(objects[0]["name"] as? String == stage && Set(objects[0].keys) == Set(objects[1].keys))
  }
}
