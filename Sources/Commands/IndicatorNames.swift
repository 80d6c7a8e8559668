import Diagnostics
import Disclosure
import Figures
import Pipelines
import StageKit
import Standards

/// What the standards that the program brings call the measures of deprivation.
struct IndicatorNames {
  private let library: StandardLibrary?

  /// Without the standards nothing is named by them; a comparison of editions does not fail for that.
  init() {
    do throws(Diagnostics) {
      library = try StandardLibrary.load("share:standards", namedAt: nil, .folder("."))
    } catch { library = nil }
  }
  /// What a measure is called of those deprived in one indicator, their number or their share; `nil` for another, and
  /// without the standard.
  func name(of subject: FigureSubject) -> Phrase? {
    let (count, rate) = (KnownMeasures.deprivedPrefix, KnownMeasures.deprivationRatePrefix)
    let isRate = subject.measure.hasPrefix(rate)
    let prefix = isRate ? rate : count
    guard subject.measure.hasPrefix(prefix),
      let name = library?.indicator(subject.measure.dropFirst(prefix.count), under: subject.standard)?.name
    else { return nil }
    let vi = "hiếu hụt về \(name.vi.first.map { $0.lowercased() } ?? "")\(name.vi.dropFirst())"
    return isRate
      ? Phrase(vi: "Tỷ lệ t\(vi)", en: "Share deprived of: \(name.en)")
      : Phrase(vi: "T\(vi)", en: "Deprived of: \(name.en)")
  }
}
