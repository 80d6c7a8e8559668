import Diagnostics
import StageKit

// What is told of places at which a rule could not be asked: that nothing was found wrong there says nothing.
extension FigureReport {
  func tellUnasked(_ rule: FigureRule, _ outcome: FigureOutcome, _ findings: inout Findings) {
    func add(_ code: String, _ words: Phrase) {
      findings.add(code, file: rule.place?.file ?? "", line: rule.place?.start.line ?? 0, words)
    }
    if let first = outcome.missing.first {
      add("figures.not-checked", lacking(rule.id, outcome.missing.count, shown(first.place), first.names))
    }
    if let first = outcome.alike.first {
      add("figures.not-checked", alike(rule.id, outcome.alike.count, shown(first)))
    }
    if let first = outcome.overflows.first {
      add("figures.overflow", tooLarge(rule.id, outcome.overflows.count, shown(first.place), first.names))
    }
    if let first = outcome.zeros.first {
      add("figures.zero-whole", nobody(rule.id, outcome.zeros.count, shown(first.place), first.name))
    }
    if let first = outcome.breaks.first {
      add("figures.series-break", broken(rule.id, outcome.breaks.count, shown(first.place), first.why.phrase))
    }
    guard outcome.isIdle else { return }
    add(
      "figures.idle-rule",
      Phrase(
        vi: "quy tắc '\(rule.id)' không xét số liệu nào: không có số đo mà nó hỏi đến",
        en: "the rule '\(rule.id)' has looked at no figure: there are none of what it asks for"))
  }

  private func listed(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }
  private func lacking(_ id: String, _ count: Int, _ place: Phrase, _ names: [String]) -> Phrase {
    Phrase(
      vi: "quy tắc '\(id)' không xét được ở \(count) chỗ; đầu tiên: \(place.vi), thiếu \(listed(names))",
      en:
        "the rule '\(id)' could not be asked at \(count) places; first: \(place.en), missing \(listed(names))"
    )
  }
  private func alike(_ id: String, _ count: Int, _ place: Phrase) -> Phrase {
    Phrase(
      vi:
        "quy tắc '\(id)' không xét được ở \(count) chỗ: quá nhiều đơn vị giống nhau, nên không có mức phân tán để so; đầu tiên: \(place.vi)",
      en:
        "the rule '\(id)' could not be asked at \(count) places: too many of the units are alike, so there is no spread to measure by; first: \(place.en)"
    )
  }
  private func tooLarge(_ id: String, _ count: Int, _ place: Phrase, _ names: [String]) -> Phrase {
    Phrase(
      vi:
        "quy tắc '\(id)' không xét được ở \(count) chỗ, vì số tính ra vượt quá 64 bit; đầu tiên: \(place.vi), từ \(listed(names))",
      en:
        "the rule '\(id)' could not be asked at \(count) places, where a number does not fit in 64 bits; first: \(place.en), of \(listed(names))"
    )
  }
  private func nobody(_ id: String, _ count: Int, _ place: Phrase, _ name: String) -> Phrase {
    Phrase(
      vi: "quy tắc '\(id)' không chia được ở \(count) chỗ; đầu tiên: \(place.vi), \(name) là 0",
      en: "the rule '\(id)' has nothing to divide by at \(count) places; first: \(place.en), \(name) is 0")
  }
  private func broken(_ id: String, _ count: Int, _ place: Phrase, _ why: Phrase) -> Phrase {
    Phrase(
      vi:
        "quy tắc '\(id)': chuỗi số bị ngắt ở \(count) chỗ, không so với năm trước được; đầu tiên: \(place.vi), \(why.vi)",
      en:
        "the rule '\(id)': the series breaks at \(count) places, where the year before cannot be compared; first: \(place.en), \(why.en)"
    )
  }
}
