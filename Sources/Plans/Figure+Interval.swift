public import Diagnostics
public import Figures
import Formats
import Tables

// What the remark on an estimate declares: `hơn 8.610` is every number above 8.610.
extension Figure {
  /// The numbers that an estimate may stand for, when its remark says so in one of a few fixed forms.
  ///
  /// The remark, or what stands in it behind a colon when what stands before only says who writes so, is one of the words
  /// below and the figure's own number as Vietnamese writes it, with or without `%` for a rate, or a word for what is
  /// counted. Anything else declares nothing: a verdict does not rest on prose.
  var declaredInterval: Extent? { declaredForm.flatMap { interval($0) } }
  /// A number of an estimate as its remark words it, such as `gần 300 hộ`; `nil` when that declares no interval.
  public func worded(_ number: String) -> Phrase? {
    declaredForm.map { Phrase(vi: $0.front + number + $0.back, en: $0.en.front + number + $0.en.back) }
  }
  private var declaredForm: Form? {
    guard status == .estimate, let number = estimated?.text, let clause = declaration else { return nil }
    let numbers = [number] + (isRate ? ["%", " %"] : counted).map { number + $0 }
    return Self.forms.first { form in numbers.contains { clause == form.front + $0 + form.back } }
  }
  /// What the remark declares, in small letters; `nil` when it says more than that and who writes so.
  private var declaration: String? {
    let text = note.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ").trimmingStop
      .lowercased()
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return text
    case 2 where parts[0].isReport: return parts[1].split(separator: " ").joined(separator: " ")
    default: return nil
    }
  }
  /// The words for what a count counts: those of its measure, or all when that is not known.
  private var counted: [String] {
    if KnownMeasures.households.contains(measure) { return [" hộ"] }
    if KnownMeasures.people.contains(measure) { return [" người"] }
    return [" hộ", " người", " xã", " cán bộ", " triệu đồng"]
  }
  private func interval(_ form: Form) -> Extent? {
    guard let value = estimated?.value else { return nil }
    let end = Extent.End(Fraction(value), isIncluded: form.isIncluded)
    guard form.isAbove else { return Extent(from: Extent.End(Fraction(0)), to: end) }
    return Extent(from: end, to: isRate ? Extent.End(Fraction(100)) : nil)
  }
  private var isRate: Bool {
    if case .amount? = value { false } else { true }
  }
  /// The number of an amount or a printed rate, and its text.
  private var estimated: (value: FixedPoint, text: String)? {
    switch value {
    case .amount(let number)?, .printed(let number)?: (number, VietnameseNumber.text(number))
    case .ratio?, nil: nil
    }
  }

  private struct Form {
    let front: String
    let back: String
    let en: (front: String, back: String)
    let isAbove: Bool
    let isIncluded: Bool

    init(_ front: String, _ back: String = "", en: String, isAbove: Bool, isIncluded: Bool) {
      (self.front, self.back, self.isAbove, self.isIncluded) = (front, back, isAbove, isIncluded)
      self.en = (en, back.isEmpty ? "" : " on")
    }
  }
  private static let forms = [
    Form("hơn ", en: "more than ", isAbove: true, isIncluded: false),
    Form("trên ", en: "above ", isAbove: true, isIncluded: false),
    Form("ít nhất ", en: "at least ", isAbove: true, isIncluded: true),
    Form("từ ", " trở lên", en: "from ", isAbove: true, isIncluded: true),
    Form("dưới ", en: "below ", isAbove: false, isIncluded: false),
    Form("gần ", en: "nearly ", isAbove: false, isIncluded: false),
    Form("chưa đến ", en: "less than ", isAbove: false, isIncluded: false),
    Form("không quá ", en: "at most ", isAbove: false, isIncluded: true),
    Form("nhiều nhất ", en: "at most ", isAbove: false, isIncluded: true),
  ]
}
extension Substring {
  /// Whether it only says who writes what follows, such as `báo viết`: it denies nothing, and has no number of its own.
  fileprivate var isReport: Bool {
    let words = split(separator: " ").map(String.init)
    let isPlain = allSatisfy { $0.isLetter || $0 == " " }
    let denying: Set = ["không", "chưa", "chẳng", "sai", "nhầm", "trừ", "hoặc"]
    let saying: Set = ["viết", "ghi", "nêu", "tin", "báo", "nói", "biết"]
    return isPlain && denying.isDisjoint(with: words) && words.last.map { saying.contains($0) } ?? false
  }
}
extension String {
  /// The same without a full stop at its end.
  fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
