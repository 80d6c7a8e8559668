import Diagnostics
import StageKit

/// A clause as it was written.
struct Quote {
  let clause: String
  let range: SourceRange?
  let checked: Checked
  let checkedRange: SourceRange?
  let isProvisional: Bool

  init(
    _ clause: String, _ range: SourceRange?, _ checked: Checked, _ checkedRange: SourceRange?,
    isProvisional: Bool
  ) {
    (self.clause, self.range, self.checked) = (clause, range, checked)
    (self.checkedRange, self.isProvisional) = (checkedRange, isProvisional)
  }
}
extension LineFields {
  func quote() -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: provisional)
  }
}
extension PointLineFields {
  func quote(_ isProvisional: Bool = false) -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: isProvisional)
  }
}
extension FormColumnFields {
  /// `nil` for a column that quotes nothing; a half of a quotation is told with the form.
  func quote() -> Quote? {
    guard let clause, let checked else { return nil }
    return Quote(clause, $clause, checked, $checked, isProvisional: provisional)
  }
}
extension IndicatorFields {
  func quote() -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: provisional)
  }
}
extension ConditionFields {
  func quote() -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: provisional)
  }
}
extension CutoffFields {
  func quote() -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: false)
  }
}
extension ScopeFields {
  func quote() -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: false)
  }
}
extension RuleFields {
  func quote(_ isProvisional: Bool = false) -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: isProvisional)
  }
}
extension PointFields {
  func quote() -> Quote {
    Quote(clause, $clause, checked, $checked, isProvisional: provisional)
  }
}
