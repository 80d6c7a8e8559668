import Diagnostics
import StageTestKit
import Testing

/// The order in which things are told, whatever the order in which they were found.
@Suite struct OrderTests {
  /// A thing at a random place, or at none.
  private func one(_ random: inout SeededRandom) -> Diagnostic {
    let place =
      random.next(below: 6) == 0
      ? nil
      : range(
        random.one(["", "a", "b", "b/c", "ộ"]), 1 + random.next(below: 12),
        1 + random.next(below: 12))
    let severity: [Diagnostic.Severity] = [.error, .warning, .finding, .note]
    return Diagnostic(
      Diagnostic.Code(rawValue: random.one(["a.b", "c.d"])), Phrase(same: random.one(["x", "y"])),
      at: place,
      severity: severity[random.next(below: 4)])
  }
  private func key(_ one: Diagnostic) -> (String, Int, Int) {
    (one.range?.file ?? "", one.range?.start.line ?? 0, one.range?.start.column ?? 0)
  }
  private func list(_ all: [Diagnostic]) -> Diagnostics {
    var list = Diagnostics()
    for one in all { list.add(one) }
    return list
  }

  @Test(arguments: 0..<8) func `what is told is in the order of files and places, each once`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<50 {
      let all = (0..<random.next(below: 40)).map { _ in one(&random) }
      let sorted = list(all).sorted()
      #expect(Set(sorted.all) == Set(all) && sorted.all.count == Set(all).count)
      #expect(zip(sorted.all, sorted.all.dropFirst()).allSatisfy { key($0) <= key($1) })
      #expect(sorted.sorted() == sorted)
      // Of those at one place, the order in which they were found stays.
      for (index, a) in sorted.all.enumerated() {
        for b in sorted.all[(index + 1)...] where key(a) == key(b) {
          #expect((all.firstIndex(of: a) ?? 0) < (all.firstIndex(of: b) ?? 0))
        }
      }
    }
  }
  @Test(arguments: 0..<4) func `only errors are thrown, with everything beside them`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 20)
    for _ in 0..<100 {
      let all = list((0..<random.next(below: 5)).map { _ in one(&random) })
      #expect(all.hasErrors == all.all.contains { $0.severity == .error })
      do throws(Diagnostics) {
        try list(all.all).throwIfAny()
        #expect(!all.hasErrors)
      } catch { #expect(all.hasErrors && error == all.sorted()) }
    }
  }
  @Test func `lists are joined in the order added`() {
    var list = Diagnostics(sample(range("b", 1, 1)))
    list.add(Diagnostics(sample(range("a", 1, 1)), sample(nil)))
    list.add(sample(range("a", 1, 1)))
    #expect(list.all.map { $0.range?.file } == ["b", "a", nil, "a"])
    #expect(list.sorted().all.map { $0.range?.file } == [nil, "a", "b"])
  }
  @Test func `things that differ in anything are told both`() {
    let place = range("f", 1, 1)
    let other = Diagnostic.Note(Phrase(same: "n"), at: place)
    let all = [
      sample(place), sample(place, code: "other.code"), sample(place, hint: Phrase(same: "h")),
      sample(place, notes: [other]), sample(place, severity: .warning),
      sample(range("f", 1, 1, length: 2)),
    ]
    #expect(list(all + all).sorted().all == all)
  }
  @Test(arguments: [Language.vi, .en], [0, 1, 2, 5, 6, 7, 1000])
  func `the count line counts all, however few are shown`(
    _ language: Language, _ limit: Int
  ) {
    let all = list(
      (1...6).map {
        sample(range("f", $0, 1), severity: $0 == 6 ? .note : $0 > 3 ? .warning : .error)
      })
    let lines = renderer(nil, language, limit: limit).text(all).split(separator: "\n").map(
      String.init)
    #expect(
      lines.last
        == (language == .vi ? "3 lỗi, 2 cảnh báo, 1 ghi chú" : "3 errors, 2 warnings, 1 note"))
    #expect(lines.count { $0.hasPrefix("f:") } == min(limit, 6))
  }
  @Test(arguments: [(1, "1 error"), (2, "2 errors")]) func `one is not called many`(
    _ count: Int, _ words: String
  ) {
    let all = list((1...count).map { sample(range("f", $0, 1)) })
    #expect(renderer(nil, .en).text(all).hasSuffix("\n\(words)\n"))
  }
}
