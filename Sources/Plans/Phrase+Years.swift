import Diagnostics
import Tables

// Years, the plan's own path, and what is told of them.
extension Phrase {
  /// The name of one year of several: `năm 2022`, or its days.
  static func year(_ from: Day, _ to: Day) -> Phrase {
    guard from.isYearEnd, to.isYearEnd else {
      return Phrase(vi: "từ \(from.vietnamese) đến \(to.vietnamese)", en: "from \(from.iso) to \(to.iso)")
    }
    return Phrase(vi: "năm \(to.year)", en: "year \(to.year)")
  }
  /// The name of the years together.
  static func years(_ count: Int) -> Phrase {
    Phrase(vi: "cộng cả \(count) năm", en: "all \(count) years together")
  }
  static let isToStay = Phrase(
    vi: "Số liệu gốc đã ở mức mục tiêu: phải duy trì.",
    en: "The base figure is at the goal already: it is to be kept.")
  static let fromNothing = Phrase(
    vi: "Kế hoạch không nêu số liệu gốc: tính từ 0.", en: "The plan names no baseline: it starts from 0.")
  static func way(_ toward: Direction) -> Phrase {
    switch toward {
    case .down: Phrase(vi: "Mục tiêu: giảm, không nêu con số.", en: "Goal: to fall, by no number.")
    case .up: Phrase(vi: "Mục tiêu: tăng, không nêu con số.", en: "Goal: to rise, by no number.")
    }
  }
  static func materiality(_ least: Fraction, _ unit: TargetUnit, beside ends: [Fraction] = []) -> Phrase {
    let amount = between(Extent(least), unit, beside: ends)
    return Phrase(
      vi: "Chỉ tính là thay đổi khi từ \(amount.vi) trở lên.",
      en: "It counts as a change from \(amount.en) on.")
  }
  static func time(_ elapsed: Int) -> Phrase {
    Phrase(vi: "Đã qua \(elapsed)\u{A0}% thời gian.", en: "\(elapsed)% of the time has passed.")
  }
  /// What the plan's own path wants on a day; `nil` when it is not known.
  static func path(
    _ accepted: Extent?, on day: Day, _ unit: TargetUnit, beside ends: [Fraction] = []
  ) -> Phrase? {
    guard let accepted else { return nil }
    let wanted = between(accepted, unit, beside: ends)
    return Phrase(
      vi: "Lộ trình của kế hoạch, ngày \(day.vietnamese): \(wanted.vi).",
      en: "The plan's own path, \(day.iso): \(wanted.en).")
  }
  static func pathPace(_ pace: Int) -> Phrase {
    Phrase(
      vi: "Đã đi ít nhất \(pace)\u{A0}% quãng đường mà lộ trình đòi hỏi tới lúc này.",
      en: "At least \(pace)% of the way that the path asks for by now has been made.")
  }
}
