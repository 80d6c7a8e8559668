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
      power *= 10
    }
    (self.step, count) = (step, (most - 1) / step + 1)
  }
  /// The row of a value, rounded half up; values below zero are drawn at zero.
  func y(_ value: Int) -> Int {
    let whole = step.multipliedReportingOverflow(by: count)
    let range = whole.overflow ? Int.max : whole.partialValue
    let height = bottom - top
    let inside = min(max(0, value), range)
    // Both factors are cut to the same power so that the product fits.
    let shift = max(0, Int.bitWidth - inside.leadingZeroBitCount - 48)
    return bottom - ((inside >> shift) * height * 2 + (range >> shift)) / max(1, (range >> shift) * 2)
  }
}
