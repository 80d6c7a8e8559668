import Diagnostics
import Disclosure
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
    let prefix = "deprived_"
    guard subject.measure.hasPrefix(prefix), let library else { return nil }
    let own = library[subject.standard].map { [$0] } ?? []
    for standard in own + library.standards.reversed() {
      for indicator in standard.rules?.indicators ?? []
      where indicator.id == subject.measure.dropFirst(prefix.count) {
        return Phrase(
          vi:
            "Thiếu hụt về \(indicator.name.vi.first.map { $0.lowercased() } ?? "")\(indicator.name.vi.dropFirst())",
          en: "Deprived of: \(indicator.name.en)")
      }
    }
    return nil
  }
}
