import Diagnostics
import Figures
import Units

/// What a rule on figures finds wrong at one place.
struct FigureFault {
  let place: FigurePlace
  /// The figures that it rests on, of which the first says where it was read.
  let figures: [Figure]
  /// What was found; the rule's own message stands before it.
  let found: Phrase
  /// What is said where the rule has no message of its own.
  let what: Phrase
}

/// What a rule has found in all figures.
struct FigureOutcome {
  var faults: [FigureFault] = []
  /// How many places it could look at.
  var seen = 0
  /// The places where a number that it needs is missing, with the names of such numbers.
  var missing: [(place: FigurePlace, names: [String])] = []
  /// The places where there is nobody to divide by, with the name of the number that is 0.
  var zeros: [(place: FigurePlace, name: String)] = []
  /// The places where what is worked out does not fit in 64 bits, with the names of the numbers that it is made of.
  var overflows: [(place: FigurePlace, names: [String])] = []
  /// The places of which so many are alike that nothing measures how far another is from them.
  var alike: [FigurePlace] = []
  /// The places whose year before cannot be compared.
  var breaks: [(place: FigurePlace, why: SeriesBreak)] = []

  /// Takes what the same rule has found of other figures.
  mutating func add(_ other: FigureOutcome) {
    faults += other.faults
    seen += other.seen
    missing += other.missing
    zeros += other.zeros
    overflows += other.overflows
    alike += other.alike
    breaks += other.breaks
  }
  /// Whether nothing was found that the rule asks for.
  var isIdle: Bool {
    seen == 0 && missing.isEmpty && zeros.isEmpty && overflows.isEmpty && alike.isEmpty && breaks.isEmpty
  }
}

/// One thing that a rule asks of figures.
protocol FigureCheck: Sendable {
  func judge(_ all: CheckedFigures) -> FigureOutcome
}

/// One rule on figures, made ready.
struct FigureRule: Sendable {
  let id: String
  let severity: Severity
  let place: SourceRange?
  let legal: Phrase?
  let message: Phrase?
  let remedy: Phrase?
  let check: any FigureCheck
}
