import StageKit

/// Tells of steps that have ended in their order, each when what it did is known.
///
/// Streams run when somebody takes their rows, and so end before that is known.
struct EndedSteps {
  private var waiting: [StepReport] = []
  private let tell: @Sendable (Runner.Progress) -> Void

  init(tell: @escaping @Sendable (Runner.Progress) -> Void) { self.tell = tell }

  /// A step has ended; what steps have found so far may tell of those that wait.
  mutating func add(_ step: StepReport, _ findings: Findings) {
    waiting.append(step)
    tellKnown(findings)
  }
  /// Tells of the steps that are known by now.
  mutating func tellKnown(_ findings: Findings) {
    var unknown: [StepReport] = []
    for step in waiting {
      let found = findings.steps[step.id]
      if step.isStream, found == nil {
        unknown.append(step)
      } else {
        tell(.ended(step.knowing(found)))
      }
    }
    waiting = unknown
  }
  /// Tells of the streams that nobody has taken from.
  mutating func finish() {
    for step in waiting { tell(.ended(step)) }
    waiting = []
  }
}
