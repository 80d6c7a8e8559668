public import Diagnostics
public import Tables
import YAML

/// The name of a column, and where it was written.
///
/// Whether there is such a column is not known when the option is read; `Planning.column` asks the schema.
public struct ColumnName: OptionValue, ExpressibleByStringLiteral {
  /// The name, not empty when it was read from a pipeline.
  public let text: String
  /// Where it was written; `nil` for a name that stands in the code of a stage.
  public let range: SourceRange?
  /// A name written at a place.
  public init(_ text: String, at range: SourceRange?) { (self.text, self.range) = (text, range) }
  /// A name that stands in the code, as a default or in a test.
  public init(stringLiteral text: String) { self.init(text, at: nil) }
  /// Any scalar that is not empty.
  public static var optionType: OptionType<ColumnName> {
    OptionType(
      Phrase(vi: "tên cột", en: "column name"), schema: .anyScalar, encode: { .string($0.text) }
    ) { (node) throws(OptionError) in
      guard let text = node.scalar, !text.isEmpty else {
        throw OptionError(expected: Phrase(vi: "tên một cột", en: "the name of a column"), found: node)
      }
      return ColumnName(text, at: node.range)
    }
  }
}

/// A path, relative to the file it is written in.
///
/// Nothing is opened when it is read; `Planning.file` and `Planning.files(matching:)` give what
/// `ProjectFiles` takes.
public struct Path: OptionValue, ExpressibleByStringLiteral {
  /// The path as written, with `/` between folders; it may begin with `share:`.
  public let text: String
  /// Where it was written, which also says the file it is relative to; `nil` is relative to the project
  /// folder.
  public let range: SourceRange?
  /// A path that stands in the code, relative to the project folder.
  public init(stringLiteral text: String) { (self.text, range) = (text, nil) }
  /// A path written at a place.
  public init(_ text: String, at range: SourceRange?) { (self.text, self.range) = (text, range) }
  /// Any scalar that is not empty; whether it leaves the project is found when it is resolved.
  public static var optionType: OptionType<Path> {
    OptionType(Phrase(vi: "đường dẫn", en: "path"), schema: .anyScalar, encode: { .string($0.text) }) {
      (node) throws(OptionError) in
      guard let text = node.scalar, !text.isEmpty else {
        throw OptionError(expected: Phrase(vi: "một đường dẫn", en: "a path"), found: node)
      }
      return Path(text, at: node.range)
    }
  }
}

/// A share written `1%` or `0.5%`, exact to a ten-thousandth of a percent.
public struct Percent: OptionValue {
  /// The share in millionths of the whole: `1%` is 10,000.
  public let millionths: Int64
  /// A share in millionths of the whole.
  public init(millionths: Int64) { self.millionths = millionths }
  /// A number of at least zero and at most four decimal places before a `%`, with spaces between if one
  /// likes.
  ///
  /// The sign may not be left out: `0.5` would leave open whether a half or half a percent is meant.
  public static var optionType: OptionType<Percent> {
    OptionType(
      Phrase(vi: "phần trăm", en: "percent"),
      schema: ["type": "string", "pattern": #"^\d+(\.\d{1,4})? ?%$"#],
      encode: { .string("\(FixedPoint(units: Int128($0.millionths), scale: 4).plain)%") }
    ) { (node) throws(OptionError) in
      guard let text = node.scalar, text.hasSuffix("%"),
        let value = Int64(decimal: text.dropLast(text.hasSuffix(" %") ? 2 : 1).utf8, scale: 4), value >= 0
      else {
        throw OptionError(
          expected: Phrase(vi: "một tỷ lệ như 1 %", en: "a percentage such as 1%"), found: node)
      }
      return Percent(millionths: value)
    }
  }
}

extension Node {
  /// The place of a part of a scalar that stands on one line.
  func range(of part: Substring, in text: String) -> SourceRange {
    var quote = 0
    if case .scalar(_, plain: false) = content { quote = 1 }
    let start = text.unicodeScalars.distance(from: text.startIndex, to: part.startIndex) + quote
    var range = range
    range.start.column += start
    range.end = SourcePosition(line: range.start.line, column: range.start.column + part.unicodeScalars.count)
    return range
  }
}

extension Day: OptionValue {
  /// A day written `2024-12-31`.
  public static var optionType: OptionType<Day> {
    OptionType(
      Phrase(vi: "ngày", en: "day"), schema: ["type": "string", "format": "date"], encode: { .string($0.iso) }
    ) { (node) throws(OptionError) in
      guard let text = node.scalar, let day = Day(iso: text) else {
        throw OptionError(
          expected: Phrase(vi: "một ngày dạng 2024-12-31", en: "a day such as 2024-12-31"), found: node)
      }
      return day
    }
  }
}

/// The hint for a number that has the sign of its unit with it.
private func percentHint(_ text: String) -> Phrase? {
  guard text.hasSuffix("%") else { return nil }
  return Phrase(vi: "bỏ dấu %, chỉ ghi con số", en: "leave out the sign %, and write the number alone")
}
extension String {
  /// Whether it may be a whole number with its thousands set off by a comma, or a decimal number with three places.
  public var isGroupedByComma: Bool { wholeMatch(of: /-?[1-9][0-9]{0,2},[0-9]{3}/) != nil }
}
/// The hint for a number with a comma before its decimal places.
private func commaHint(_ text: String) -> Phrase? {
  let point = text.replacing(".", with: "").replacing(",", with: ".")
  guard text.contains(","), FixedPoint(plain: point) != nil else { return nil }
  if text.isGroupedByComma {
    let whole = text.replacing(",", with: "")
    return Phrase(
      vi: "viết '\(whole)' nếu dấu phẩy tách nghìn, '\(point)' nếu là số thập phân",
      en: "write '\(whole)' if the comma sets thousands off, '\(point)' if it is a decimal number")
  }
  return Phrase(vi: "viết '\(point)'", en: "write '\(point)'")
}
extension FixedPoint: OptionValue {
  /// A number with a decimal point, such as `0.40`; its places are kept.
  public static var optionType: OptionType<FixedPoint> {
    OptionType(
      Phrase(vi: "số", en: "number"), schema: ["type": "number"], encode: { .number($0.plain) }
    ) { (node) throws(OptionError) in
      guard case .scalar(let text, plain: true) = node.content, let value = FixedPoint(plain: text) else {
        throw OptionError(
          expected: Phrase(
            vi: "một số viết với dấu chấm thập phân, không có dấu tách nghìn, như 1200 hoặc 0.4",
            en: "a number with a decimal point and no separators, such as 1200 or 0.4"), found: node,
          hint: node.scalar.flatMap { percentHint($0) ?? commaHint($0) })
      }
      return value
    }
  }
}
