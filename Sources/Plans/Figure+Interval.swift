import Figures
import Formats
import Tables

// What the remark on an estimate declares: `hơn 8.610` is every number above 8.610.
extension Figure {
  /// The numbers that an estimate may stand for, when its remark says so in one of a few fixed forms.
  ///
  /// The remark, or what stands in it behind the last colon, is one of the words below and the figure's own number as
  /// Vietnamese writes it, with or without `%` or a word for what is counted. Anything else declares nothing: a verdict
  /// does not rest on prose.
  var declaredInterval: Extent? {
    guard let number = estimated, let clause = note.split(separator: ":").last else { return nil }
    let text = clause.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ").trimmingStop
      .lowercased()
    for form in Self.forms {
      for number in [number.text, number.text + "%", number.text + " %"] {
        let found = form.front + number + form.back
        guard text == found || Self.counted.contains(where: { text == form.front + number + $0 + form.back })
        else { continue }
        return interval(number: number, form)
      }
    }
    return nil
  }
  private func interval(number: String, _ form: Form) -> Extent? {
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
    var back = ""
    let isAbove: Bool
    let isIncluded: Bool
  }
  private static let forms = [
    Form(front: "hơn ", isAbove: true, isIncluded: false),
    Form(front: "trên ", isAbove: true, isIncluded: false),
    Form(front: "ít nhất ", isAbove: true, isIncluded: true),
    Form(front: "từ ", back: " trở lên", isAbove: true, isIncluded: true),
    Form(front: "dưới ", isAbove: false, isIncluded: false),
    Form(front: "gần ", isAbove: false, isIncluded: false),
    Form(front: "chưa đến ", isAbove: false, isIncluded: false),
    Form(front: "không quá ", isAbove: false, isIncluded: true),
    Form(front: "nhiều nhất ", isAbove: false, isIncluded: true),
  ]
  private static let counted = [" hộ", " người", " xã", " cán bộ", " triệu đồng"]
}
extension String {
  /// The same without a full stop at its end.
  fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
