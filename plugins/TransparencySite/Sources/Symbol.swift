import Figures

import struct Tables.FixedPoint

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
  /// What a figure asks for; `nil` for a plain number.
  ///
  /// A share of nobody does not apply, a figure that is not there is missing.
  init?(_ figure: Figure?) {
    guard let figure else {
      self = .missing
      return
    }
    if let own = Symbol(figure.status) {
      self = own
      return
    }
    switch figure.value {
    case nil: self = .missing
    case .ratio(_, let whole)? where whole == 0: self = .notApplicable
    case .ratio?, .printed?, .amount?: return nil
    }
  }
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
