/// Logarithms to the base of two in whole numbers, so that weights are the same on every machine.
enum BinaryLogarithm {
  /// How many units make one bit.
  static let unit: Int64 = 1 << 20

  /// The logarithm of a whole number from 1 on, in units of 2^-20 bits, rounded down.
  static func of(_ number: UInt64) -> Int64 {
    precondition(number > 0, "only positive numbers have a logarithm")
    let whole = 63 - number.leadingZeroBitCount
    // The number as 1.… with 62 places, which is squared for every place of the logarithm.
    var rest = whole > 62 ? number >> UInt64(whole - 62) : number << UInt64(62 - whole)
    var found = Int64(whole)
    for _ in 0..<20 {
      let square = rest.multipliedFullWidth(by: rest)
      // The square of 1.… has 124 places; two of its 128 bits are before the point.
      let isTwo = square.high >> 61 & 1 == 1
      rest = isTwo ? square.high << 1 | square.low >> 63 : square.high << 2 | square.low >> 62
      found = found << 1 | (isTwo ? 1 : 0)
    }
    return found
  }
  /// The logarithm of a quotient of positive numbers.
  static func of(_ numerator: UInt64, over denominator: UInt64) -> Int64 { of(numerator) - of(denominator) }
}
