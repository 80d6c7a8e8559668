public import Diagnostics
import StageKit
public import Tables

/// How the cells of one column are read from text.
public struct ColumnRule: Sendable {
  /// The column that comes out.
  public var field: Field
  /// Its name in the file.
  public var header: String
  /// Whether every row must have a value.
  public var isRequired = false
  /// Whether a file may lack the column; its cells are then not reported.
  public var isOptional = false
  /// Whether spaces around a text are taken off; around other cells they always are.
  public var isTrimmed = false
  /// How numbers are written.
  public var numberStyle = NumberStyle.plain
  /// Whether somebody has said so; where nobody has, a number that reads two ways is refused.
  public var isNumberStyleSaid = true
  /// How days are written.
  public var dateStyle = DateStyle.iso
  /// How many digits every code of the column has; `nil` when that is not declared.
  public var digits: Int?
  /// What stands under the name in a second row of names; `nil` when that is not declared.
  public var label: String?
  /// The words that stand for a missing value, with what each means.
  public var missing: [[UInt8]: MissingReason] = [:]
  /// The words that mean yes, besides `1`, `true` and `có`.
  public var yes: [String] = []
  /// The words that mean no, besides `0`, `false` and `không`.
  public var no: [String] = []

  /// A column of the same name in the file, read in the plain styles.
  public init(_ field: Field, header: String? = nil) {
    (self.field, self.header) = (field, header ?? field.name)
  }

  /// Appends the cell written as `text`.
  ///
  /// - Returns: Whether it is of the column's type; when not, it is missing as `invalid`.
  public func append(_ text: ArraySlice<UInt8>, to builder: inout ColumnBuilder) -> Bool {
    let inner = text.trimmed
    if let reason = reason(inner) {
      builder.append(missing: reason)
      return true
    }
    let isGood: Bool
    switch field.type {
    case .int, .decimal: isGood = builder.append(whole: whole(inner))
    case .double: isGood = builder.append(double: double(inner))
    case .date: isGood = builder.append(whole: dateStyle.day(inner).map { Int64($0.number) })
    case .bool: isGood = builder.append(bool: answer(inner))
    case .text: isGood = builder.append(text: isTrimmed ? inner : text)
    }
    if !isGood { builder.append(missing: .invalid) }
    return isGood
  }
  /// What a cell must be, with an example in the column's style.
  public var expected: Phrase {
    let word = field.type.phrase
    let example =
      switch (field.type, numberStyle) {
      case (.int, .plain): "1234"
      case (.int, .vi): "1.234"
      case (.decimal, .plain), (.double, .plain): "1234.5"
      case (.decimal, .vi), (.double, .vi): "1.234,5"
      case (.date, _): dateStyle.example
      case (.bool, _): ([yes.first ?? "có"] + [no.first ?? "không"]).joined(separator: "/")
      case (.text, _): "…"
      }
    return Phrase(vi: "\(word.vi) như \(example)", en: "\(word.en) such as \(example)")
  }

  /// Why a cell of this text has no value; `nil` when it has one.
  ///
  /// The schema may say what an empty cell means.
  func reason(_ text: ArraySlice<UInt8>) -> MissingReason? {
    if !missing.isEmpty, let reason = missing[Array(text)] { return reason }
    return text.isEmpty ? .blank : nil
  }
  /// The answer that a word gives.
  func answer(_ text: ArraySlice<UInt8>) -> Bool? {
    let word = String(decoding: text, as: UTF8.self)
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    switch word.lowercased() {
    case "1", "true", "có": return true
    case "0", "false", "không": return false
    default: return nil
    }
  }
  /// A number in units of the column's scale.
  func whole(_ text: ArraySlice<UInt8>) -> Int64? {
    let text = withoutSign(text)
    guard !mayBeGrouped || !isGrouped(text) else { return nil }
    return numberStyle.plain(text).flatMap { Int64(decimal: $0, scale: field.type.scale) }
  }
  /// A number of JSON in units of the column's scale; it has one reading, whatever the style.
  func whole(number: ArraySlice<UInt8>) -> Int64? {
    JSONNumber.plain(Array(number)).flatMap { Int64(decimal: $0, scale: field.type.scale) }
  }
  /// Whether `3.675` could be meant as a number of thousands: three places are possible, and no style is declared.
  ///
  /// A rate of 3675 there is none, and weights of a survey are not parted.
  var mayBeGrouped: Bool {
    guard numberStyle == .plain, !isNumberStyleSaid, field.type == .double || field.type.scale >= 3 else {
      return false
    }
    switch field.role {
    case .count, .amount, .label: return true
    case .rate, .code, .flag, .weight: return false
    }
  }
  /// Whether dots or no-break spaces part the digits of a number as they part thousands in Viet Nam.
  func isGrouped(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains(44)
      && NumberStyle.plain.plain(text)?.allSatisfy { (48...57).contains($0) || $0 == 45 } == false
      && NumberStyle.vi.plain(text).flatMap { Int64(decimal: $0, scale: 0) } != nil
  }
  /// Whether it is a number with a decimal comma, as it is written in Viet Nam.
  func hasComma(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(44)
      && NumberStyle.vi.plain(text).flatMap { FixedPoint(plain: String(decoding: $0, as: UTF8.self)) } != nil
  }
  /// A finite floating-point number of decimal digits; the words and hexadecimal forms that Swift also reads are none.
  func double(_ text: ArraySlice<UInt8>) -> Double? {
    let text = withoutSign(text)
    guard !mayBeGrouped || !isGrouped(text), let plain = numberStyle.plain(text),
      plain.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
      let double = Double(String(decoding: plain, as: UTF8.self)), double.isFinite
    else { return nil }
    return double
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without spaces, tabs and no-break spaces, wide or narrow, at both ends.
  var trimmed: ArraySlice<UInt8> {
    var rest = self
    while true {
      if rest.first == 32 || rest.first == 9 {
        rest = rest.dropFirst()
      } else if rest.starts(with: [0xC2, 0xA0]) {
        rest = rest.dropFirst(2)
      } else if rest.first == 0xE2, rest.starts(with: [0xE2, 0x80, 0xAF]) {
        rest = rest.dropFirst(3)
      } else if rest.last == 32 || rest.last == 9 {
        rest = rest.dropLast()
      } else if rest.last == 0xA0, rest.suffix(2).elementsEqual([0xC2, 0xA0]) {
        rest = rest.dropLast(2)
      } else if rest.last == 0xAF, rest.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]) {
        rest = rest.dropLast(3)
      } else {
        return rest
      }
    }
  }
}
