public import Diagnostics
public import Tables
import YAML

/// The name of a column, and where it was written.
public struct ColumnName: OptionValue, ExpressibleByStringLiteral {
  public let text: String
  public let range: SourceRange?
  public init(_ text: String, at range: SourceRange?) { (self.text, self.range) = (text, range) }
  public init(stringLiteral text: String) { self.init(text, at: nil) }
  public static var optionType: OptionType<ColumnName> {
    OptionType(
      Phrase(vi: "tên cột", en: "column name"), schema: ["type": "string"], encode: { .string($0.text) }
    ) { (node) throws(OptionError) in
      guard let text = node.scalar, !text.isEmpty else {
        throw OptionError(expected: Phrase(vi: "tên một cột", en: "the name of a column"), found: node)
      }
      return ColumnName(text, at: node.range)
    }
  }
}

/// A path, relative to the file it is written in.
public struct Path: OptionValue, ExpressibleByStringLiteral {
  public let text: String
  public let range: SourceRange?
  public init(stringLiteral text: String) { (self.text, range) = (text, nil) }
  /// A path written at a place.
  public init(_ text: String, at range: SourceRange?) { (self.text, self.range) = (text, range) }
  public static var optionType: OptionType<Path> {
    OptionType(Phrase(vi: "đường dẫn", en: "path"), schema: ["type": "string"], encode: { .string($0.text) })
    { (node) throws(OptionError) in
      guard let text = node.scalar, !text.isEmpty else {
        throw OptionError(expected: Phrase(vi: "một đường dẫn", en: "a path"), found: node)
      }
      return Path(text, at: node.range)
    }
  }
}

/// A share written `1%` or `0.5%`, exact to a ten-thousandth of a percent.
public struct Percent: OptionValue {
  public let millionths: Int64
  public init(millionths: Int64) { self.millionths = millionths }
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
            en: "a number with a decimal point and no separators, such as 1200 or 0.4"), found: node)
      }
      return value
    }
  }
}
