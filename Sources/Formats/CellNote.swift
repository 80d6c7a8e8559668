import Diagnostics
import Tables

/// A cell in which something is wrong, and where it stands.
struct CellNote {
  /// What stands in the cell, as it is shown.
  let text: ArraySlice<UInt8>
  let fault: CellFault
  let rule: ColumnRule
  /// The place of the column among those that are read.
  let column: Int
  let place: RecordPlace

  /// What is told of it.
  ///
  /// Put into words only when it is kept, for a column that is read as another type is wrong in every row. What stands in a
  /// personal column is not repeated.
  func message() -> Phrase {
    let word = String(decoding: text, as: UTF8.self)
    let shown = rule.field.sensitivity == .personal ? "…" : word.count > 40 ? "\(word.prefix(40))…" : word
    switch fault {
    case .value: return wrongValue(shown)
    case .lostZeros:
      // Of the digits alone, for a text of JSON is shown with its quotes.
      let lost = (rule.digits ?? 0) - text.count { (48...57).contains($0) }
      return Phrase(
        vi:
          "mã '\(shown)' thiếu \(lost) chữ số so với \(rule.digits ?? 0); có lẽ đã mất số 0 ở đầu, ô vẫn giữ nguyên",
        en:
          "the code '\(shown)' is \(lost) short of \(rule.digits ?? 0) digits; it may have lost leading zeros and stays as written"
      )
    case .code:
      return Phrase(
        vi: "cần một mã \(rule.digits ?? 0) chữ số, thấy '\(shown)'; ô vẫn giữ nguyên",
        en: "expected a code of \(rule.digits ?? 0) digits, found '\(shown)'; it stays as written")
    }
  }
  private func wrongValue(_ shown: String) -> Phrase {
    let expected = rule.expected
    if rule.field.type == .date, rule.dateStyle.hasForm(inner) { return noSuchDay }
    let doubt = rule.field.type == .date ? otherDay : otherSign ?? otherNumber
    return Phrase(
      vi: "cần \(expected.vi), thấy '\(shown)'" + (doubt?.vi ?? ""),
      en: "expected \(expected.en), found '\(shown)'" + (doubt?.en ?? ""))
  }
  /// What stands in the cell without the quotes in which a text of JSON is shown.
  private var inner: ArraySlice<UInt8> {
    let isQuoted = text.count >= 2 && text.first == 34 && text.last == 34
    return (isQuoted ? text.dropFirst().dropLast() : text).trimmed
  }
  /// What is said of a number that the other style would read.
  private var otherNumber: Phrase? {
    guard rule.isNumber, rule.numberStyle == .plain else { return nil }
    let number = rule.withoutSign(inner)
    guard rule.isGrouped(number) else { return rule.hasComma(number) ? withComma : nil }
    guard !rule.mayBeGrouped else {
      return Phrase(
        vi:
          "; số này đọc được hai cách: khai number_style: vi nếu dấu tách nghìn, plain nếu là dấu thập phân",
        en:
          "; it can be read in two ways: say number_style: vi if thousands are parted, plain if it is a decimal point"
      )
    }
    return Phrase(
      vi: "; nếu dấu chấm tách nghìn thì khai number_style: vi",
      en: "; if dots part thousands, say number_style: vi")
  }
  /// What is said of a number with a decimal comma.
  private var withComma: Phrase {
    let isWhole = rule.field.type == .int
    return Phrase(
      vi: "; nếu dấu phẩy là dấu thập phân thì khai number_style: vi" + (isWhole ? " và type: decimal" : ""),
      en: "; if the comma is the decimal sign, say number_style: vi" + (isWhole ? " and type: decimal" : ""))
  }
  /// What is said of a number with the sign of another unit than the schema says.
  private var otherSign: Phrase? {
    guard rule.isNumber, let (_, rest) = UnitSign.behind(inner),
      let sign = UnitSign(String(decoding: rest, as: UTF8.self)), sign != UnitSign(unit: rule.field.unit)
    else { return nil }
    switch sign {
    case .percent where rule.field.unit == nil:
      return Phrase(
        vi: "; nếu số của cột là phần trăm thì khai unit: \"%\"",
        en: "; if the numbers of the column are percent, say unit: \"%\"")
    case .percent:
      return Phrase(
        vi: "; theo mô tả, đơn vị của cột là '\(rule.field.unit ?? "")', không phải %",
        en: "; by the schema the unit of the column is '\(rule.field.unit ?? "")', and not %")
    case .points:
      return Phrase(
        vi:
          "; điểm % là hiệu của hai tỷ lệ, không phải tỷ lệ: nếu cột là những hiệu như thế thì khai unit: \"điểm %\"",
        en:
          "; percentage points are the difference of two rates and no rate: if the column has such, say unit: \"điểm %\""
      )
    }
  }
  /// What is said of a day that is written in the other style.
  private var otherDay: Phrase? {
    let other: DateStyle = rule.dateStyle == .iso ? .vi : .iso
    guard other.hasForm(inner) else { return nil }
    return Phrase(
      vi: "; nếu cột viết ngày như \(other.example) thì khai date_style: \(other.rawValue)",
      en: "; if the column has days such as \(other.example), say date_style: \(other.rawValue)")
  }
  /// What is said of a day in the right style that no calendar has, such as 30 February.
  private var noSuchDay: Phrase {
    guard rule.field.sensitivity != .personal else {
      return Phrase(
        vi: "không có ngày nào như ô này viết", en: "there is no such day as the one in this cell")
    }
    let day = String(decoding: inner, as: UTF8.self)
    return Phrase(vi: "không có ngày \(day)", en: "there is no such day as \(day)")
  }
}
extension ColumnRule {
  /// Whether its cells are numbers.
  fileprivate var isNumber: Bool {
    switch field.type {
    case .int, .decimal, .double: true
    case .text, .bool, .date: false
    }
  }
}
extension CellFault {
  /// The code of the finding in CSV.
  var codeInCSV: String {
    switch self {
    case .value: "csv.value"
    case .lostZeros: "csv.lost-zero"
    case .code: "csv.code"
    }
  }
  /// The code of the finding in JSON.
  var codeInJSON: String {
    switch self {
    case .value: "json.value"
    case .lostZeros: "json.lost-zero"
    case .code: "json.code"
    }
  }
}
