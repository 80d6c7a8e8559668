/// A pattern as it was written, down to bytes.
indirect enum PatternTree: Sendable {
  /// One byte of some.
  case bytes(ByteSet)
  /// One after another; nothing when there are none.
  case sequence([PatternTree])
  /// One of several.
  case either([PatternTree])
  /// So many times at least, and at most if that is said.
  case repeated(PatternTree, Int, Int?)
}

/// What is wrong with a pattern.
struct PatternProblem: Error {
  let vi: String
  let en: String
}
