public import Diagnostics
public import Tables

/// Why a measure cannot be made: what was declared, or what was counted, contradicts itself.
public enum MeasureProblem: Error, Sendable, Hashable {
  /// No indicator, more than there can be, or another number of weights.
  ///
  /// A vector has 64 bits; a table of households can have fewer, for two of them say what else a row is.
  case indicatorCount(Int, most: Int = 64)
  /// A weight below zero, weights that do not add up to 1, or weights without a common denominator of nine digits.
  case weights
  /// A cut-off that is not above 0 and at most 1.
  case cutoff(Fraction)
  /// A sum that is too large to be true of any country.
  case tooLarge
  /// More is counted than there is to count from.
  case countAboveTotal(count: Int128, total: Int128)
  /// A class that is none of the words there are.
  case unknownClass(String)
  /// A household that stands twice in one year.
  case idTwice(year: Int)
  /// A year that is not among those declared.
  case unknownYear(Int)
  /// A number of persons that is missing or below one.
  case negative

  /// The stable word of the problem.
  public var code: Diagnostic.Code {
    switch self {
    case .indicatorCount: "measures.indicators"
    case .weights: "measures.weights"
    case .cutoff: "measures.cutoff"
    case .tooLarge: "measures.too-large"
    case .countAboveTotal: "measures.above-total"
    case .unknownClass: "measures.class"
    case .idTwice: "measures.id-twice"
    case .unknownYear: "measures.year"
    case .negative: "measures.negative"
    }
  }
  /// What is wrong, in words that name no household.
  public var phrase: Phrase {
    switch self {
    case .indicatorCount(let count, let most):
      Phrase(
        vi: "cần từ 1 đến \(most) chỉ số, mỗi chỉ số một trọng số, ở đây là \(count)",
        en: "1 to \(most) indicators are needed with a weight each, not \(count)")
    case .weights:
      Phrase(
        vi: "các trọng số phải là phân số không âm, cộng lại đúng bằng 1, mẫu số chung không quá 10⁹",
        en:
          "weights are fractions that are not negative, add up to exactly 1 and have a common denominator of at most 10⁹"
      )
    case .cutoff(let cutoff):
      Phrase(
        vi: "ngưỡng phải trên 0 và không quá 1, không phải \(cutoff.numerator)/\(cutoff.denominator)",
        en: "a cut-off is above 0 and at most 1, not \(cutoff.numerator)/\(cutoff.denominator)")
    case .tooLarge: Phrase(vi: "một tổng quá lớn", en: "a sum is too large")
    case .countAboveTotal(let count, let total):
      Phrase(
        vi: "số đếm \(count) lớn hơn tổng số \(total)", en: "the count \(count) exceeds the total of \(total)"
      )
    case .unknownClass(let word):
      Phrase(vi: "không có loại hộ '\(word)'", en: "there is no class '\(word)'")
    case .idTwice(let year):
      Phrase(
        vi: "một mã hộ xuất hiện hai lần trong năm \(year)",
        en: "an id of a household stands twice in \(year)")
    case .unknownYear(let year):
      Phrase(vi: "năm \(year) không được khai", en: "the year \(year) is not declared")
    case .negative:
      Phrase(vi: "số nhân khẩu thiếu hoặc nhỏ hơn 1", en: "a number of persons is missing or below 1")
    }
  }
}
