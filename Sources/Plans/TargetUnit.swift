public import Diagnostics
import Formats
public import StageKit
public import Tables

/// What the numbers of a target count.
public enum TargetUnit: String, OptionValue, CaseIterable {
  /// Percent of a population.
  case percent
  /// Percentage points, for changes of a rate.
  case points
  /// Households.
  case households
  /// People.
  case people
  /// Communes.
  case communes
  /// Officers.
  case officers
  /// Models and projects that were supported.
  case models
  /// Millions of đồng.
  case millionDong = "million_dong"

  /// The word after a number.
  public var phrase: Phrase {
    switch self {
    case .percent: Phrase(same: "%")
    case .points: Phrase(vi: "điểm\u{A0}%", en: "percentage points")
    case .households: Phrase(vi: "hộ", en: "households")
    case .people: Phrase(vi: "người", en: "people")
    case .communes: Phrase(vi: "xã", en: "communes")
    case .officers: Phrase(vi: "cán bộ", en: "officers")
    case .models: Phrase(vi: "mô hình", en: "models")
    case .millionDong: Phrase(vi: "triệu đồng", en: "million đồng")
    }
  }
  /// A number with the unit: `1,20 %`, `3.675 hộ`; in English with a decimal point.
  ///
  /// It has as many decimal places as asked for, else as many as the number has.
  public func text(_ number: FixedPoint, places: Int? = nil) -> Phrase {
    let rounded = places.flatMap { number.rounded(places: $0) } ?? number
    return Phrase(
      vi: VietnameseNumber.text(rounded) + "\u{A0}" + phrase.vi,
      en: rounded.plain + (self == .percent ? "" : "\u{A0}") + phrase.en)
  }
  /// A number without the unit.
  func number(_ number: FixedPoint) -> Phrase { Phrase(vi: VietnameseNumber.text(number), en: number.plain) }
  /// Whether its numbers are rates or changes of rates.
  public var isRate: Bool { self == .percent || self == .points }
}
