import Formats
import Plans
import SiteKit

// Verdicts as pages show them: a word, an icon and a class.
extension SiteModel {
  func record(_ verdict: Verdict) -> TemplateValue { record(verdict.word, text: text(verdict)) }
  func record(_ word: VerdictWord, text: String? = nil) -> TemplateValue {
    let style = word.style
    return [
      "class": .text(style.class), "icon": .text(style.icon), "word": .text(text ?? name(of: word)),
      "meaning": .optional(words.named("meaning", word.rawValue)),
    ]
  }
  func name(of word: VerdictWord) -> String { words.named("verdict", word.rawValue) ?? word.rawValue }
  /// The word, with the share of the way when it was not reached: at least so much where the figures allow more.
  func text(_ verdict: Verdict) -> String {
    guard verdict.word == .notMet, let share = verdict.share else { return name(of: verdict.word) }
    let word = share.exact == nil ? SiteWord.verdictNotMetLeast : .verdictNotMetShare
    return words(word, ["share": "\(share.low)\u{A0}%"])
  }

  /// How many targets have each word; words nobody has are left out, missing figures count like all others.
  func counts(of targets: [TargetVerdict]) -> [(word: VerdictWord, count: Int)] {
    VerdictWord.allCases.compactMap { word in
      let count = targets.count { $0.verdict.word == word }
      return count == 0 ? nil : (word, count)
    }
  }
  /// The counts in words: `5 đạt, 55 chưa có số liệu`.
  func countsText(of targets: [TargetVerdict]) -> String {
    counts(of: targets).map { word, count in
      words(.homeCount, ["count": VietnameseNumber.text(count), "word": name(of: word).lowercasedFirst])
    }.joined(separator: ", ")
  }
}

extension VerdictWord {
  /// The class of the style sheet and the icon: five colours, and a shape for those who see none.
  var style: (class: String, icon: String) {
    switch self {
    case .met: ("dat", "check")
    case .currentlyMet: ("dung", "check")
    case .onTrack: ("dung", "arrow")
    case .slow, .verySlow: ("cham", "warn")
    case .notMet: ("cham", "up")
    case .reversing: ("nguoc", "down")
    case .notJudged, .notComparable, .notDue, .noData, .withheld, .notApplicable: ("chua", "dash")
    }
  }
}
