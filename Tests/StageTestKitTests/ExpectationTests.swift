import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

/// The helpers for stage authors pass what is right, and record an issue for what is not.
@Suite struct ExpectationTests {
  struct Keep: BatchStage {
    static let name = "rows.keep"
    static let summary = Phrase(vi: "Giữ các dòng.", en: "Keeps rows.")
    struct Options: StageOptions { @Option(vi: "Số.", en: "Number.", limit: .atLeast(1)) var number: Int }
    init(_ options: Options) {}
    func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
      Planned(input) { batch, _ in batch }
    }
  }
  private let wrong = "option 'number': expected at least 1, found '0'"

  @Test func `options that are told of as expected pass`() {
    expectOptions(of: Keep.self, "number: 1", find: [])
    expectOptions(of: Keep.self, "number: 1️⃣0", find: [(1, wrong)])
    expectOptions(
      of: Keep.self, "1️⃣numbr: 1",
      find: [(1, "missing option 'number'"), (1, "unknown option 'numbr' — did you mean 'number'?")]
        .reversed())
  }
  @Test(arguments: [
    ("number: 1", [(1, "option 'number': expected at least 1, found '0'")]), ("number: 1️⃣0", []),
    ("1️⃣number: 0", [(1, "option 'number': expected at least 1, found '0'")]),
    ("number: 1️⃣0", [(1, "option 'number': expected at least 1")]),
    ("number: 1️⃣0", [(2, "option 'number': expected at least 1, found '0'")]),
    ("1️⃣numbr: 1\nnumber: 2", [(1, "unknown option 'numbr' — did you mean 'x'?")]),
  ]) func `options that are told of otherwise are an issue`(_ marked: String, _ expected: [(Int, String)]) {
    withKnownIssue { expectOptions(of: Keep.self, marked, find: expected) }
  }
  @Test func `a pipeline that is told of as expected passes, and otherwise is an issue`() {
    let text = "pipeline: t\nsteps:\n  - { use: 1️⃣rows.kep }"
    expectPlan(text, of: [Keep.self], find: [(1, "no stage 'rows.kep' — did you mean 'rows.keep'?")])
    expectPlan(text, of: [Keep.self], find: [(1, "no stage 'rows.kep'")])
    withKnownIssue { expectPlan(text, of: [Keep.self], find: []) }
  }
}

/// States that keep the law, and states that break it.
@Suite struct LawTests {
  /// Keeps something of the rows of one column.
  struct State: ReduceState {
    enum Fault: CaseIterable, Sendable { case none, firstRow, forgetsMerging, readsHalf, overwrites }
    let fault: Fault
    var value = 0 as Int64
    init(_ fault: Fault) { self.fault = fault }
    mutating func add(_ batch: Batch) {
      guard case .int(let cells) = batch.columns[0] else { return }
      if fault == .firstRow {
        if value == 0 { value = cells.values.first ?? 0 }
      } else {
        value += cells.values.reduce(0, +)
      }
    }
    mutating func merge(_ other: State) {
      if fault != .forgetsMerging, fault != .firstRow || value == 0 { value += other.value }
    }
    func write(to bytes: inout ByteWriter) { bytes.write(value) }
    mutating func read(from bytes: inout ByteReader) throws(StateError) {
      if fault == .readsHalf {
        value += Int64(try bytes.read(Int32.self))
      } else if fault == .overwrites {
        value = try bytes.read(Int64.self)
      } else {
        var other = self
        other.value = try bytes.read(Int64.self)
        merge(other)
      }
    }
    func finish(_ findings: inout Findings) -> Batch { Batch([.int(Values([value]))], count: 1) }
  }
  private let rows = Batch([.int(Values(Array(1...23)))], count: 23)

  @Test func `a sum keeps the law`() throws { try expectLaws(of: State(.none), over: rows) }
  @Test(arguments: State.Fault.allCases.filter { $0 != .none }) func `what depends on the cut does not`(
    fault: State.Fault
  ) {
    withKnownIssue { try expectLaws(of: State(fault), over: rows) }
  }
}
