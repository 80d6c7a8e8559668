public import Diagnostics
public import Tables

extension Role {
  /// The word for the role in a message.
  public var phrase: Phrase {
    switch self {
    case .count: Phrase(vi: "số đếm", en: "a count")
    case .amount: Phrase(vi: "đại lượng", en: "an amount")
    case .rate: Phrase(vi: "tỷ lệ", en: "a rate")
    case .code: Phrase(vi: "mã", en: "a code")
    case .label: Phrase(vi: "nhãn", en: "a label")
    case .flag: Phrase(vi: "dấu có hoặc không", en: "a flag")
    case .weight: Phrase(vi: "trọng số", en: "a weight")
    }
  }
}
