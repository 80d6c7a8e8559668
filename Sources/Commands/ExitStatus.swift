/// How the process ends.
enum ExitStatus: Int32, Sendable, Comparable {
  /// All went well.
  case fine = 0
  /// The data failed a gate.
  case dataFailed = 1
  /// The pipeline, a plan, a standard or the theme is wrong.
  case pipelineWrong = 2
  /// The environment failed: a disk, a file that cannot be written.
  case environmentFailed = 3
  /// The command line is wrong.
  case commandLineWrong = 64

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
