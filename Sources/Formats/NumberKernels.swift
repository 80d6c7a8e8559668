import Tables

/// Reads whole numbers in the plain style, eight digits at a time.
struct WholeKernel: CellKernel {
  static let none = 0 as Int64
  let rule: ColumnRule

  @inline(__always) func glance(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int64? {
    let count = end - start
    if count == 1 {
      let digit = text[start] &- 48
      return digit < 10 ? Int64(digit) : nil
    }
    guard end >= 16, count <= 16 else { return nil }
    guard let low = text.digits(endingAt: end, count: min(count, 8)) else { return nil }
    guard count > 8 else { return low }
    guard let high = text.digits(endingAt: end - 8, count: count - 8) else { return nil }
    return high &* 100_000_000 &+ low
  }
  func read(_ text: ArraySlice<UInt8>) -> Int64? { rule.whole(text) }
  func read(number: ArraySlice<UInt8>) -> Int64? { rule.whole(number: number) }
}

/// Reads exact numbers in either style: decimals, and whole numbers whose thousands may be parted.
struct FixedKernel: CellKernel {
  static let none = 0 as Int64
  private let rule: ColumnRule
  private let scale: Int
  private let point: UInt8
  private let isGrouped: Bool
  /// How many places make a number doubtful, for three may be thousands; none when that is 0.
  private let doubt: Int

  init(_ rule: ColumnRule) {
    doubt = rule.mayBeGrouped ? 3 : 0
    (self.rule, scale, isGrouped) = (rule, rule.field.type.scale, rule.numberStyle == .vi)
    point = rule.numberStyle == .vi ? 44 : 46
  }
  /// Numbers of so few digits that they fit; others need care.
  @inline(__always) func glance(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int64? {
    guard end - start + scale <= 18 else { return nil }
    let isNegative = text[start] == 45
    var place = isNegative ? start + 1 : start
    guard var value = whole(text, &place, end) else { return nil }
    var places = 0
    if place < end {
      guard text[place] == point, place + 1 < end, end - place - 1 <= scale else { return nil }
      for byte in place + 1..<end {
        let digit = text[byte] &- 48
        guard digit < 10 else { return nil }
        (value, places) = (value &* 10 &+ Int64(digit), places + 1)
      }
    }
    guard places != doubt || places == 0 else { return nil }
    for _ in places..<scale { value = value &* 10 }
    return isNegative ? -value : value
  }
  /// The digits before the point, at least one; thousands are parted all or none.
  @inline(__always) private func whole(
    _ text: UnsafeRawBufferPointer, _ place: inout Int, _ end: Int
  ) -> Int64? {
    let start = place
    var (value, group, isParted) = (0 as Int64, start, false)
    while place < end {
      let digit = text[place] &- 48
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
      } else if isGrouped, text[place] == 46 {
        let count = place - group
        guard isParted ? count == 3 : (1...3).contains(count) && text[start] != 48 else { return nil }
        (group, isParted) = (place + 1, true)
      } else {
        break
      }
      place += 1
    }
    return place == group || isParted && place - group != 3 ? nil : value
  }
  func read(_ text: ArraySlice<UInt8>) -> Int64? { rule.whole(text) }
  func read(number: ArraySlice<UInt8>) -> Int64? { rule.whole(number: number) }
}

/// Reads floating-point numbers; those of few digits are one exact division, which rounds once.
struct DoubleKernel: CellKernel {
  static let none = 0.0
  private static let powers = (0...15).map { Double(FixedPoint.power($0)) }
  private let rule: ColumnRule
  /// How many places make a number doubtful, for three may be thousands; none when that is 0.
  private let doubt: Int
  init(_ rule: ColumnRule) { (self.rule, doubt) = (rule, rule.mayBeGrouped ? 3 : 0) }

  func glance(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Double? {
    guard end - start <= 16, rule.numberStyle == .plain else { return nil }
    let first = text[start] == 45 ? start + 1 : start
    var (value, places) = (0 as Int64, -1)
    for place in first..<end {
      let digit = text[place] &- 48
      if text[place] == 46, places < 0, place > first {
        places = 0
      } else if digit < 10 {
        (value, places) = (value &* 10 &+ Int64(digit), places < 0 ? places : places + 1)
      } else {
        return nil
      }
    }
    guard first < end, places != 0, places != doubt || doubt == 0 else { return nil }
    let number = Double(value) / Self.powers[max(places, 0)]
    return first == start ? number : -number
  }
  func read(_ text: ArraySlice<UInt8>) -> Double? { rule.double(text) }
  func read(number: ArraySlice<UInt8>) -> Double? {
    Double(String(decoding: number, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}

extension UnsafeRawBufferPointer {
  /// The number of the `count` digits before `end`, one to eight; `nil` when they are not all digits.
  ///
  /// The eight bytes before `end` must be in the buffer. They are put together in pairs: digits to numbers below a hundred,
  /// those to numbers below ten thousand, and so on.
  @inline(__always) fileprivate func digits(endingAt end: Int, count: Int) -> Int64? {
    let bytes = UInt64(littleEndian: loadUnaligned(fromByteOffset: end - 8, as: UInt64.self))
    let kept = UInt64.max << UInt64((8 - count) * 8)
    var value = (bytes ^ 0x3030_3030_3030_3030) & kept
    guard ((value &+ 0x7676_7676_7676_7676) | value) & 0x8080_8080_8080_8080 == 0 else { return nil }
    value = (value &* 2561) >> 8
    value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    value = ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    return Int64(truncatingIfNeeded: value)
  }
}
