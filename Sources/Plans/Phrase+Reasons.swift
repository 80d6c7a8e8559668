import Diagnostics
import Tables

// Why there is no judgement, and what is to be known beside one.
extension Phrase {
  static let isActivity = Phrase(
    vi: "Kế hoạch nêu một việc phải làm, không nêu kết quả đo được.",
    en: "The plan names something to be done, and no result that can be measured.")
  static let isEntitlement = Phrase(
    vi: "Kế hoạch nêu mức hỗ trợ, không nêu bao nhiêu người được hưởng.",
    en: "The plan says how much is paid, and not to how many.")
  static func noBase(_ day: Day?) -> Phrase {
    guard let day else { return Phrase(vi: "thiếu số liệu gốc", en: "the base figure is missing") }
    return Phrase(
      vi: "thiếu số liệu gốc (ngày \(day.vietnamese))", en: "the base figure (of \(day.iso)) is missing")
  }
  static let noResult = Phrase(
    vi: "chưa tìm được số liệu đã công bố", en: "no published figure has been found")
  static func notDue(_ day: Day) -> Phrase {
    Phrase(vi: "đến hạn ngày \(day.vietnamese)", en: "due on \(day.iso)")
  }
  static func onlyInterim(_ day: Day) -> Phrase {
    Phrase(
      vi: "chỉ có số liệu ngày \(day.vietnamese), chưa có số liệu cuối kỳ",
      en: "there is a figure of \(day.iso), and none of the end of the period")
  }
  static func otherStandard(_ a: String, _ b: String) -> Phrase {
    guard !a.isEmpty, !b.isEmpty else {
      return Phrase(
        vi: "số liệu không ghi chuẩn nghèo không so được với số liệu theo chuẩn \(a)\(b)",
        en: "figures without a standard cannot be compared with figures under \(a)\(b)")
    }
    return Phrase(
      vi: "số liệu theo chuẩn \(a) không so được với chuẩn \(b)",
      en: "figures under \(a) cannot be compared with \(b)")
  }
  static let otherBoundary = Phrase(
    vi: "số liệu gốc và kết quả của hai địa giới khác nhau",
    en: "the base figure and the result are of two boundaries")
  static let otherPlace = Phrase(
    vi: "kế hoạch và kết quả của hai địa giới khác nhau",
    en: "the plan and the result are of two boundaries")
  static let otherKind = Phrase(
    vi: "chỉ tiêu là tỷ lệ mà số liệu là số lượng, hoặc ngược lại",
    en: "the target is a rate and the figure a count, or the other way round")
  static let baseWithheld = Phrase(
    vi: "có số liệu gốc nhưng không công bố để bảo vệ người dân",
    en: "there is a base figure, withheld to protect people")
  static let isWithheld = Phrase(
    vi: "có số liệu nhưng không công bố để bảo vệ người dân",
    en: "there is a figure, withheld to protect people")
  static let nobody = Phrase(vi: "không có ai thuộc diện này", en: "nobody is in the population")
  static let nobodyAtFirst = Phrase(
    vi: "ở ngày của số liệu gốc không có ai thuộc diện này",
    en: "nobody was in the population on the day of the base figure")
  static let undecided = Phrase(
    vi: "số đã công bố được làm tròn, nên cả đạt lẫn chưa đạt đều có thể",
    en: "the published number is rounded, so that both verdicts are possible")
  static let undecidedEstimate = Phrase(
    vi: "số đã công bố là số ước tính, nên chưa biết chắc ở phía nào",
    en: "the published number is an estimate, so that the side is not known for certain")
  static let onlyEstimate = Phrase(
    vi: "chỉ có số ước tính, không đủ để đánh giá",
    en: "there is only an estimate, which does not decide")
  static let baseEstimate = Phrase(
    vi: "số liệu gốc chỉ là số ước tính, không đủ để đánh giá",
    en: "the base figure is only an estimate, which does not decide")
  static let noWhole = Phrase(
    vi: "chưa có số đã đạt của chỉ tiêu mà nó nằm trong, nên không tính được tỷ lệ",
    en: "how many the target around it reached is not known, so that there is no share of them")
  static let wholeWithheld = Phrase(
    vi: "số đã đạt của chỉ tiêu mà nó nằm trong không được công bố, nên không tính được tỷ lệ",
    en: "how many the target around it reached is withheld, so that there is no share of them")
  static let otherWhole = Phrase(
    vi: "mẫu số không phải số đã đạt của chỉ tiêu mà nó nằm trong",
    en: "the denominator is not the number that the target around it reached")
  static let moreThanWhole = Phrase(
    vi: "số liệu lớn hơn số đã đạt của chỉ tiêu mà nó nằm trong",
    en: "the figure is more than the target around it reached")
  static let tooLittle = Phrase(
    vi: "chưa đến hạn; số liệu chưa thay đổi đủ để tính là một chiều",
    en: "not yet due; the figure has not changed enough to count as a direction")
  static let overBudget = Phrase(
    vi: "đã dùng quá số tiền của kế hoạch; chưa đến hạn",
    en: "more than the money of the plan has been used; it is not yet due")
  static let noPath = Phrase(
    vi: "chưa đến hạn, chưa ở mức mục tiêu; kế hoạch không đi theo đường thẳng nên không xét tiến độ",
    en: "not yet due and not yet at the goal; the plan has no straight path, so that no pace is judged")
  /// Which year, or all of them, the least word is of, and what is to be known beside it.
  static func least(_ name: Phrase, remark: Phrase?) -> Phrase {
    let least = Phrase(
      vi: "Đánh giá thấp nhất là của: \(name.vi).", en: "The least word is that of: \(name.en).")
    guard let remark else { return least }
    return Phrase(vi: "\(least.vi) \(remark.vi)", en: "\(least.en) \(remark.en)")
  }
  /// Which year, or all of them, cannot be judged, and why.
  static func least(_ name: Phrase, reason: Phrase?) -> Phrase? {
    reason.map { Phrase(vi: "\(name.vi): \($0.vi)", en: "\(name.en): \($0.en)") }
  }
  static let tooLarge = Phrase(
    vi: "các số quá lớn để tính chính xác", en: "the numbers are too large to be computed exactly")
  static let noPace = Phrase(
    vi: "chưa đến hạn, chưa ở mức mục tiêu; không có số liệu gốc để biết tiến độ",
    en: "not yet due and not yet at the goal; without a base figure the pace is not known")
  static let noPaceWithheld = Phrase(
    vi:
      "chưa đến hạn, chưa ở mức mục tiêu; số liệu gốc không công bố để bảo vệ người dân nên không xét tiến độ",
    en:
      "not yet due and not yet at the goal; the base figure is withheld to protect people, so that no pace is told"
  )
  static let noPaceEstimate = Phrase(
    vi: "chưa đến hạn, chưa ở mức mục tiêu; số liệu gốc chỉ là số ước tính nên không biết tiến độ",
    en:
      "not yet due and not yet at the goal; the base figure is only an estimate, so that the pace is not known"
  )
  static let noPaceNobody = Phrase(
    vi:
      "chưa đến hạn, chưa ở mức mục tiêu; ở ngày của số liệu gốc không có ai thuộc diện này nên không xét tiến độ",
    en:
      "not yet due and not yet at the goal; nobody was in the population on the day of the base figure, so that there is no pace"
  )
  static let noWay = Phrase(
    vi: "chưa đến hạn, chưa ở mức mục tiêu; số liệu gốc không cho biết tiến độ",
    en: "not yet due and not yet at the goal; the base figure does not tell the pace")
  static let undecidedPace = Phrase(
    vi: "chưa đến hạn; số đã công bố được làm tròn, nên không biết chắc tiến độ ở mức nào",
    en: "not yet due; the published number is rounded, so that the pace is not known for certain")
  static let budget = Phrase(
    vi: "Kế hoạch ghi số tiền bố trí; hiểu là không chi quá số ấy.",
    en: "The plan gives the money set aside, which is read as not to be exceeded.")
  static let bareNumber = Phrase(
    vi: "Kế hoạch ghi con số trần; hiểu là ít nhất.",
    en: "The plan gives a bare number, which is read as at least.")
  static let aboutNumber = Phrase(
    vi: "Kế hoạch ghi \"khoảng\"; từ 95 % con số ấy trở lên được coi là đạt.",
    en: "The plan says about; from 95% of the number on it counts as met.")
}
