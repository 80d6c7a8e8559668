/// A whole number of any size, slow and plain: the twin that the exact arithmetic is held against.
struct BigNumber: Comparable {
  private var isNegative: Bool
  /// Digits in base one million, least first, without leading zeros; none for zero.
  private var digits: [Int]
  private static let base = 1_000_000

  init(_ number: Int128) {
    isNegative = number < 0
    digits = []
    var rest = number.magnitude
    while rest > 0 {
      digits.append(Int(rest % UInt128(Self.base)))
      rest /= UInt128(Self.base)
    }
  }
  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { isNegative = false }
  }
  static func * (a: Self, b: Self) -> Self {
    var product = BigNumber(0)
    product.digits = Array(repeating: 0, count: a.digits.count + b.digits.count + 1)
    for (i, x) in a.digits.enumerated() {
      for (j, y) in b.digits.enumerated() { product.digits[i + j] += x * y }
    }
    for i in product.digits.indices.dropLast() {
      product.digits[i + 1] += product.digits[i] / base
      product.digits[i] %= base
    }
    product.isNegative = a.isNegative != b.isNegative
    product.trim()
    return product
  }
  static func + (a: Self, b: Self) -> Self {
    guard a.isNegative == b.isNegative else {
      return a.isNegative ? b - a.negated : a - b.negated
    }
    var sum = a
    sum.digits += Array(repeating: 0, count: max(0, b.digits.count - a.digits.count) + 1)
    for (i, y) in b.digits.enumerated() { sum.digits[i] += y }
    for i in sum.digits.indices.dropLast() where sum.digits[i] >= base {
      sum.digits[i + 1] += 1
      sum.digits[i] -= base
    }
    sum.trim()
    return sum
  }
  static func - (a: Self, b: Self) -> Self {
    guard a.isNegative == b.isNegative else { return a + b.negated }
    guard !isLess(a.digits, b.digits) else { return (b - a).negated }
    var difference = a
    for (i, y) in b.digits.enumerated() { difference.digits[i] -= y }
    for i in difference.digits.indices where difference.digits[i] < 0 {
      difference.digits[i] += base
      difference.digits[i + 1] -= 1
    }
    difference.trim()
    return difference
  }
  var negated: Self {
    var copy = self
    copy.isNegative.toggle()
    copy.trim()
    return copy
  }
  var magnitude: Self { isNegative ? negated : self }
  static func < (a: Self, b: Self) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? isLess(b.digits, a.digits) : isLess(a.digits, b.digits)
  }
  private static func isLess(_ a: [Int], _ b: [Int]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for (x, y) in zip(a.reversed(), b.reversed()) where x != y { return x < y }
    return false
  }
}
