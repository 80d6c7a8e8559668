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
            "\(touchedFigures) trong \(publishedBefore) số liệu đã công bố bị sửa, rút hoặc giữ lại, quá mức \(figures.shown.vi)",
          en:
            "\(touchedFigures) of \(publishedBefore) figures told before are revised, removed or withheld, more than \(figures.written)"
        ))
    }
    if !verdicts.allows(touchedVerdicts, of: judgedBefore) {
      found.append(
        Phrase(
          vi:
            "\(touchedVerdicts) trong \(judgedBefore) đánh giá đã công bố đổi (\(whyTouched.vi)), quá mức \(verdicts.shown.vi)",
          en:
            "\(touchedVerdicts) of \(judgedBefore) verdicts are others (\(whyTouched.en)), more than \(verdicts.written)"
        ))
    }
    guard !found.isEmpty else { return nil }
    return Phrase(
      vi: found.map(\.vi).joined(separator: "; "), en: found.map(\.en).joined(separator: "; "))
  }
  /// Why verdicts count against the limit, with how many there are for each reason.
  private var whyTouched: Phrase {
    let causes = verdicts.filter(\.touchesPublished).map(\.cause)
    func count(_ isMeant: (VerdictChange.Cause) -> Bool) -> Int { causes.count(where: isMeant) }
    let figures = count { if case .figure = $0 { true } else { false } }
    let found: [(count: Int, words: Phrase)] = [
      (figures, Phrase(vi: "vì số liệu đã công bố bị sửa", en: "for published figures that were revised")),
      (
        count { $0 == .plan }, Phrase(vi: "vì nội dung chỉ tiêu đổi", en: "for plans that ask something else")
      ),
      (count { $0 == .rule }, Phrase(vi: "vì cách đánh giá đổi", en: "for another rule of verdicts")),
      (count { $0 == .removed }, Phrase(vi: "vì chỉ tiêu bị bỏ", en: "for targets that are gone")),
    ]
    let told = found.filter { $0.count > 0 }
    return Phrase(
      vi: told.map { "\($0.count) \($0.words.vi)" }.joined(separator: ", "),
      en: told.map { "\($0.count) \($0.words.en)" }.joined(separator: ", "))
  }
}
