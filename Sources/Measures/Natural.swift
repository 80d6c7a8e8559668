/// A natural number of any size, for comparing powers exactly.
struct Natural: Comparable {
  /// Digits of 32 bits, the least first, without zeros at the end.
  private var digits: [UInt32]

  init(_ number: UInt128) {
    var (rest, digits) = (number, [UInt32]())
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    self.digits = digits
  }
  static func < (a: Self, b: Self) -> Bool {
    a.digits.count != b.digits.count
      ? a.digits.count < b.digits.count
      : a.digits.reversed().lexicographicallyPrecedes(b.digits.reversed())
  }
  static func * (a: Self, b: Self) -> Self {
    var product = Natural(0)
    product.digits = Array(repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.digits.enumerated() {
        // At most (2^32 − 1)^2 + 2 (2^32 − 1), which is 2^64 − 1.
        let sum = UInt64(x) * UInt64(y) + UInt64(product.digits[i + j]) + carry
        product.digits[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product.digits[i + b.digits.count] = UInt32(carry)
    }
    while product.digits.last == 0 { product.digits.removeLast() }
    return product
  }
  /// The number times itself so often; 1 for no times.
  func raised(to exponent: Int) -> Self {
    var (result, square, rest) = (Natural(1), self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}
