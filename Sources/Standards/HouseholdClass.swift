public import Diagnostics
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

  /// Its place among the classes, by which columns of classes are counted.
  public var code: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }
  /// What people call it.
  public var phrase: Phrase {
    switch self {
    case .poor: Phrase(vi: "hộ nghèo", en: "poor")
    case .nearPoor: Phrase(vi: "hộ cận nghèo", en: "near-poor")
    case .average: Phrase(vi: "hộ có mức sống trung bình", en: "average living standard")
    case .neither: Phrase(vi: "không thuộc các loại trên", en: "none of them")
    }
  }
}
