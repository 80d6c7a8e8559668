/// Judges what a batch or keyed step has done with all its rows, once the last has gone through.
///
/// It is asked once a run, in the order of the steps, whether or not steps share a reading. What it finds stands before what
/// the step found. When it throws, with the cause `data` of a `StageError`, nothing is published, and the office is told all
/// the same which rows were rejected and why.
public struct Gate: Sendable {
  package let judge: @Sendable (StepFindings, inout Findings) throws(StageError) -> Void
  /// A gate.
  ///
  /// - Parameter judge: Is given the balance of the step, what it found, and what it has counted by `Findings.tally`; it may
  ///   add findings, but reject no row.
  public init(_ judge: @escaping @Sendable (StepFindings, inout Findings) throws(StageError) -> Void) {
    self.judge = judge
  }
}
