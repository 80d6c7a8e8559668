public import Diagnostics
public import Tables

extension ColumnType {
  /// The word for the type in a message.
  public var phrase: Phrase {
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
