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
      let lost = (rule.digits ?? 0) - text.count
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
    let inner = text.trimmed
    let isNumber = rule.field.type == .int || rule.field.type == .decimal(scale: rule.field.type.scale)
    let isDoubtful = isNumber && rule.numberStyle == .plain && rule.isGrouped(inner)
    let doubt = Phrase(
      vi: "; nếu dấu chấm tách nghìn thì khai number_style: vi",
      en: "; if dots part thousands, say number_style: vi")
    return Phrase(
      vi: "cần \(expected.vi), thấy '\(shown)'" + (isDoubtful ? doubt.vi : ""),
      en: "expected \(expected.en), found '\(shown)'" + (isDoubtful ? doubt.en : ""))
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
