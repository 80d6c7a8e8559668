public import Diagnostics
public import StageKit

// How much has changed, and whether that is more than a pipeline lets pass.
extension EditionDiff {
  /// How many figures that were told are not told so any more.
  public var touchedFigures: Int { figures.count(where: \.touchesPublished) }
  /// How many verdicts that were given are not given so any more, and for nothing new.
  public var touchedVerdicts: Int { verdicts.count(where: \.touchesPublished) }

  /// What is beyond the limits, in words; `nil` when nothing is.
  public func excess(over limits: ChangeLimits?) -> Phrase? {
    let figures = limits?.figures ?? ChangeLimits.usual.figures
    let verdicts = limits?.verdicts ?? ChangeLimits.usual.verdicts
    var found: [Phrase] = []
    if !figures.allows(touchedFigures, of: publishedBefore) {
      found.append(
        Phrase(
          vi:
            "\(touchedFigures) trong \(publishedBefore) số liệu đã công bố bị sửa, rút hoặc giữ lại, quá mức \(figures.written)",
          en:
            "\(touchedFigures) of \(publishedBefore) figures told before are revised, removed or withheld, more than \(figures.written)"
        ))
    }
    if !verdicts.allows(touchedVerdicts, of: judgedBefore) {
      found.append(
        Phrase(
          vi:
            "\(touchedVerdicts) trong \(judgedBefore) đánh giá đã công bố đổi mà không do số liệu mới, quá mức \(verdicts.written)",
          en:
            "\(touchedVerdicts) of \(judgedBefore) verdicts are others for no new figure, more than \(verdicts.written)"
        ))
    }
    guard !found.isEmpty else { return nil }
    return Phrase(
      vi: found.map(\.vi).joined(separator: "; "), en: found.map(\.en).joined(separator: "; "))
  }
}
