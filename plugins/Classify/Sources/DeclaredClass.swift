import Diagnostics
public import StageKit
import Standards

/// A class as a file declares it: one that a standard has, or only that the household is not poor.
public enum DeclaredClass: String, OptionValue, CaseIterable, Sendable {
  /// Hộ nghèo.
  case poor
  /// Hộ cận nghèo.
  case nearPoor = "near_poor"
  /// Hộ có mức sống trung bình.
  case average
  /// None of them.
  case neither = "none"
  /// Neither poor nor near-poor, as lists of the review say it.
  case notPoor = "not_poor"

  /// Whether it says the same as a class that was worked out.
  ///
  /// Who has an average living standard is found on request alone, so that many who do are declared to be in no class; points
  /// do not tell them at all.
  func agrees(with found: HouseholdClass, byPoints: Bool) -> Bool {
    switch self {
    case .poor: found == .poor
    case .nearPoor: found == .nearPoor
    case .average: found == .average || byPoints && found == .neither
    case .neither, .notPoor: found == .average || found == .neither
    }
  }
  /// What people call it.
  var phrase: Phrase {
    switch self {
    case .poor: HouseholdClass.poor.phrase
    case .nearPoor: HouseholdClass.nearPoor.phrase
    case .average: HouseholdClass.average.phrase
    case .neither: HouseholdClass.neither.phrase
    case .notPoor: Phrase(vi: "hộ không nghèo", en: "not poor")
    }
  }
  /// The words as they are written, by code.
  static let bytes = allCases.map { Array($0.rawValue.utf8) }
}

/// The column of the class that the file declares.
public struct DeclaredFields: StageOptions {
  @Option(vi: "Cột loại hộ đã khai.", en: "The column of the declared class.") var column: ColumnName
  @Option(
    vi: "Các từ trong cột và loại hộ của chúng, như { Hộ nghèo: poor, Hộ không nghèo: not_poor }.",
    en: "The words of the column and their class, such as { Poor: poor, Not poor: not_poor }.")
  var words: Mapping<DeclaredClass>
  /// Nothing read yet.
  public init() {}
}
