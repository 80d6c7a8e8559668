import Diagnostics
import Spelling
import Tables

extension ColumnGuess {
  mutating func guessNumbers(_ others: (vi: Bool, plain: Bool)) {
    let counted = [
      (evidence.whole - evidence.tooLarge, Phrase(vi: "là số nguyên", en: "are whole numbers")),
      (evidence.plain, Phrase(vi: "là số như 1234.5", en: "are numbers such as 1234.5")),
      (evidence.vi, Phrase(vi: "là số như 1.234,5", en: "are numbers such as 1.234,5")),
      (evidence.doubtful, Phrase(vi: "đọc được hai cách, như 3.675", en: "read two ways, such as 3.675")),
    ]
    for (count, words) in counted where count > 0 { reasons.append(share(count, words.vi, words.en)) }
    let fitting = evidence.whole - evidence.tooLarge + evidence.plain + evidence.vi + evidence.doubtful
    guard let isVietnamese = numberStyle(others) else { return }
    let places = evidence.doubtful > 0 && !isVietnamese ? max(evidence.places, 3) : evidence.places
    if evidence.plain + evidence.vi + evidence.doubtful > 0 { style = isVietnamese ? .vi : .plain }
    type = places == 0 ? .int : .decimal(scale: places)
    sayOthers(than: fitting)
    guessRole()
    if evidence.answerLike {
      say(
        "chỉ có 0 và 1: nếu là có/không, đổi thành type: bool, role: flag",
        "there is 0 and 1 alone: if they mean yes and no, write type: bool, role: flag")
    }
  }
  /// Whether numbers are written in the Vietnamese style; `nil` when that cannot be told.
  private mutating func numberStyle(_ others: (vi: Bool, plain: Bool)) -> Bool? {
    let (vi, plain) = (evidence.vi > 0, evidence.plain > 0)
    if vi, plain {
      say(
        "hai cách viết số lẫn nhau: giữ là chữ, hãy sửa tệp",
        "numbers are written in two styles: kept as text, mend the file")
      return nil
    }
    guard evidence.doubtful > 0, !vi, !plain else { return vi }
    if others.vi != others.plain {
      say(
        others.vi
          ? "các cột khác viết số như 1.234,5, nên 3.675 đọc là 3675; hãy kiểm tra"
          : "các cột khác viết số như 1234.5, nên 3.675 đọc là 3,675; hãy kiểm tra",
        others.vi
          ? "other columns write numbers as 1.234,5, so 3.675 is read as 3675: check it"
          : "other columns write numbers as 1234.5, so 3.675 is read as three and some: check it")
      return others.vi
    }
    say(
      "3.675 là 3675 (number_style: vi, type: int) hay 3,675 (number_style: plain, type: decimal, scale: 3)? không đoán: giữ là chữ",
      "is 3.675 the number 3675 (number_style: vi, type: int) or three and some (number_style: plain, type: decimal, scale: 3)? not guessed: kept as text"
    )
    return nil
  }
  private mutating func guessRole() {
    let slug = [evidence.header, evidence.label ?? ""].map { VietnameseName.slug($0) }.joined(separator: "-")
    let words = slug.split(separator: "-")
    func has(_ parts: String...) -> Bool {
      parts.contains { words.contains(Substring($0)) || slug.contains("\($0)-") }
    }
    if slug.contains("ty-le") || has("rate", "percent") || evidence.header.contains("%") {
      role = "rate"
    } else if type != .int
      || has("diem", "point", "b1", "b2", "income", "thu-nhap", "tien", "dong", "dien-tich")
    {
      role = "amount"
    } else {
      role = has("nam", "year", "stt", "thang", "month") ? "label" : "count"
    }
  }
}

extension ColumnEvidence {
  /// Whether there is nothing but 0 and 1.
  fileprivate var answerLike: Bool {
    values.map { $0.count == 2 && $0[[48]] != nil && $0[[49]] != nil } ?? false
  }
}
