package import StageKit

/// Where a run leaves what it made: a folder on the disk, or memory in tests.
public struct Output: Sendable {
  let open: @Sendable (CheckedPipeline) throws(StageError) -> Publication
  package init(open: @escaping @Sendable (CheckedPipeline) throws(StageError) -> Publication) {
    self.open = open
  }
}

/// One run's output in the making.
///
/// Nobody sees any of it before `publish`.
package struct Publication: Sendable {
  /// The staging folder of one sink.
  package let staging: @Sendable (_ audience: Audience, _ step: String) -> Staging
  /// Puts everything in place in one step.
  package let publish: @Sendable (_ ledgerEntry: [UInt8], RunReport) throws(StageError) -> Void
  /// Leaves what is published as it was; the office's report says why.
  package let abandon: @Sendable (RunReport) -> Void
  package init(
    staging: @escaping @Sendable (Audience, String) -> Staging,
    publish: @escaping @Sendable ([UInt8], RunReport) throws(StageError) -> Void,
    abandon: @escaping @Sendable (RunReport) -> Void
  ) { (self.staging, self.publish, self.abandon) = (staging, publish, abandon) }
}
