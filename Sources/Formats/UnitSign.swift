import Spelling
import Tables

/// The sign of a unit behind a number: `%`, or `điểm %` for the difference of two rates.
///
/// The two are never taken for each other: a cut of 0,4 điểm % is no rate of 0,4 %.
public enum UnitSign: Sendable {
  /// Percent of a whole.
  case percent
  /// Percentage points.
  case points

  /// The sign that a unit of a schema means; `nil` for other units.
  init?(unit: String?) {
    guard let unit else { return nil }
    self.init(unit)
  }
  /// The sign that a text is: `%`, `phần trăm`, `điểm %`, `điểm phần trăm`; `nil` for another text.
  public init?(_ text: String) {
    switch text {
    case "%": self = .percent
    case "": return nil
    default:
      let word = VietnameseName.folded(text)
      guard let sign = Self.words[word] else { return nil }
      self = sign
    }
  }
  private static let words: [String: UnitSign] = {
    var words: [String: UnitSign] = [:]
    for (word, sign) in [
      ("%", UnitSign.percent), ("phần trăm", .percent), ("điểm %", .points), ("điểm%", .points),
      ("điểm phần trăm", .points),
    ] { words[VietnameseName.folded(word)] = sign }
    return words
  }()

  /// Parts a number from a sign behind it, as `0.96 %`; `nil` when there is none.
  public static func part(_ text: String) -> (number: String, sign: UnitSign)? {
    guard let (number, rest) = behind(Array(text.utf8)[...]),
      let sign = UnitSign(String(decoding: rest, as: UTF8.self))
    else { return nil }
    return (String(decoding: number, as: UTF8.self), sign)
  }
  /// A number and what stands behind its last digit.
  ///
  /// - Returns: `nil` when nothing does, or there is no digit.
  static func behind(_ text: ArraySlice<UInt8>) -> (number: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    guard let end = text.last, !(48...57).contains(end),
      let last = text.lastIndex(where: { (48...57).contains($0) })
    else { return nil }
    return (text[...last], text[(last + 1)...].trimmed)
  }
}

extension ColumnRule {
  /// A number without the sign of the unit that the schema says; any other sign stays, and is no number.
  func withoutSign(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let (number, rest) = UnitSign.behind(text), let sign = UnitSign(unit: field.unit),
      sign == UnitSign(String(decoding: rest, as: UTF8.self))
    else { return text }
    return number
  }
}
