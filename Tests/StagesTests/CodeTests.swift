import Commands
import Diagnostics
import Foundation
import StageKit
import Stages
import Testing

/// Every code that the program can show is explained in both languages, and no other is.
@Suite struct CodeTests {
  static let explanations = builtInExplanations + allStages.flatMap { $0.explanations }

  @Test func `every code of the sources is explained`() throws {
    let known = Set(Self.explanations.map(\.code))
    for (code, place) in try codes().sorted(by: { $0.key < $1.key }) where !known.contains(code) {
      Issue.record("\(place): '\(code)' has no Explanation; add it to the Words.swift of its module")
    }
  }
  @Test func `every explained code is used`() throws {
    let text = try sources().filter { !$0.path.hasSuffix("Words.swift") }.map(\.text).joined()
    for code in Set(Self.explanations.map(\.code)).sorted() where !text.contains("\"\(code)\"") {
      Issue.record("'\(code)' is explained and nowhere used")
    }
  }
  @Test(arguments: Set(explanations).sorted { $0.code < $1.code })
  func `the words are there in both languages`(_ explanation: Explanation) {
    #expect(explanation.code.wholeMatch(of: /[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    for phrase in [explanation.meaning, explanation.remedy] {
      #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty && phrase.vi != phrase.en)
      #expect(phrase.vi == phrase.vi.precomposedStringWithCanonicalMapping)
    }
  }
  @Test func `a code is explained in one way`() {
    let byCode = Dictionary(grouping: Set(Self.explanations), by: \.code)
    for (code, all) in byCode { #expect(all.count == 1, "'\(code)' is explained in several ways") }
  }
  @Test func `the README of a module tells every code of its own`() throws {
    var own: [String: Set<String>] = [:]
    for stage in allStages {
      own[AnyStage(type: stage).module, default: []].formUnion(stage.explanations.map(\.code))
    }
    for (module, explained) in own.sorted(by: { $0.key < $1.key }) {
      let here = try sources().filter { $0.path.hasPrefix("plugins/\(module)/") }.map(\.text).joined()
      let file = StageContractTests.root.appending(path: "plugins/\(module)/README.md")
      let readme = try String(contentsOf: file, encoding: .utf8)
      // Mistakes of `plan.…` are of all stages alike.
      for code in Set(Self.codes(in: here)).intersection(explained).sorted()
      where !code.hasPrefix("plan.") && !readme.contains("`\(code)`") {
        Issue.record("plugins/\(module)/README.md does not tell '\(code)'")
      }
    }
  }
  @Test func `a code is found in each of its forms`() {
    let text = """
      Diagnostic("a.one", x); Diagnostic(
        "a.two"); findings.add("b.one", row: 1); Notice(
        "c.one-more", y); Diagnostic(isOdd ? "d.odd" : "d.even", z)
      """
    #expect(Self.codes(in: text) == ["a.one", "a.two", "b.one", "c.one-more", "d.odd", "d.even"])
  }

  /// The codes a text uses, in order.
  static func codes(in text: String) -> [String] {
    let form =
      /(?:Diagnostic|\.add|Notice|Finding)\(\s*(?:code: )?(?:[^"(){}]*\?\s*)?"([a-z]+\.[a-z0-9-]+)"(?:\s*:\s*"([a-z]+\.[a-z0-9-]+)")?/
    return text.matches(of: form).flatMap { [String($0.1)] + ($0.2.map { [String($0)] } ?? []) }
  }
  private func codes() throws -> [String: String] {
    var found: [String: String] = [:]
    for source in try sources() {
      for code in Self.codes(in: source.text) where found[code] == nil { found[code] = source.path }
    }
    return found
  }
  private func sources() throws -> [(path: String, text: String)] {
    try ["Sources", "plugins"].flatMap { folder in
      let place = StageContractTests.root.appending(path: folder).resolvingSymlinksInPath()
      let walk = try #require(FileManager.default.enumerator(atPath: place.path))
      return try walk.compactMap { $0 as? String }.filter {
        $0.hasSuffix(".swift") && !$0.contains("/Tests/") && !$0.hasPrefix("StageTestKit/")
      }.sorted().map {
        ("\(folder)/\($0)", try String(contentsOf: place.appending(path: $0), encoding: .utf8))
      }
    }
  }
}
