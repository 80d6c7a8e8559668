public import Diagnostics
import Plans

// The change in words for people.
extension VerdictChange {
  /// The words before and now, as the pages have them; `nil` where there is none.
  public var words: (old: Phrase?, new: Phrase?) {
    let hidden = Phrase(vi: "đã công bố (không nhắc lại)", en: "published (not told again)")
    return (hidesOld ? hidden : Self.words(of: old), hidesNew ? hidden : Self.words(of: new))
  }

  private static func words(of word: String?) -> Phrase? {
    word.map { word in VerdictWord(rawValue: word)?.words ?? Phrase(same: word) }
  }
}

extension VerdictWord {
  /// The word as the theme that the program brings has it.
  var words: Phrase {
    switch self {
    case .met: Phrase(vi: "Đạt", en: "Met")
    case .currentlyMet: Phrase(vi: "Đang ở mức đạt", en: "Met for now")
    case .onTrack: Phrase(vi: "Đúng tiến độ", en: "On track")
    case .slow: Phrase(vi: "Chậm", en: "Slow")
    case .verySlow: Phrase(vi: "Rất chậm", en: "Very slow")
    case .reversing: Phrase(vi: "Đi ngược", en: "Going back")
    case .notMet: Phrase(vi: "Chưa đạt", en: "Not met")
    case .notJudged: Phrase(vi: "Không đánh giá", en: "Not judged")
    case .notComparable: Phrase(vi: "Không so sánh được", en: "Not comparable")
    case .notDue: Phrase(vi: "Chưa đến hạn", en: "Not due yet")
    case .noData: Phrase(vi: "Chưa có số liệu", en: "No data yet")
    case .withheld: Phrase(vi: "Không công bố", en: "Not published")
    case .notApplicable: Phrase(vi: "Không áp dụng", en: "Not applicable")
    }
  }
}
