import Diagnostics
import Tables

extension Typer {
  /// Notes it when two values cannot be compared; exact numbers of all scales can, and with floating-point ones.
  mutating func agree(_ a: Typed, _ b: Typed, at range: Range<Int>) -> Bool {
    guard let x = a.type, let y = b.type, x != y, !(x.isNumber && y.isNumber) else { return true }
    problems.add(
      "expression.type",
      Phrase(
        vi: "không so sánh được \(x.words.vi) với \(y.words.vi)",
        en: "\(x.words.en) cannot be compared with \(y.words.en)"), at: range, hint: hint(a, b) ?? hint(b, a))
    return false
  }
  /// Notes it when a value has no order.
  mutating func isOrdered(_ a: Typed) -> Bool {
    guard a.type == .bool else { return true }
    problems.add(
      "expression.type",
      Phrase(
        vi: "\(ColumnType.bool.words.vi) chỉ so sánh bằng = và <>",
        en: "\(ColumnType.bool.words.en) is compared with = and <> only"), at: a.tree.range)
    return false
  }
  /// What to write instead of a constant, or instead of its quotes.
  private func hint(_ a: Typed, _ constant: Typed) -> Phrase? {
    switch (a.type, constant.tree.kind) {
    case (.date?, .text(let text)):
      return Phrase(vi: "viết date '\(text)'", en: "write date '\(text)'")
    case (let type?, .text(let text)) where type.isNumber && Int64(text) != nil:
      return Phrase(vi: "viết số không có ngoặc: \(text)", en: "write the number without quotes: \(text)")
    case (.text?, .number(let units, let scale)):
      let text = FixedPoint(units: Int128(units), scale: scale).plain
      return Phrase(
        vi: "viết chữ trong ngoặc đơn: '\(text)'", en: "write the text in single quotes: '\(text)'")
    case (.bool?, .number(1, scale: 0)), (.bool?, .number(0, scale: 0)):
      return Phrase(vi: "viết TRUE hoặc FALSE", en: "write TRUE or FALSE")
    default: return nil
    }
  }
  /// The plans of values of which one is chosen, all of one type and scale; `nil` when they are of several.
  mutating func unified(_ parts: [Typed], _ tree: Tree) -> (plans: [Typed], type: ColumnType)? {
    guard let first = parts.first(where: { $0.type != nil }), let type = first.type else {
      problems.add(
        "expression.null",
        Phrase(
          vi: "mọi giá trị đều là NULL nên không biết kiểu", en: "all values are NULL, so the type is unknown"
        ),
        at: tree.range)
      return nil
    }
    for part in parts {
      guard let other = part.type else { continue }
      guard other != .double else {
        problems.add(
          "expression.type",
          Phrase(
            vi: "\(other.words.vi) không dùng được ở đây", en: "\(other.words.en) cannot be used here"),
          at: part.tree.range, hint: .doublesCompareOnly)
        return nil
      }
      guard other == type || other.isExact && type.isExact else {
        problems.add(
          "expression.type",
          Phrase(
            vi: "cần \(type.words.vi) như ở giá trị trước, thấy \(other.words.vi)",
            en: "expected \(type.words.en) as before, found \(other.words.en)"), at: part.tree.range)
        return nil
      }
    }
    guard type.isExact else { return (parts, type) }
    return (parts, exact(parts, parts.map(\.scale).max() ?? 0))
  }
}

extension ColumnType {
  var isNumber: Bool { isExact || self == .double }
  /// The words for it in a message.
  var words: Phrase {
    switch self {
    case .int: Phrase(vi: "số nguyên", en: "a whole number")
    case .decimal(let scale):
      Phrase(vi: "số thập phân \(scale) chữ số lẻ", en: "a decimal of \(scale) places")
    case .double: Phrase(vi: "số thực", en: "a floating-point number")
    case .text: Phrase(vi: "chữ", en: "text")
    case .bool: Phrase(vi: "có hoặc không", en: "yes or no")
    case .date: Phrase(vi: "ngày", en: "a date")
    }
  }
}
extension Phrase {
  static let doublesCompareOnly = Phrase(
    vi: "số thực chỉ dùng để so sánh; khai cột là decimal để tính chính xác",
    en: "floating-point numbers are only compared; declare the column as decimal to compute exactly")
}
