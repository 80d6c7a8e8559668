import Diagnostics
public import StageKit
import Tables

extension Runner {
  /// Runs sources to reductions over one of `count` shares of the input; gives the states as bytes.
  public func partial(_ share: Int, of count: Int) async throws(StageError) -> [UInt8] {
    let run = Run(self, share: (share, count))
    var bytes = ByteWriter()
    bytes.write(pipeline.fingerprint)
    bytes.write(UInt64(share))
    bytes.write(UInt64(count))
    let states = try await run.fold(pipeline.emptyStates)
    for (_, state) in states.sorted(by: { $0.key < $1.key }) { state.write(to: &bytes) }
    run.findings.write(to: &bytes)
    let rejections = try run.rejections
    bytes.write(UInt64(rejections.count))
    for rejection in rejections { rejection.write(to: &bytes) }
    run.record.write(to: &bytes)
    return bytes.bytes
  }
  /// Joins the states that `partial` wrote, every share once, and runs the steps after them.
  ///
  /// - Returns: What was done; `failure` says why nothing was published, if so.
  /// - Throws: When a state cannot be read, was made by another pipeline, is missing or stands twice.
  public func merge(_ parts: [[UInt8]], into output: Output) async throws(StageError) -> RunReport {
    let run = Run(self)
    var states = pipeline.emptyStates
    var findings = Findings()
    var rejections: [Rejection] = []
    do throws(StateError) {
      for part in try pipeline.inOrder(parts) {
        let (found, rejected) = try pipeline.read(part, into: &states, run.record)
        findings.merge(found)
        rejections += rejected
      }
    } catch {
      throw StageError(
        Phrase(
          vi: "không đọc được trạng thái từng phần", en: "a partial state cannot be read: \(error.message)"))
    }
    return await execute(run, into: output) { () throws(StageError) in
      try run.start(with: findings, rejections)
      for (index, state) in states.sorted(by: { $0.key < $1.key }) { try run.keep(state, index) }
    }
  }
}

extension CheckedPipeline {
  /// The states of no rows that can be made in parts, by the places of their steps.
  fileprivate var emptyStates: [Int: any ReduceState] {
    var states: [Int: any ReduceState] = [:]
    for (index, step) in steps.enumerated() {
      if case .reduce(let empty) = step.work, isStreamed(index) { states[index] = empty }
    }
    return states
  }
  /// Whether a step is fed by a source through batch steps alone, so that its state can be made in parts.
  ///
  /// Keys are counted over all rows, and side tables are made of all rows, so that a part does not know them.
  func isStreamed(_ index: Int) -> Bool {
    switch steps[index].work {
    case .source: return true
    case .table, .sink, .keyed: return false
    case .batch, .reduce:
      guard steps[index].inputs.count == 1, steps[index].wanted.count == 1,
        case .step(let before, _, _)? = steps[index].inputs["table"]?.first, steps[before].isStream
      else { return false }
      return isStreamed(before)
    }
  }
  /// What follows the heads of the parts, in the order of their shares; a number would be wrong if one were missing.
  fileprivate func inOrder(_ parts: [[UInt8]]) throws(StateError) -> [ByteReader] {
    var byShare: [UInt64: ByteReader] = [:]
    for part in parts {
      var bytes = ByteReader(part)
      guard try Array(bytes.readBytes()) == fingerprint else {
        throw StateError("it was made by another pipeline")
      }
      let share = try bytes.read(UInt64.self)
      guard try bytes.read(UInt64.self) == parts.count else {
        throw StateError("it is one of another number of parts than \(parts.count)")
      }
      guard share < parts.count, byShare.updateValue(bytes, forKey: share) == nil else {
        throw StateError("part \(share) stands twice")
      }
    }
    guard !parts.isEmpty else { throw StateError("there is none") }
    return byShare.sorted { $0.key < $1.key }.map(\.value)
  }
  fileprivate func read(
    _ part: ByteReader, into states: inout [Int: any ReduceState], _ record: ReadRecord
  ) throws(StateError) -> (Findings, [Rejection]) {
    var bytes = part
    for index in states.keys.sorted() { try states[index]?.read(from: &bytes) }
    let findings = try Findings(from: &bytes)
    var rejections: [Rejection] = []
    for _ in 0..<(try bytes.read(UInt64.self)) { rejections.append(try Rejection(from: &bytes)) }
    try record.read(from: &bytes)
    guard bytes.isAtEnd else { throw StateError("it goes on after its end") }
    return (findings, rejections)
  }
}

extension ReadRecord {
  /// What was read is part of a partial state, so that the whole knows all its inputs.
  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.write(UInt64(all.count))
    for file in all {
      bytes.write(file.path.utf8)
      bytes.write(Int64(file.size))
      bytes.write(file.sha256.utf8)
    }
  }
  fileprivate func read(from bytes: inout ByteReader) throws(StateError) {
    for _ in 0..<(try bytes.read(UInt64.self)) {
      let path = String(decoding: try bytes.readBytes(), as: UTF8.self)
      let size = Int(try bytes.read(Int64.self))
      add(InputRecord(path: path, size: size, sha256: String(decoding: try bytes.readBytes(), as: UTF8.self)))
    }
  }
}
