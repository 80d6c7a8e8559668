public import Diagnostics
public import StageKit

/// Which way a measure is to go.
public enum Direction: String, OptionValue, CaseIterable {
  /// It is to fall: a cut.
  case down
  /// It is to rise.
  case up

  /// The other way.
  var opposite: Direction {
    switch self {
    case .down: .up
    case .up: .down
    }
  }
  /// The verb for it.
  public var verb: Phrase {
    switch self {
    case .down: Phrase(vi: "giảm", en: "cut by")
    case .up: Phrase(vi: "tăng", en: "raise by")
    }
  }
}
