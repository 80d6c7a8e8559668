import Diagnostics
import Figures
import Standards

/// What the packs of the standards call the indicators of deprivation, and in which order they have them.
struct IndicatorNames {
  /// How the measures of an indicator begin: the count of those who lack it, and their share.
  static let prefixes = [KnownMeasures.deprivedPrefix, KnownMeasures.deprivationRatePrefix]
  private let library: StandardLibrary
  init(_ library: StandardLibrary) { self.library = library }

  /// The name of the indicator that a measure is of: that of the standard, else of the newest that knows it.
  func name(ofMeasure measure: String, under standard: String?) -> String? {
    found(measure, standard)?.name.text
  }
  /// Where the indicator of a measure stands in the official order; one that no pack knows stands last.
  func rank(ofMeasure measure: String, under standard: String?) -> Int {
    found(measure, standard)?.rank ?? .max
  }

  private func found(_ measure: String, _ id: String?) -> (rank: Int, name: Phrase)? {
    guard let prefix = Self.prefixes.first(where: measure.hasPrefix) else { return nil }
    return library.indicator(measure.dropFirst(prefix.count), under: id)
  }
}
