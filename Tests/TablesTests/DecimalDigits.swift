/// A natural number of any size as its decimal digits, for slow twins of arithmetic.
struct DecimalDigits: Comparable, CustomStringConvertible {
  /// Without leading zeros; none for zero.
  private var digits: [UInt8]

  init(_ number: UInt128) { self.init(String(number).utf8.map { $0 - 48 }) }
  init(_ digits: [UInt8]) { self.digits = Array(digits.drop { $0 == 0 }) }

  var description: String { digits.isEmpty ? "0" : String(decoding: digits.map { $0 + 48 }, as: UTF8.self) }
  static func < (a: Self, b: Self) -> Bool {
    a.digits.count != b.digits.count
      ? a.digits.count < b.digits.count : a.digits.lexicographicallyPrecedes(b.digits)
  }
  var doubled: Self {
    var (result, carry): ([UInt8], UInt8) = ([], 0)
    for digit in digits.reversed() {
      result.append((digit * 2 + carry) % 10)
      carry = (digit * 2 + carry) / 10
    }
    return Self(Array((result + [carry]).reversed()))
  }
  var next: Self {
    var digits = [0] + self.digits
    var place = digits.count - 1
    while digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    digits[place] += 1
    return Self(digits)
  }
  /// What is left of a number that is not below `other`.
  func less(_ other: Self) -> Self {
    var (result, borrow): ([UInt8], UInt8) = ([], 0)
    let padded = Array(repeating: 0, count: digits.count - other.digits.count) + other.digits
    for (a, b) in zip(digits, padded).reversed() {
      let taken = b + borrow
      borrow = a < taken ? 1 : 0
      result.append(a + borrow * 10 - taken)
    }
    return Self(result.reversed())
  }
  /// Long division of the number with `places` zeros behind it, digit by digit, by taking away again and again.
  func divided(by divisor: Self, places: Int) -> (quotient: Self, rest: Self) {
    var (quotient, rest): ([UInt8], Self) = ([], Self([]))
    for digit in digits + Array(repeating: 0, count: places) {
      rest = Self(rest.digits + [digit])
      var times: UInt8 = 0
      while rest >= divisor {
        rest = rest.less(divisor)
        times += 1
      }
      quotient.append(times)
    }
    return (Self(quotient), rest)
  }
}
