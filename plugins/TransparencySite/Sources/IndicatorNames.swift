import Diagnostics
import Figures
import Standards

/// What the packs of the standards call the indicators of deprivation, and in which order they have them.
struct IndicatorNames {
  /// How the measure of an indicator begins.
  static let prefix = KnownMeasures.deprivedPrefix
  private let library: StandardLibrary
  init(_ library: StandardLibrary) { self.library = library }

  /// The name of the indicator that a measure counts: that of the standard, else of the newest that knows it.
  func name(ofMeasure measure: String, under standard: String?) -> String? {
    found(measure, standard)?.name.text
  }
  /// Where the indicator of a measure stands in the official order; one that no pack knows stands last.
  func rank(ofMeasure measure: String, under standard: String?) -> Int {
    found(measure, standard)?.rank ?? .max
  }

  private func found(_ measure: String, _ id: String?) -> (rank: Int, name: Phrase)? {
    guard measure.hasPrefix(Self.prefix) else { return nil }
    return library.indicator(measure.dropFirst(Self.prefix.count), under: id)
  }
}
