import Diagnostics

/// A function that an expression may call; its name is written in any case.
///
/// A missing argument makes the result missing, where nothing else is said; a quotient by 0 is missing as not applicable.
public enum Function: String, Sendable, Hashable, CaseIterable {
  /// `rate(part, whole)`: the part of the whole in percent, decimal(2), half away from zero; missing when the whole is 0.
  case rate
  /// `ratio(a, b, decimals)`: the quotient with so many places, half away from zero; missing when `b` is 0.
  ///
  /// `decimals` is a number from 0 to 18, written out.
  case ratio
  /// `age(date)`: the whole years from a day to the reference date; negative when the day is after it.
  ///
  /// Who was born on 29 February is a year older on 1 March in years without that day.
  case age
  /// `reference_date()`: the pipeline's reference date.
  case referenceDate = "reference_date"
  /// `year(date)`: the year of a day.
  case year
  /// `length(text)`: the number of characters as people count them, so that a letter with its accents is one.
  case length
  /// `lower(text)`: the text in small letters.
  case lower
  /// `trim(text)`: the text without blanks of any kind at both ends.
  case trim
  /// `name_key(text)`: the form by which two spellings of one Vietnamese name are the same.
  ///
  /// Letter case, NFC or NFD, the place of the tone mark (`hoà`, `hòa`), blanks, hyphens and leading zeros of numbers do not
  /// count; letters and tones do. It is for comparing, and is never shown.
  case nameKey = "name_key"
  /// `coalesce(a, b, …)`: the first that is not missing; what comes after it is not looked at.
  case coalesce
  /// `abs(a)`: the number without its sign.
  case abs
  /// `mod(a, b)`: what is left of `a` when `b` is taken off it as often as it fits, with the sign of `a`; missing when `b` is 0.
  case mod
  /// `min(a, b, …)`: the least of the numbers or days; missing when any is.
  case min
  /// `max(a, b, …)`: the greatest of the numbers or days; missing when any is.
  case max
  /// `count_true(a, b, …)`: how many of the conditions are true; missing when any is.
  case countTrue = "count_true"

  /// The numbers of arguments that it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .referenceDate: 0...0
    case .age, .year, .length, .lower, .trim, .nameKey, .abs: 1...1
    case .rate, .mod: 2...2
    case .ratio: 3...3
    case .coalesce, .min, .max: 2...Int.max
    case .countTrue: 1...Int.max
    }
  }
  /// How it is written, such as `rate(a, b)`.
  var form: String {
    switch self {
    case .rate, .mod: "\(rawValue)(a, b)"
    case .ratio: "ratio(a, b, 2)"
    case .referenceDate: "reference_date()"
    case .age, .year: "\(rawValue)(date)"
    case .length, .lower, .trim, .nameKey: "\(rawValue)(text)"
    case .abs: "abs(a)"
    case .coalesce, .min, .max, .countTrue: "\(rawValue)(a, b, …)"
    }
  }
}
