package import Diagnostics
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
  /// Files that are written bit by bit.
  package let scratch: Scratch
  /// Puts everything in place in one step.
  ///
  /// It gives what is odd in what was there before.
  package let publish: @Sendable (_ ledgerEntry: [UInt8], RunReport) throws(StageError) -> Diagnostics
  /// Leaves what is published as it was; the office's report says why.
  ///
  /// It gives what is odd in what was there before.
  package let abandon: @Sendable (RunReport) -> Diagnostics
  package init(
    staging: @escaping @Sendable (Audience, String) -> Staging,
    scratch: Scratch,
    publish: @escaping @Sendable ([UInt8], RunReport) throws(StageError) -> Diagnostics,
    abandon: @escaping @Sendable (RunReport) -> Diagnostics
  ) {
    (self.staging, self.scratch) = (staging, scratch)
    (self.publish, self.abandon) = (publish, abandon)
  }
}

/// Files of the office's part of an output, and files that are gone when the run ends.
package struct Scratch: Sendable {
  /// Adds bytes to the end of a file: `office/…`, published with the run, or `spill/…`, for the run alone.
  package let append: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StageError) -> Void
  /// Some bytes of a file.
  package let part: @Sendable (_ path: String, _ offset: Int, _ count: Int) throws(StageError) -> [UInt8]
  /// Removes a file or folder.
  package let remove: @Sendable (_ path: String) -> Void
  package init(
    append: @escaping @Sendable (String, [UInt8]) throws(StageError) -> Void,
    part: @escaping @Sendable (String, Int, Int) throws(StageError) -> [UInt8],
    remove: @escaping @Sendable (String) -> Void
  ) { (self.append, self.part, self.remove) = (append, part, remove) }
}
