import Tables

/// Reads days in either style, as their numbers.
struct DayKernel: CellKernel {
  static let none = 0 as Int32
  let rule: ColumnRule

  @inline(__always) func glance(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int32? {
    guard end - start == 10 else { return nil }
    let isISO = rule.dateStyle == .iso
    let (first, second) = isISO ? (start + 4, start + 7) : (start + 2, start + 5)
    let sign = isISO ? 45 : 47 as UInt8
    guard text[first] == sign, text[second] == sign,
      let a = number(text, start, first), let b = number(text, first + 1, second),
      let c = number(text, second + 1, end)
    else { return nil }
    return (isISO ? Day(year: a, month: b, day: c) : Day(year: c, month: b, day: a))?.number
  }
  @inline(__always) private func number(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    var value = 0
    for place in start..<end {
      let digit = text[place] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
  func read(_ text: ArraySlice<UInt8>) -> Int32? { rule.dateStyle.day(text)?.number }
}
