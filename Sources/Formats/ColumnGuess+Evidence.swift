import Diagnostics
import Tables

extension ColumnGuess {
  mutating func guessPersonal() {
    let sign = PersonalSigns.sign(of: [evidence.header, evidence.label ?? ""])
    let isNames =
      evidence.values == nil && evidence.names * 5 >= evidence.lookedAtForNames * 2
      && evidence.names > 0 && type == .text
    isPersonal = true
    if let sign {
      say("theo tên cột: \(sign.words.vi)", "by the name of the column: \(sign.words.en)")
    } else if isNames {
      reasons.append(
        Phrase(
          vi:
            "\(evidence.names.inGroups) trong \(evidence.lookedAtForNames.inGroups) ô đã xem giống họ tên người",
          en:
            "\(evidence.names.inGroups) of \(evidence.lookedAtForNames.inGroups) cells looked at are like names of people"
        ))
    } else if evidence.identities * 2 > filled, filled > 0, role == "code" {
      say("12 chữ số như số căn cước hay mã hộ", "12 digits, as numbers of identity cards have")
    } else if evidence.telephones * 2 > filled, filled > 0 {
      say("10 chữ số như số điện thoại", "10 digits, as telephones have")
    } else {
      isPersonal = false
    }
  }
  mutating func addOthers() {
    if evidence.blank > 0 {
      let count = evidence.blank.inGroups
      say("\(count) ô trống", "\(count) blank")
    }
    for (word, count) in evidence.shownPlaceholders {
      say(
        "\(count.inGroups) ô ghi '\(word)', coi là không báo cáo",
        "\(count.inGroups) cells say '\(word)', read as not reported")
    }
    if evidence.absent > 0 {
      let count = evidence.absent.inGroups
      say("\(count) đối tượng không có tên này", "\(count) objects lack it")
    }
    if evidence.nested > 0 {
      let count = evidence.nested.inGroups
      say(
        "\(count) giá trị là danh sách hay đối tượng, không đọc được",
        "\(count) values are lists or objects, which are no cells")
    }
    if evidence.untrimmed > 0, type == .text {
      isTrimmed = true
      let count = evidence.untrimmed.inGroups
      say("\(count) ô có khoảng trắng ở đầu hay cuối", "\(count) cells have spaces at an end")
    }
    addValues()
  }
  private mutating func addValues() {
    if evidence.isUnique == true, filled > 1, type == .text || role == "code" {
      say("mỗi giá trị chỉ có một lần", "every value is there once")
    } else if role == "code" {
      say(
        evidence.occursAgain ? "có giá trị lặp lại" : "quá nhiều giá trị để biết có lặp lại không",
        evidence.occursAgain ? "values occur again" : "too many values to tell whether any occurs again")
    }
    // What stands in a personal column is not repeated.
    guard !isPersonal, type == .text, role == "label", let values = evidence.values,
      !values.isEmpty, values.count * 3 <= filled, values.keys.allSatisfy({ $0.count <= 60 })
    else { return }
    let listed = values.sorted { ($1.value, $0.key.lexicographicKey) < ($0.value, $1.key.lexicographicKey) }
      .map {
        "\(String(decoding: $0.key, as: UTF8.self).onOneLine) (\($0.value.inGroups))"
      }.joined(separator: ", ")
    say("\(values.count) giá trị: \(listed)", "\(values.count) values: \(listed)")
  }
}

extension ColumnEvidence {
  /// The words for no value, the most frequent first.
  var shownPlaceholders: [(word: String, count: Int)] {
    placeholders.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }
}
extension [UInt8] {
  /// Something that is ordered as the bytes are.
  fileprivate var lexicographicKey: String { String(decoding: self, as: UTF8.self) }
}
extension PersonalSigns.Sign {
  /// What is personal.
  var words: Phrase {
    switch self {
    case .name: Phrase(vi: "họ tên người", en: "names of people")
    case .identity: Phrase(vi: "số giấy tờ tùy thân", en: "numbers of identity papers")
    case .household: Phrase(vi: "mã của một hộ hay một người", en: "the code of one household or person")
    case .telephone: Phrase(vi: "cách liên lạc", en: "how to reach somebody")
    case .birth: Phrase(vi: "ngày hay năm sinh", en: "days or years of birth")
    case .address: Phrase(vi: "nơi ở", en: "where somebody lives")
    case .note: Phrase(vi: "lời ghi tự do", en: "free words")
    }
  }
}

extension Int {
  /// The number with a space between thousands, as evidence has it in both languages.
  var inGroups: String {
    var out = ""
    let digits = String(self)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(" ") }
      out.append(digit)
    }
    return out
  }
}
