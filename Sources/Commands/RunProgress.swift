import Diagnostics
import Pipelines
import StageKit
import Synchronization

/// Tells of a run while it goes on: a line for each step of which is known what it did, and a bar on a terminal after a
/// second.
final class RunProgress: Sendable {
  private let reporter: Reporter
  private let names: [String]
  private let width: Int
  private let start: ContinuousClock.Instant
  private let state = Mutex(State())

  private struct State {
    var running: String?
    var done = 0
    /// Whether a bar stands on the line.
    var isDrawn = false
  }

  init(_ reporter: Reporter, steps: [String]) {
    (self.reporter, names) = (reporter, steps)
    start = reporter.context.console.now()
    width = (steps.map(\.count).max() ?? 0)
  }

  /// Notes that a step has begun or ended.
  func note(_ event: Runner.Progress) {
    switch event {
    case .began(let step): state.withLock { ($0.running, $0.done) = (names[step], step) }
    case .ended(let step):
      state.withLock {
        erase(&$0)
        reporter.say(line(step), json: step.line)
      }
    }
  }

  /// Does a piece of work, with a bar on the terminal while it takes more than a second.
  func whileShown<Result: Sendable>(_ work: @Sendable () async -> Result) async -> Result {
    guard reporter.context.console.terminalWidth != nil, !reporter.common.quiet else { return await work() }
    let ticker = Task {
      // Cancelling ends the sleep with an error, which is how the bar learns that the work is done.
      while (try? await Task.sleep(for: .milliseconds(200))) != nil { self.draw() }
    }
    let result = await work()
    ticker.cancel()
    await ticker.value
    state.withLock { erase(&$0) }
    return result
  }

  private func draw() {
    let elapsed = reporter.context.console.now() - start
    guard elapsed > .seconds(1), let width = reporter.context.console.terminalWidth else { return }
    state.withLock { state in
      guard let running = state.running else { return }
      let cells = 24
      let full = cells * state.done / max(1, names.count)
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
      let text = "\(bar) \(state.done)/\(names.count) \(running) \(elapsed.components.seconds) s"
      reporter.context.console.err("\r\u{1B}[K" + String(text.prefix(max(1, width - 1))))
      state.isDrawn = true
    }
  }
  private func erase(_ state: inout State) {
    guard state.isDrawn else { return }
    reporter.context.console.err("\r\u{1B}[K")
    state.isDrawn = false
  }

  private func line(_ step: StepReport) -> Phrase {
    let name = step.id + String(repeating: " ", count: max(0, width - step.id.count))
    let parts = [Phrase(same: "\(name)  \(step.use)")] + step.parts
    return Phrase(
      vi: parts.map(\.vi).joined(separator: " · "), en: parts.map(\.en).joined(separator: " · "))
  }
}

extension StepReport {
  private var foundCount: Int { counts.reduce(0) { $0 + $1.count } }
  private var thousandths: Int { Int((seconds * 1000).rounded()) }

  /// What it did, in words: rows, findings, time.
  fileprivate var parts: [Phrase] {
    var parts: [Phrase] = []
    if let rowsIn, let rowsOut {
      let out = Phrase.rows(rowsOut)
      parts.append(
        Phrase(vi: "\(rowsIn.grouped(.vi)) → \(out.vi)", en: "\(rowsIn.grouped(.en)) → \(out.en)"))
    }
    if let count = rowsRejected, count > 0 {
      parts.append(Phrase(vi: "loại \(count.grouped(.vi))", en: "\(count.grouped(.en)) rejected"))
    }
    if let count = rowsDropped, count > 0 {
      parts.append(Phrase(vi: "bỏ qua \(count.grouped(.vi))", en: "\(count.grouped(.en)) left out"))
    }
    if foundCount > 0 { parts.append(.findings(foundCount)) }
    // A stream takes its time in the step that asks for its rows.
    if !isStream { parts.append(Phrase(same: "\(thousandths) ms")) }
    return parts
  }

  /// The step as one JSON value.
  fileprivate var line: JSON {
    var json: JSON = ["step": .string(id), "use": .string(use), "kind": .string(kind)]
    json["rows_in"] = rowsIn.map { .integer($0) }
    json["rows_out"] = rowsOut.map { .integer($0) }
    json["rows_rejected"] = rowsRejected.map { .integer($0) }
    json["rows_dropped"] = rowsDropped.map { .integer($0) }
    json["findings"] = .integer(foundCount)
    json["codes"] = .object(counts.map { ($0.code, .integer($0.count)) })
    json["milliseconds"] = .integer(thousandths)
    return json
  }
}
