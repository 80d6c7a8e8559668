import Diagnostics
import StageKit
import Tables
import Testing

@Suite struct FindingsTests {
  private func word(_ number: Int) -> Phrase { Phrase(vi: "sai \(number)", en: "wrong \(number)") }

  @Test func `all are counted and the first thousand are kept`() {
    var findings = Findings(step: "a")
    for line in 0..<1500 {
      findings.add(line % 3 == 0 ? "x.third" : "x.other", file: "f", line: line, word(line))
    }
    let found = findings.steps["a"]
    #expect(found?.counts == ["x.third": 500, "x.other": 1000])
    #expect(found?.kept.count == StepFindings.limit && StepFindings.limit == 1000)
    #expect(found?.kept.map(\.line) == Array(0..<1000))
    #expect(found?.kept.last?.message == word(999))
  }
  @Test func `a message past the limit is not even made`() {
    var made = 0
    func counted() -> Phrase {
      made += 1
      return word(made)
    }
    var findings = Findings(step: "a")
    for line in 0..<1200 { findings.add("x.y", file: "f", line: line, counted()) }
    #expect(made == 1000)
  }
  @Test func `a finding of a row has the place where the row was read`() {
    let batch = Batch(
      [.int(Values([1, 2]))], count: 2, origin: Origin(file: "a.csv", firstLine: 5, offsets: [0, 7]))
    var findings = Findings(step: "a")
    findings.add("x.y", row: 1, of: batch, column: "n", word(1))
    #expect(
      findings.steps["a"]?.kept
        == [Finding(code: "x.y", message: word(1), file: "a.csv", line: 12, column: "n")])
  }
  @Test func `a row is rejected once, with every reason, and no reason is left out`() {
    let batch = Batch(
      [.text(texts(["xã", "", "A"]))], count: 3, origin: Origin(file: "a.csv", firstLine: 5))
    var findings = Findings()
    findings.enter("a", groupedBy: 0)
    findings.reject("x.y", row: 2, of: batch, column: "n", word(1))
    findings.reject("x.z", row: 2, of: batch, word(2))
    findings.reject("x.z", row: 0, of: batch, word(3))
    #expect(findings.rejectedCount == 2)
    findings.enter("a")
    for _ in 0..<1500 { findings.reject("x.y", row: 1, of: batch, word(4)) }
    let found = findings.steps["a"]
    #expect(found?.rowsRejected == 3 && found?.counts == ["x.y": 1501, "x.z": 2])
    #expect(found?.kept.count == StepFindings.limit)
    let all = findings.takeRejections()
    #expect(all.count == 1503 && findings.rejections.isEmpty)
    #expect(all[0].group == "A" && all[2].group == "xã" && all[3].group == nil)
    #expect(all[0].place.line == 7 && all[0].column == "n" && all[1].message == word(2))
  }
  @Test func `what is counted for the gate is summed place by place, whatever the order`() {
    let parts = [[1, 2, 3], [], [10], [0, -5, 0, 7], [100, 200]]
    for order in [parts, parts.reversed()] {
      var whole = Findings(step: "a")
      for part in order { whole.tally(part) }
      #expect(whole.steps["a"]?.tallies == [111, 197, 3, 7])
      var merged = Findings(step: "b")
      for part in order {
        var one = Findings(step: "a")
        one.tally(part)
        merged.merge(one)
      }
      #expect(merged.steps["a"]?.tallies == [111, 197, 3, 7] && merged.steps["b"] == nil)
    }
    #expect(Findings(step: "a").steps["a"]?.tallies == nil)
  }
  @Test func `a finding keeps the record where it is known`() {
    let places = [
      Origin.Place(file: "a.csv", line: 3, record: 2, bytes: 5..<9), Origin.Place(file: "b.csv", line: 4),
    ]
    let batch = Batch([.int(Values([1, 2]))], count: 2, origin: Origin(places))
    var findings = Findings(step: "a")
    findings.add("x.y", row: 0, of: batch, word(1))
    findings.add("x.y", row: 1, of: batch, word(2))
    findings.reject("x.z", at: places[0], word(3))
    findings.add("x.w", file: "a.csv", line: 9, word(4))
    #expect(findings.steps["a"]?.kept.map(\.record) == [2, nil, 2, nil])
  }
  @Test func `a record that is left out is counted, and not rejected`() {
    var findings = Findings(step: "a")
    findings.leaveOut("x.y", at: Origin.Place(file: "a.csv", line: 3, record: 3), word(1))
    let found = findings.steps["a"]
    #expect(found?.rowsDropped == 1 && found?.rowsRejected == 0 && found?.counts == ["x.y": 1])
    #expect(findings.rejections.isEmpty)
  }
  private func texts(_ words: [String]) -> Texts {
    words.reduce(into: Texts()) { $0.append(Array($1.utf8)) }
  }
  @Test func `findings are kept by step`() {
    var findings = Findings(step: "a")
    findings.add("x.y", file: "f", line: 1, word(1))
    findings.step = "b"
    findings.add("x.y", file: "f", line: 2, word(2))
    findings.count(in: 7, out: 5, of: "b")
    findings.count(in: 1, out: 0, of: "b")
    #expect(findings.steps["a"]?.kept.map(\.line) == [1] && findings.steps["b"]?.kept.map(\.line) == [2])
    #expect(findings.steps["b"]?.rowsIn == 8 && findings.steps["b"]?.rowsOut == 5)
  }
  @Test(arguments: [(0, 0), (3, 4), (999, 5), (1000, 1), (1000, 1000), (400, 900)])
  func `joined in order they are what one would have found`(_ first: Int, _ second: Int) {
    var (whole, a, b) = (Findings(step: "s"), Findings(step: "s"), Findings(step: "s"))
    for line in 0..<(first + second) {
      whole.add("x.y", file: "f", line: line, word(line))
      if line < first {
        a.add("x.y", file: "f", line: line, word(line))
      } else {
        b.add("x.y", file: "f", line: line, word(line))
      }
    }
    a.count(in: 2, out: 1, of: "s")
    b.count(in: 3, out: 3, of: "s")
    whole.count(in: 5, out: 4, of: "s")
    a.merge(b)
    #expect(a.steps == whole.steps)
  }

  @Test(
    arguments: [
      ("a\nbc\n", 0..<1, "a\n"), ("a\nbc\n", 2..<4, "bc\n"), ("a\r\nb", 0..<1, "a\r\n"),
      ("a\rb", 0..<1, "a\r"),
      ("a\r\nb", 3..<4, "b"), ("a\r", 0..<1, "a\r"), ("a\r\r\n", 0..<1, "a\r"),
    ] as [(String, Range<Int>, String)])
  func `a rejection keeps its record and the line end after it`(
    _ text: String, _ range: Range<Int>, _ kept: String
  ) {
    var findings = Findings(step: "s")
    let place = Origin.Place(file: "f", line: 1, bytes: range.lowerBound + 10..<range.upperBound + 10)
    for code in ["x", "y"] { findings.reject(code, at: place, Phrase(same: code)) }
    findings.reject("z", at: .init(file: "f", line: 1), Phrase(same: "z"))
    findings.reject("before", at: .init(file: "f", line: 1, bytes: 8..<11), Phrase(same: "z"))
    findings.reject(
      "behind", at: .init(file: "f", line: 1, bytes: 10..<11 + text.utf8.count), Phrase(same: "z"))
    #expect(findings.hasRejections)
    findings.keepOriginals(from: 10, Array(text.utf8))
    let taken = findings.takeRejections().map { $0.original.map { String(decoding: $0, as: UTF8.self) } }
    #expect(taken == [kept, kept, nil, nil, nil])
    #expect(!findings.hasRejections)
  }
}
