import Diagnostics
import Figures
import Formats
import StageKit
import Tables

/// The cells of one row, read as the words and numbers of a figure, with what is wrong with them.
struct RowCells {
  /// One thing that is wrong.
  struct Problem {
    let code: String
    let column: String
    let message: Phrase
  }
  private let rows: Batch
  private let row: Int
  private(set) var problems: [Problem] = []
  /// Whether a cell of it could not be read, which was told when the table was read.
  private(set) var isUnreadable = false

  init(_ rows: Batch, _ row: Int) { (self.rows, self.row) = (rows, row) }

  /// Where the row was read.
  var place: SourceRange {
    let start = SourcePosition(line: rows.origin.line(of: row), column: 1)
    return SourceRange(file: rows.origin.file(of: row), start: start, end: start)
  }
  mutating func note(_ code: String, _ column: String, _ message: Phrase) {
    problems.append(Problem(code: code, column: column, message: message))
  }
  func hasProblem(in column: String) -> Bool { problems.contains { $0.column == column } }
  /// Whether a cell has no value; one that could not be read is told already, and has no second finding.
  private mutating func isMissing(_ index: Int) -> Bool {
    let reason = rows.columns[index].missingReason(row)
    if reason == .invalid { isUnreadable = true }
    return reason != nil
  }
  /// Whether a cell could not be read.
  func isUnreadable(_ index: Int) -> Bool { rows.columns[index].missingReason(row) == .invalid }

  /// A text that must be there.
  mutating func text(_ column: ColumnRef<String>, _ name: String) -> String? {
    if let text = optional(column) { return text }
    if isUnreadable(column.index) || hasProblem(in: column.field.name) { return nil }
    note("figures.blank", name, Phrase(vi: "cột '\(name)' trống", en: "the column '\(name)' is blank"))
    return nil
  }
  /// A text that may be missing; an empty one is.
  ///
  /// One that could not be read is none either, and the row is wrong: as a blank it would be `all` or `value`.
  mutating func optional(_ column: ColumnRef<String>?) -> String? {
    guard let column, !isMissing(column.index) else { return nil }
    let bytes = rows[column][row]
    // A page may not have them, and a table that was written with them could not be read again.
    if let byte = bytes.first(where: { $0 < 0x20 && ![9, 10, 13].contains($0) || $0 == 0x7F }) {
      note("figures.control", column.field.name, .control(byte))
      return nil
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
  /// A day that must be there.
  mutating func day(_ column: ColumnRef<Day>) -> Day? {
    guard !isMissing(column.index) else {
      if isUnreadable(column.index) { return nil }
      note("figures.blank", "as_of", Phrase(vi: "cột 'as_of' trống", en: "the column 'as_of' is blank"))
      return nil
    }
    return Day(number: rows[column].values[row])
  }
  /// A whole number that may be missing.
  mutating func number(_ column: ColumnRef<Int64>) -> Int? {
    isMissing(column.index) ? nil : Int(rows[column].values[row])
  }
  /// One of the words of a type that must be there.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: ColumnRef<String>, _ name: String, _ type: Word.Type
  ) -> Word? {
    text(column, name) == nil ? nil : optionalWord(column, name, type)
  }
  /// One of the words of a type; `nil` when it is missing.
  mutating func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
    _ column: ColumnRef<String>?, _ name: String, _: Word.Type
  ) -> Word? {
    guard let text = optional(column) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let near = known.suggestion(for: text) ?? Phrase(same: known.joined(separator: ", "))
    note(
      "figures.unknown-word", name,
      Phrase(
        vi: "cột '\(name)' không có giá trị '\(text)' (\(near.vi))",
        en: "the column '\(name)' has no value '\(text)' (\(near.en))"))
    return nil
  }
  /// An exact number, from a column of numbers or of text with a decimal point; `nil` when it is missing.
  ///
  /// A count written `3.675` in a text is refused: many people in Viet Nam mean 3675 by it. A rate may have its sign; the
  /// difference of two rates is none.
  mutating func exact(_ index: Int, _ name: String, isCount: Bool) -> FixedPoint? {
    let column = rows.columns[index]
    guard !isMissing(index) else { return nil }
    switch column {
    case .int(let c): return FixedPoint(c.values[row])
    case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale)
    case .text(let c):
      let written = String(decoding: c[row], as: UTF8.self)
      if written.isEmpty { return nil }
      let signed = UnitSign.part(written)
      if !isCount, signed?.sign == .points {
        note("figures.points", name, .points(written))
        return nil
      }
      let number = isCount ? written : signed?.number ?? written
      let text = number.hasPrefix("\u{2212}") ? "-" + number.dropFirst() : number
      if isCount, text.looksGrouped {
        note("figures.two-readings", name, .twoReadings(written))
        return nil
      }
      if let number = FixedPoint(plain: text) { return number }
      note("figures.not-a-number", name, .notANumber(written, name))
      return nil
    case .double, .bool, .date: return nil  // refused when planning
    }
  }
}

extension String {
  /// Whether it may be a whole number with its thousands set off by a point, or a decimal number with three places.
  fileprivate var looksGrouped: Bool { wholeMatch(of: /-?[1-9][0-9]{0,2}\.[0-9]{3}/) != nil }
}
extension String {
  /// What to do about a text that is almost a number; nothing for others.
  fileprivate var mend: Phrase {
    let inside = split(whereSeparator: \.isWhitespace)
    if inside.count == 1, inside[0].count < count, FixedPoint(plain: String(inside[0])) != nil {
      return Phrase(
        vi: " (bỏ khoảng trắng ở đầu hay cuối ô)", en: " (take the blanks at its start or end away)")
    }
    let plain = replacing(".", with: "").replacing(",", with: ".")
    if isGroupedByComma {
      let whole = replacing(",", with: "")
      return Phrase(
        vi: " (viết '\(whole)' nếu dấu phẩy tách nghìn; số thập phân thì viết dấu chấm và khai number_style)",
        en:
          " (write '\(whole)' if the comma sets thousands off; if it is a decimal number, declare number_style)"
      )
    }
    if FixedPoint(plain: plain) != nil {
      return Phrase(
        vi: " (viết '\(plain)', hoặc khai cột là số với number_style: vi)",
        en: " (write '\(plain)', or make the column one of numbers with number_style: vi)")
    }
    return Phrase(same: "")
  }
}
extension Phrase {
  static func twoReadings(_ text: String) -> Phrase {
    let (grouped, decimal) = (text.filter { $0 != "." }, text.map { $0 == "." ? "," : String($0) }.joined())
    return Phrase(
      vi: "'\(text)' đọc được hai cách: \(grouped), hoặc \(decimal); viết liền các chữ số của một số đếm",
      en: "'\(text)' can be read as \(grouped) or as a decimal number; write the digits of a count together")
  }
  static func points(_ text: String) -> Phrase {
    Phrase(
      vi: "'\(text)' là điểm %, tức hiệu của hai tỷ lệ, không phải tỷ lệ",
      en: "'\(text)' is percentage points, the difference of two rates, and no rate")
  }
  static func belowZero(_ number: FixedPoint) -> Phrase {
    Phrase(vi: "số đếm \(number.plain) nhỏ hơn 0", en: "the count \(number.plain) is below 0")
  }
  static func fraction(_ number: FixedPoint, _ measure: String) -> Phrase {
    Phrase(
      vi:
        "'\(measure)' đếm từng hộ, từng người hoặc từng nơi, nên \(number.plain) không thể là số đếm của nó",
      en: "'\(measure)' counts households, people or places, so that \(number.plain) cannot be a count of it")
  }
  /// A figure that needs a standard; where a day has several, they are named.
  static func noStandard(_ measure: String, on day: Day?, _ valid: [String]) -> Phrase {
    let base = Phrase(
      vi: "cột 'standard' trống, mà '\(measure)' chỉ có nghĩa theo một chuẩn nghèo",
      en: "the column 'standard' is blank, and '\(measure)' means something only under a standard")
    guard let day, valid.count > 1 else { return base }
    let ids = valid.joined(separator: ", ")
    return Phrase(
      vi: "\(base.vi); ngày \(day.vietnamese) có \(valid.count) chuẩn quốc gia: \(ids)",
      en: "\(base.en); \(valid.count) national standards are in force on \(day.iso): \(ids)")
  }
  static func notANumber(_ text: String, _ name: String) -> Phrase {
    let hint = text.mend
    return Phrase(
      vi: "cột '\(name)' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy '\(text)'" + hint.vi,
      en: "the column '\(name)' needs a number with a decimal point and no separators; found '\(text)'"
        + hint.en)
  }
  static func valueDespite(_ status: Figure.Status) -> Phrase {
    Phrase(
      vi: "dòng có giá trị mà status là '\(status.rawValue)'",
      en: "the row has a value, and its status is '\(status.rawValue)'")
  }
  static func noValue(_ status: Figure.Status) -> Phrase {
    Phrase(
      vi: "status là '\(status.rawValue)' mà không có giá trị; không có thì không phải là 0",
      en: "the status is '\(status.rawValue)' and there is no value; none is not 0")
  }
  static func rateOutside(_ rate: FixedPoint) -> Phrase {
    Phrase(
      vi: "tỷ lệ \(rate.plain) không nằm từ 0 đến 100", en: "the rate \(rate.plain) is not from 0 to 100")
  }
  static func partOutside(_ part: FixedPoint, _ whole: FixedPoint) -> Phrase {
    Phrase(
      vi: "tử số \(part.plain) không nằm từ 0 đến mẫu số \(whole.plain)",
      en: "the part \(part.plain) is not from 0 to the whole \(whole.plain)")
  }
  static func control(_ byte: UInt8) -> Phrase {
    let number = String(byte, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - number.count) + number
    return Phrase(vi: "ô có ký tự điều khiển \(name)", en: "the cell has the control character \(name)")
  }
  static let noDenominator = Phrase(vi: "tỷ số cần một mẫu số", en: "a ratio needs a denominator")
}
