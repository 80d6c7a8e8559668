import Diagnostics
import StageKit
import Synchronization
import Tables

/// One run: what steps have given so far.
final class Run: Sendable {
  let runner: Runner
  let files: ProjectFiles
  let share: (index: Int, count: Int)
  /// Whether it makes a part of what another run will join, which alone can judge the whole.
  private let isPart: Bool
  let record: ReadRecord
  let rejected = Mutex<RejectedRows>(RejectedRows())
  private let noted = Mutex(Findings())
  private let values = Mutex<[Int: [String: any Flow]]>([:])
  /// The functions of batch and keyed steps that are ready to run.
  let functions = Mutex<[Int: BatchWork.Function]>([:])
  /// What became of steps that have run with another.
  let outcomes = Mutex<[Int: Result<Void, StageError>]>([:])
  /// The sources that have been read to their end.
  let wholeSources = Mutex<Set<String>>([])
  /// Where the sinks write; `nil` when none of them is to run.
  let publication = Mutex<Publication?>(nil)
  /// What public files are looked through for.
  let publicTexts: PublicTexts

  init(_ runner: Runner, _ record: ReadRecord = ReadRecord(), share: (Int, Int)? = nil) {
    (self.runner, self.record, self.share) = (runner, record, share ?? (0, 1))
    isPart = share != nil
    files = record.watching(runner.files)
    publicTexts = PublicTexts(runner.pipeline)
  }
  var pipeline: CheckedPipeline { runner.pipeline }
  var findings: Findings { noted.withLock { $0 } }

  /// What the ledger keeps of this run: the entries of everything recorded, in the order of the steps.
  var ledgerEntry: [UInt8] {
    let all = recorded
    return all.flatMap { $0.ledgerEntry(beside: all) }
  }
  private var recorded: [any Recorded] {
    values.withLock { values in
      values.sorted { $0.key < $1.key }.flatMap { _, outputs in
        outputs.sorted { $0.key < $1.key }.compactMap { $0.value as? any Recorded }
      }
    }
  }

  /// Has the edition looked at by what was recorded, before it is published.
  ///
  /// - Throws: Why it may not be; the office is told what there is to tell.
  func review(
    _ entry: [UInt8], _ scratch: Scratch, warn: (Diagnostics) -> Void
  ) throws(StageError) {
    for type in recorded.map({ type(of: $0) }) {
      guard let review = try type.review(entry, of: pipeline.info) else { continue }
      warn(review.warnings)
      for file in review.files { try scratch.append("office/\(file.path)", file.bytes) }
      if let refusal = review.refusal { throw refusal }
      return
    }
  }

  /// Runs a step; streams run when somebody takes their rows.
  ///
  /// - Throws: `StageError` of the step, or that there were no rows where some were expected.
  func finish(_ index: Int) async throws(StageError) -> StepReport {
    let step = pipeline.steps[index]
    let clock = Stopwatch()
    switch step.work {
    case .source, .batch, .keyed: break
    case .reduce, .table: _ = try await outputs(index)
    case .sink: try await finishSink(index)
    }
    let found = findings.steps[step.id]
    try expectRows(index)
    return StepReport(step, found, seconds: clock.seconds)
  }

  /// Zero rows where rows were expected is an error unless the step says otherwise.
  ///
  /// The streams that led to the step are looked at first, from the source on: only now are their rows known.
  private func expectRows(_ index: Int) throws(StageError) {
    let step = pipeline.steps[index]
    for case .step(let before, _, _) in step.inputs.sorted(by: { $0.key < $1.key }).flatMap(\.value)
    where pipeline.steps[before].isStream {
      try expectRows(before)
    }
    let wanted = step.minRows ?? (step.isStream ? 1 : 0)
    guard let rows = rowCount(index), rows < wanted else { return }
    throw StageError(
      Phrase(
        vi: "bước '\(step.id)' cho \(rows) dòng, cần ít nhất \(wanted)",
        en: "step '\(step.id)' gave \(rows) rows, and at least \(wanted) are expected"),
      hint: .fewRows(rows), cause: .data)
  }
  /// How many rows a step has given, the fewest if it gives several tables; `nil` when it has given none yet.
  private func rowCount(_ index: Int) -> Int? {
    let step = pipeline.steps[index]
    if step.isStream { return findings.steps[step.id]?.rowsOut }
    return (given(index) ?? [:]).values.compactMap { ($0 as? any TableFlow)?.table.rows.count }.min()
  }

  /// What a step has given so far; `nil` when it has not run, or its rows have only passed through.
  func given(_ index: Int) -> [String: any Flow]? { values.withLock { $0[index] } }
  func keep(_ outputs: [String: any Flow], of index: Int) { values.withLock { $0[index] = outputs } }
  func keep(_ state: any ReduceState, _ index: Int) throws(StageError) {
    let step = pipeline.steps[index]
    var found = Findings()
    found.enter(step.id)
    let rows = state.finish(&found)
    try note(found)
    if let column = ConstantColumns(step.schema).broken(by: rows) {
      throw .notConstant(column, step: step.id)
    }
    keep(["table": Table(step.schema ?? Schema(), rows)], of: index)
  }
  /// Notes what steps found, once for each step: a stream that is taken twice runs twice.
  func note(_ found: Findings) throws(StageError) {
    var found = found
    var log = newLog()
    try log.add(found.takeRejections())
    try commit(found, log)
  }
  /// Notes what was found, and which rows were rejected, by steps of which nothing was known.
  func commit(_ found: Findings, _ log: RejectLog) throws(StageError) {
    let news = noted.withLock { known in
      let news = Set(found.steps.keys).subtracting(known.steps.keys)
      for step in news { known.steps[step] = found.steps[step] }
      for (file, form) in found.forms { known.describe(file, form) }
      return news
    }
    try add(log, of: news)
    try judge(news)
    beginRejected()
  }
  /// Asks the gates of steps whose rows have all gone through; what they find is told first.
  private func judge(_ news: Set<String>) throws(StageError) {
    guard !isPart else { return }
    var failure: StageError?
    for step in pipeline.steps where news.contains(step.id) {
      guard step.gate != nil || step.maxRejected != nil, let done = findings.steps[step.id] else { continue }
      var found = Findings()
      found.enter(step.id)
      do throws(StageError) {
        try step.gate?.judge(done, &found)
        try step.maxRejected?.judge(done, of: step.id)
      } catch { failure = failure ?? error }
      if let first = found.steps[step.id] {
        noted.withLock { known in
          var all = first
          all.merge(known.steps[step.id] ?? StepFindings())
          known.steps[step.id] = all
        }
      }
    }
    if let failure { throw failure }
  }
}

extension Phrase {
  /// Where to see why a step gave so few rows; that none may be right is said only when there are none.
  fileprivate static func fewRows(_ rows: Int) -> Phrase {
    let counts = Phrase(
      vi: "office/run.json ghi mỗi bước nhận, giữ và loại bao nhiêu dòng",
      en: "office/run.json has how many rows each step was given, kept and rejected")
    guard rows == 0 else { return counts }
    return Phrase(
      vi: counts.vi + "; nếu không có dòng nào cũng đúng, ghi expect: { min_rows: 0 }",
      en: counts.en + "; if no rows are right, write `expect: { min_rows: 0 }`")
  }
}

extension StageError {
  static func gaveNothing(_ step: String, _ port: String) -> StageError {
    StageError(Phrase(vi: "bước '\(step)' không cho '\(port)'", en: "step '\(step)' gave no '\(port)'"))
  }
}
