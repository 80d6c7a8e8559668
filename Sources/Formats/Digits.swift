import Tables

/// Numbers and days as digits, written into memory without a text between.
enum Digits {
  /// The most bytes that a number or a day takes, with quotes around it.
  static let width = 24

  /// Writes units of a scale, such as 1234 of scale 2 as `12.34`; gives how many bytes that were.
  static func write(_ units: Int64, _ scale: Int, to: UnsafeMutablePointer<UInt8>) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { digits in
      var place = width
      var rest = units.magnitude
      var places = 0
      repeat {
        if places == scale, scale > 0 {
          place -= 1
          digits[place] = UInt8(ascii: ".")
        }
        place -= 1
        digits[place] = UInt8(truncatingIfNeeded: rest % 10) + 48
        rest /= 10
        places += 1
      } while rest > 0 || places <= scale
      if units < 0 {
        place -= 1
        digits[place] = UInt8(ascii: "-")
      }
      for index in place..<width { to[index - place] = digits[index] }
      return width - place
    }
  }
  /// Writes a day as `2024-12-31`; gives how many bytes that were.
  static func write(_ day: Day, to: UnsafeMutablePointer<UInt8>) -> Int {
    let civil = day.civil
    guard (0...9999).contains(civil.year) else {
      var count = 0
      for byte in day.iso.utf8 {
        to[count] = byte
        count += 1
      }
      return count
    }
    var (year, place) = (civil.year, 3)
    while place >= 0 {
      to[place] = UInt8(year % 10) + 48
      (year, place) = (year / 10, place - 1)
    }
    for (start, part) in [(4, civil.month), (7, civil.day)] {
      to[start] = UInt8(ascii: "-")
      to[start + 1] = UInt8(part / 10) + 48
      to[start + 2] = UInt8(part % 10) + 48
    }
    return 10
  }
}
