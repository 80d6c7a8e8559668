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
  /// What a measure is called that counts those deprived in one indicator; `nil` for another, and without the standard.
  func name(of subject: FigureSubject) -> Phrase? {
    let prefix = KnownMeasures.deprivedPrefix
    guard subject.measure.hasPrefix(prefix),
      let name = library?.indicator(subject.measure.dropFirst(prefix.count), under: subject.standard)?.name
    else { return nil }
    return Phrase(
      vi: "Thiếu hụt về \(name.vi.first.map { $0.lowercased() } ?? "")\(name.vi.dropFirst())",
      en: "Deprived of: \(name.en)")
  }
}
