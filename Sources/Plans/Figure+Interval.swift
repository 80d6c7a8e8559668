public import Diagnostics
public import Figures
import Formats
import Tables

// What the remark on an estimate declares: `hơn 8.610` is every number above 8.610.
extension Figure {
  /// The numbers that an estimate may stand for, when its remark says so in one of a few fixed forms.
  ///
  /// The remark, or what stands in it behind the last colon, is one of the words below and the figure's own number as
  /// Vietnamese writes it, with or without `%` or a word for what is counted. Anything else declares nothing: a verdict
  /// does not rest on prose.
  var declaredInterval: Extent? { declaredForm.flatMap { interval($0) } }
  /// A number of an estimate as its remark words it, such as `gần 300 hộ`; `nil` when that declares no interval.
  public func worded(_ number: String) -> Phrase? {
    declaredForm.map { Phrase(vi: $0.front + number + $0.back, en: $0.en.front + number + $0.en.back) }
  }
  private var declaredForm: Form? {
    guard status == .estimate, let number = estimated, let clause = note.split(separator: ":").last else {
      return nil
    }
    let text = clause.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ").trimmingStop
      .lowercased()
    for form in Self.forms {
      for number in [number.text, number.text + "%", number.text + " %"] {
        let found = form.front + number + form.back
        guard text == found || Self.counted.contains(where: { text == form.front + number + $0 + form.back })
        else { continue }
        return form
      }
    }
    return nil
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
  private static let counted = [" hộ", " người", " xã", " cán bộ", " triệu đồng"]
}
extension String {
  /// The same without a full stop at its end.
  fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
