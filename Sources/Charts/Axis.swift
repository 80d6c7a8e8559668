/// A vertical axis from zero in round steps, four at most.
struct Axis {
  /// The distance of two gridlines, in steps of the chart.
  let step: Int
  /// How many steps there are above zero.
  let count: Int
  let top = 30, bottom = 200

  /// The axis on which `most` has its place.
  init(most: Int) {
    let most = max(1, most)
    var power = 1
    var step = 1
    search: while true {
      for factor in [1, 2, 5] {
        let (value, over) = power.multipliedReportingOverflow(by: factor)
        step = over ? Int.max / 4 : value
        if over || (most - 1) / step + 1 <= 4 { break search }
      }
      let (next, over) = power.multipliedReportingOverflow(by: 10)
      if over { break }
      power = next
    }
    (self.step, count) = (step, (most - 1) / step + 1)
  }
  /// The value of a gridline, counted from zero up; the greatest number there is when it does not fit.
  func value(of line: Int) -> Int { Int(clamping: Int128(line) * Int128(step)) }
  /// The row of a value, rounded half up; values below zero are drawn at zero, values above the axis at its top.
  func y(_ value: Int) -> Int {
    // 128 bits hold every product of an Int and the height.
    let range = Int128(step) * Int128(count)
    let inside = min(max(0, Int128(value)), range)
    return bottom - Int((inside * Int128(bottom - top) * 2 + range) / (range * 2))
  }
}
