import Diagnostics
import StageKit
import Tables
import YAML

/// What a number or a day may be: `1..30`, `1..` or `..2024-12-31`, both ends among them.
struct RangeText: OptionValue {
  /// An end as it is written.
  enum End: Sendable, Equatable {
    case number(FixedPoint)
    case day(Day)
  }
  let text: String
  let range: SourceRange?
  let low: End?
  let high: End?

  /// Two ends with two dots between, of which one may be left out.
  static var optionType: OptionType<RangeText> {
    OptionType(
      Phrase(vi: "khoảng", en: "range"),
      schema: ["type": "string", "pattern": #"^[^.]*(\.\d+)? ?\.\. ?.*$"#],
      encode: { .string($0.text) }
    ) { (node) throws(OptionError) in
      guard let text = node.scalar, let (low, high) = ends(text) else {
        throw OptionError(
          expected: Phrase(
            vi: "một khoảng như 1..30, 1.. hoặc 2024-01-01..2024-12-31, đầu nhỏ trước",
            en: "a range such as 1..30, 1.. or 2024-01-01..2024-12-31, the lower end first"), found: node)
      }
      return RangeText(text: text, range: node.range, low: low, high: high)
    }
  }

  /// The ends of a range; `nil` when it is none.
  private static func ends(_ text: String) -> (End?, End?)? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let parts = [text[..<dots.lowerBound], text[dots.upperBound...]].map { $0.filter { $0 != " " } }
    let ends = parts.map { $0.isEmpty ? nil : End($0) }
    guard parts.contains(where: { !$0.isEmpty }), zip(parts, ends).allSatisfy({ $0.isEmpty || $1 != nil })
    else { return nil }
    switch (ends[0], ends[1]) {
    case (.number(let low), .number(let high)): return low <= high ? (ends[0], ends[1]) : nil
    case (.day(let low), .day(let high)): return low <= high ? (ends[0], ends[1]) : nil
    case (nil, _), (_, nil): return (ends[0], ends[1])
    default: return nil
    }
  }
}

extension RangeText.End {
  fileprivate init?(_ text: String) {
    if let day = Day(iso: text) {
      self = .day(day)
    } else if let number = FixedPoint(plain: text) {
      self = .number(number)
    } else {
      return nil
    }
  }
}

/// The least and the greatest of the units of a column; none when the least is the greater.
struct Bounds: Sendable, Equatable {
  var low = Int64.min
  var high = Int64.max
  /// Whether no number lies between.
  var isEmpty: Bool { low > high }

  /// A range in the units of a type; `nil` when numbers and days do not go together.
  init?(_ text: RangeText, _ type: ColumnType) {
    switch type {
    case .int, .decimal:
      guard let low = Self.units(text.low, type.scale, up: true, open: .min),
        let high = Self.units(text.high, type.scale, up: false, open: .max)
      else { return nil }
      (self.low, self.high) = Self.fitting(low, high)
    case .date:
      guard let low = Self.day(text.low, open: .min), let high = Self.day(text.high, open: .max) else {
        return nil
      }
      (self.low, self.high) = (low, high)
    case .double, .text, .bool: return nil
    }
  }
  /// The bounds of what is so many times as large, and of what is so many times as small.
  func scaled(by factor: Int64) -> (larger: (Int128, Int128), smaller: (Int128, Int128)) {
    let (f, l, h) = (Int128(factor), Int128(low), Int128(high))
    // Of two numbers that are not negative, c times x lies from l to h exactly when x lies from l/c, up, to h/c, down.
    func up(_ n: Int128) -> Int128 { n >= 0 ? (n + f - 1) / f : n / f }
    func down(_ n: Int128) -> Int128 { n >= 0 ? n / f : (n - f + 1) / f }
    return ((l * f, h * f), (up(l), down(h)))
  }

  /// Bounds that fit in 64 bits; outside of those there are no numbers.
  private static func fitting(_ low: Int128, _ high: Int128) -> (Int64, Int64) {
    guard low <= Int128(Int64.max), high >= Int128(Int64.min) else { return (1, 0) }
    return (Int64(clamping: low), Int64(clamping: high))
  }
  private static func units(_ end: RangeText.End?, _ scale: Int, up: Bool, open: Int64) -> Int128? {
    switch end {
    case nil: return Int128(open)
    case .day?: return nil
    case .number(let number)?:
      // Beyond 128 bits lies nothing that a column can hold.
      guard scale < number.scale else { return number.units(at: scale) ?? (number < 0 ? .min : .max) }
      let power = FixedPoint.power(number.scale - scale)
      let (whole, rest) = number.units.quotientAndRemainder(dividingBy: power)
      if up { return rest > 0 ? whole + 1 : whole }
      return rest < 0 ? whole - 1 : whole
    }
  }
  private static func day(_ end: RangeText.End?, open: Int32) -> Int64? {
    switch end {
    case nil: Int64(open)
    case .number?: nil
    case .day(let day)?: Int64(day.number)
    }
  }
}
