import StageKit
import Synchronization
import Tables

/// What a run knows of rejected rows.
struct RejectedRows: Sendable {
  var log: RejectLog?
  var scratch: Scratch?
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

  /// Writes the rejected rows for the office.
  ///
  /// - Returns: The files of reasons, with the number of rows in each.
  func writeRejected() throws(StageError) -> [(path: String, rows: Int)] {
    guard let log = rejected.withLock({ $0.log }), let scratch = rejected.withLock({ $0.scratch }) else {
      return []
    }
    var quarantine = Quarantine(
      scratch, files: runner.files, inputs: record.all.map(\.path), forms: findings.forms,
      isGrouped: pipeline.quarantineColumn != nil)
    try log.forEach { (rejection) throws(StageError) in
      if Task.isCancelled { throw .cancelled }
      try quarantine.add(rejection)
    }
    try quarantine.finish()
    return quarantine.written.map { ($0.path, $0.rows) }
  }
}
