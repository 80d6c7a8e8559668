import Figures

/// A letter in brackets that stands for a number that is not there, or says what kind of number it is.
enum Symbol: String, CaseIterable {
  case missing = "x"
  case withheld = "c"
  case notApplicable = "z"
  case provisional = "p"
  case revised = "r"
  case estimate = "e"
  case seriesBreak = "b"

  /// As it is printed: `[x]`.
  var mark: String { "[\(rawValue)]" }
  /// What a status asks for; `nil` for a plain value.
  init?(_ status: Figure.Status) {
    switch status {
    case .value: return nil
    case .withheld: self = .withheld
    case .notReported: self = .missing
    case .notApplicable: self = .notApplicable
    case .provisional: self = .provisional
    case .revised: self = .revised
    case .estimate: self = .estimate
    }
  }
}
