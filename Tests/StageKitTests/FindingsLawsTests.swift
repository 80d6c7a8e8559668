import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

/// What is found does not depend on how rows are cut into batches and dealt to workers.
@Suite struct FindingsLawsTests {
  private func word(_ number: Int) -> Phrase { Phrase(vi: "sai \(number)", en: "wrong \(number)") }
  private struct Note {
    let step: String
    let code: String
    let isRejected: Bool
  }
  private func notes(_ count: Int, _ random: inout SeededRandom) -> [Note] {
    (0..<count).map { _ in
      Note(
        step: random.one(["a", "b", "c"]), code: random.one(["x.one", "x.two"]),
        isRejected: random.next(below: 4) == 0)
    }
  }
  private func found(_ notes: [Note], _ rows: Range<Int>) -> Findings {
    var findings = Findings()
    for row in rows {
      let batch = Batch(
        [.int(Values([Int64(row)]))], count: 1, origin: Origin(file: "f.csv", firstLine: row + 2))
      findings.enter(notes[row].step)
      if notes[row].isRejected {
        findings.reject(notes[row].code, row: 0, of: batch, column: "n", word(row))
      } else {
        findings.add(notes[row].code, row: 0, of: batch, word(row))
      }
      findings.tally([row, 1])
      findings.count(in: 1, out: notes[row].isRejected ? 0 : 1, of: notes[row].step)
    }
    return findings
  }

  @Test(arguments: [0, 1, 7, 1200], [1, 3, 500]) func `batches joined in order are the whole`(
    _ count: Int, _ size: Int
  ) {
    var random = SeededRandom(UInt64(count + size))
    let notes = notes(count, &random)
    let whole = found(notes, 0..<count)
    var joined = Findings()
    for start in stride(from: 0, to: count, by: size) {
      joined.merge(found(notes, start..<min(start + size, count)))
    }
    for step in ["a", "b", "c"] {
      let (one, other) = (whole.steps[step], joined.steps[step])
      #expect(one?.kept == other?.kept && one?.counts == other?.counts && one?.tallies == other?.tallies)
      #expect(one?.rowsIn == other?.rowsIn && one?.rowsOut == other?.rowsOut)
      #expect(one?.rowsRejected == other?.rowsRejected)
    }
    #expect(whole.rejections == joined.rejections)
  }
  @Test(arguments: [1, 40, 1200]) func `the rows of each step add up`(_ count: Int) {
    var random = SeededRandom(UInt64(count))
    let notes = notes(count, &random)
    let findings = found(notes, 0..<count)
    #expect(findings.steps.values.reduce(0) { $0 + $1.rowsIn } == count)
    for (step, done) in findings.steps {
      let own = notes.filter { $0.step == step }
      #expect(done.rowsIn == own.count && done.rowsRejected == own.count { $0.isRejected })
      #expect(done.rowsIn == done.rowsOut + done.rowsRejected + done.rowsDropped)
      #expect(done.counts.values.reduce(0, +) == own.count)
      #expect(done.kept.count == min(own.count, StepFindings.limit))
    }
  }
  @Test func `joining with nothing changes nothing`() {
    var random = SeededRandom(3)
    let notes = notes(30, &random)
    let whole = found(notes, 0..<30)
    var (before, after) = (Findings(), whole)
    before.merge(whole)
    after.merge(Findings())
    #expect(before.steps == whole.steps && after.steps == whole.steps)
    #expect(before.rejections == whole.rejections && after.rejections == whole.rejections)
  }
  @Test func `rejections that are taken are forgotten, and what was counted is not`() {
    var random = SeededRandom(4)
    let notes = notes(50, &random)
    var findings = found(notes, 0..<50)
    let steps = findings.steps
    let taken = findings.takeRejections()
    #expect(taken.count == notes.count { $0.isRejected } && findings.takeRejections().isEmpty)
    #expect(findings.steps == steps)
    #expect(taken.map(\.place.line) == taken.map(\.place.line).sorted())
    #expect(taken.allSatisfy { $0.column == "n" && $0.place.file == "f.csv" })
  }
}
