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

  /// One of the words; `%` is told what to write instead.
  public static var optionType: OptionType<TargetUnit> {
    wordType { word in
      guard word.contains("%") else { return nil }
      return Phrase(
        vi: "bỏ dấu %: ghi percent cho một tỷ lệ, points cho điểm %",
        en: "leave out the sign %: write `percent` for a rate, `points` for percentage points")
    }
  }

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
  /// What a number of it is, in a sentence.
  var named: Phrase {
    switch self {
    case .percent: Phrase(vi: "tỷ lệ phần trăm", en: "percent")
    case .points: Phrase(vi: "số điểm phần trăm", en: "percentage points")
    case .households: Phrase(vi: "số hộ", en: "households")
    case .people: Phrase(vi: "số người", en: "people")
    case .communes: Phrase(vi: "số xã", en: "communes")
    case .officers: Phrase(vi: "số cán bộ", en: "officers")
    case .models: Phrase(vi: "số mô hình", en: "models")
    case .millionDong: Phrase(vi: "số tiền", en: "money")
    }
  }
  /// Whether its numbers are whole: nobody counts a part of a household.
  public var isWhole: Bool {
    switch self {
    case .households, .people, .communes, .officers, .models: true
    case .percent, .points, .millionDong: false
    }
  }
  /// A number without the unit.
  func number(_ number: FixedPoint) -> Phrase { Phrase(vi: VietnameseNumber.text(number), en: number.plain) }
  /// Whether its numbers are rates or changes of rates.
  public var isRate: Bool { self == .percent || self == .points }
}
