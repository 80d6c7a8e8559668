import StageKit
import Synchronization
import Tables

/// What a run knows of rejected rows.
struct RejectedRows: Sendable {
  var log: RejectLog?
  var scratch: Scratch?
  /// The writing of the rows, once all that may be rejected has been.
  var writing: Task<Result<[Quarantine.Written], StageError>, Never>?
  /// Numbers for the files that are put aside.
  let numbers = ChunkNumbers()
}

/// Numbers that no two files of a run share.
final class ChunkNumbers: Sendable {
  private let last = Mutex(0)
  func next() -> Int {
    last.withLock { last in
      last += 1
      return last
    }
  }
}

// The rows that steps reject.
extension Run {
  /// Lets what does not fit into the memory be put aside.
  func open(_ publication: Publication) {
    self.publication.withLock { $0 = publication }
    rejected.withLock { $0.scratch = publication.scratch }
  }
  /// A log for one pass; it holds half of what may be held, the run the other half.
  func newLog() -> RejectLog {
    let places = Dictionary(zip(pipeline.steps.map(\.id), 0...)) { first, _ in first }
    let (scratch, numbers) = rejected.withLock { ($0.scratch, $0.numbers) }
    return RejectLog(
      limit: runner.rejectionsHeld / 2, places: places, scratch: scratch, numbers: numbers)
  }
  func add(_ log: RejectLog, of steps: Set<String>) throws(StageError) {
    // Nothing to add; and once every step is known, another may be reading the log.
    guard !steps.isEmpty else { return }
    // Taken out while it works, for writing may take long.
    var all = rejected.withLock { $0.log.take() } ?? newLog()
    try all.take(log, of: steps)
    rejected.withLock { $0.log = all }
  }
  /// All rejections, in the order of files and records; for partial runs.
  var rejections: [Rejection] {
    get throws(StageError) {
      var all: [Rejection] = []
      try rejected.withLock { $0.log }?.forEach { (rejection) throws(StageError) in all.append(rejection) }
      return all
    }
  }
  /// Goes on from what was found elsewhere.
  func start(with findings: Findings, _ rejections: [Rejection]) throws(StageError) {
    var log = newLog()
    try log.add(rejections)
    try commit(findings, log)
  }

  /// Begins to write the rejected rows beside the steps that are left, once every stream has been through to its end.
  func beginRejected() {
    guard pipeline.steps.allSatisfy({ !$0.isStream || findings.steps[$0.id] != nil }) else { return }
    rejected.withLock { rows in
      guard rows.scratch != nil, rows.log != nil, rows.writing == nil else { return }
      rows.writing = Task {
        do throws(StageError) { return .success(try self.quarantined()) } catch { return .failure(error) }
      }
    }
  }
  /// Writes the rejected rows for the office, or waits for who does.
  ///
  /// - Returns: The files of reasons, with the number of rows in each.
  func writeRejected() async throws(StageError) -> [(path: String, rows: Int)] {
    let written: [Quarantine.Written]
    if let writing = rejected.withLock({ $0.writing }) {
      written = try await writing.value.get()
    } else {
      written = try quarantined()
    }
    return written.map { ($0.path, $0.rows) }
  }
  /// Stops the writing, and forgets what it has done; the files are left to the caller.
  func endWriting() async {
    guard let writing = rejected.withLock({ $0.writing }) else { return }
    writing.cancel()
    _ = await writing.value
    rejected.withLock { $0.writing = nil }
  }
  private func quarantined() throws(StageError) -> [Quarantine.Written] {
    guard let log = rejected.withLock({ $0.log }), let scratch = rejected.withLock({ $0.scratch }) else {
      return []
    }
    var quarantine = Quarantine(
      scratch, files: runner.files, inputs: findings.forms.keys.sorted(), forms: findings.forms,
      isGrouped: pipeline.quarantineColumn != nil)
    try log.forEach { (rejection) throws(StageError) in
      if Task.isCancelled { throw .cancelled }
      try quarantine.add(rejection)
    }
    try quarantine.finish()
    return quarantine.written
  }
}
