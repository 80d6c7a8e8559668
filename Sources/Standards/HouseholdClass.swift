public import StageKit

/// The classes of households that decisions and tables speak of, from the poorest up.
public enum HouseholdClass: String, Sendable, Hashable, CaseIterable, OptionValue {
  /// Hộ nghèo.
  case poor
  /// Hộ cận nghèo.
  case nearPoor = "near_poor"
  /// Hộ có mức sống trung bình, by income alone; who is called so also applied for it.
  case average
  /// None of them.
  case neither = "none"
}
