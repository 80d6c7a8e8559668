public import Diagnostics

/// Why a figure is withheld, for the office alone: to readers all of them look the same.
public enum WithholdingReason: String, Sendable, CaseIterable {
  /// No ground covers it, and the pipeline gives no threshold.
  case noGround
  /// It came withheld, or with a value that is no count.
  case noCount
  /// It is not known of how many it is a part.
  case noBase
  /// The count of which it is a part is withheld.
  case baseWithheld
  /// There are few of them.
  case fewOfThem
  /// There are few others.
  case fewOthers
  /// It is everybody.
  case everybody
  /// It is a part of few, in a commune.
  case smallBase
  /// It is a rate, and a count in it is withheld.
  case partWithheld
  /// Another figure could be worked out from it.
  case protectsAnother
  /// It was carried over to other boundaries.
  case carried
  /// An earlier edition withheld it, and what was told with it then is another now.
  case heldBefore

  /// The words for it.
  public var phrase: Phrase {
    switch self {
    case .noGround: Phrase(vi: "không có căn cứ công khai", en: "it has no ground")
    case .noCount: Phrase(vi: "không có giá trị là số đếm", en: "its value is not a count")
    case .noBase:
      Phrase(vi: "không biết nó là một phần của số nào", en: "it is not known of which count it is a part")
    case .baseWithheld: Phrase(vi: "số mà nó là một phần cũng bị giữ lại", en: "its base is withheld")
    case .fewOfThem: Phrase(vi: "quá ít hộ", en: "it counts too few")
    case .fewOthers: Phrase(vi: "số còn lại quá ít", en: "too few are left")
    case .everybody: Phrase(vi: "mọi hộ đều thuộc về nó", en: "it is everybody")
    case .smallBase: Phrase(vi: "là một phần của quá ít hộ", en: "its base is too small")
    case .partWithheld:
      Phrase(vi: "tử số hoặc mẫu số bị giữ lại", en: "its numerator or denominator is withheld")
    case .protectsAnother:
      Phrase(vi: "từ nó tính ra được một số bị giữ lại", en: "a withheld figure could be worked out from it")
    case .carried:
      Phrase(
        vi: "là số quy đổi sang địa giới khác và không có căn cứ công khai",
        en: "it was carried over to other boundaries, and has no ground")
    case .heldBefore:
      Phrase(
        vi: "lần công bố trước giữ lại nó, và một số công bố cùng lúc nay đã đổi",
        en: "an earlier edition withheld it, and what was told with it then is another now")
    }
  }
}
