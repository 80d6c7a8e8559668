import Diagnostics

extension Int {
  /// The number in groups of three digits, as people of the language write it.
  func grouped(_ language: Language) -> String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .vi ? "." : "," }
      text.append(digit)
    }
    return self < 0 ? "-" + text : text
  }
  /// The number with an English word that it counts.
  func english(_ one: String, _ many: String) -> String { "\(grouped(.en)) \(self == 1 ? one : many)" }
}

extension Phrase {
  /// So many rows.
  static func rows(_ count: Int) -> Phrase {
    Phrase(vi: "\(count.grouped(.vi)) dòng", en: count.english("row", "rows"))
  }
  /// So many findings.
  static func findings(_ count: Int) -> Phrase {
    Phrase(vi: "\(count.grouped(.vi)) phát hiện", en: count.english("finding", "findings"))
  }
}
