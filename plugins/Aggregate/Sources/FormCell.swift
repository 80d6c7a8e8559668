import Tables

/// A cell of an official table: blank is not zero and has its reason.
enum FormCell: Hashable {
  case count(Int64)
  case percent(FixedPoint)
  case blank(String)

  /// A count, or why there is none.
  init(_ count: Int64?, else reason: String) { self = count.map { .count($0) } ?? .blank(reason) }
  /// The percentage that a count is of another, with two decimals.
  static func percent(_ part: FormCell, of whole: FormCell) -> FormCell {
    guard case .count(let part) = part else { return part }
    guard case .count(let whole) = whole else { return whole }
    guard whole > 0 else { return .blank("mẫu số là 0") }
    guard part <= whole else { return .blank(above) }
    return Fraction(Int128(part) * 100, over: Int128(whole))?.rounded(places: 2).map { .percent($0) }
      ?? .blank("không tính được")
  }
  /// Why there is no percentage of a whole that is less than its parts.
  static let above = "các phần lớn hơn tổng số"
  /// Why there is no percentage of persons that are fewer than households.
  static let fewerPersons = "nhân khẩu ít hơn số hộ"
  /// The count; `nil` when it is blank or a percentage.
  var count: Int64? { if case .count(let count) = self { count } else { nil } }
  /// The sum of counts, of all of them or none.
  static func sum(_ cells: [FormCell]) -> FormCell {
    var (sum, missing) = (0 as Int64, 0)
    for cell in cells {
      guard case .count(let count) = cell else {
        missing += 1
        continue
      }
      let (next, over) = sum.addingReportingOverflow(count)
      if over { return .blank("tổng quá lớn") }
      sum = next
    }
    return missing == 0 ? .count(sum) : .blank("\(missing) đơn vị không có số")
  }
}
