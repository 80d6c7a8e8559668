/// A fixed order of the numbers from 0 to `count - 1`: multiplication by a number that has no factor in common with `count`.
///
/// Every row has one rank and every rank one row, so that "the first hundred ranks" are a hundred rows spread over all.
struct Shuffle: Sendable {
  let count: Int
  private let factor: Int
  private let inverse: Int
  private let shift: Int

  /// An order of `count` numbers, at most a thousand million.
  init(count: Int, seed: Int) {
    self.count = count
    var factor = max(1, count / 1618 * 1000 + count % 1618 * 1000 / 1618)
    while Self.inverse(of: factor, modulo: count) == nil { factor += 1 }
    self.factor = factor % max(count, 1)
    inverse = Self.inverse(of: factor, modulo: count) ?? 0
    var random = RowRandom(seed: seed, row: count)
    shift = count > 0 ? random.below(count) : 0
  }
  /// The rank of a row.
  func rank(of row: Int) -> Int { (row * factor + shift) % count }
  /// The row of a rank.
  func row(of rank: Int) -> Int { (rank + count - shift) % count * inverse % count }

  /// The number that undoes a multiplication, by Euclid's algorithm; `nil` when there is none.
  private static func inverse(of number: Int, modulo count: Int) -> Int? {
    guard count > 1 else { return 0 }
    var (low, high) = (number % count, count)
    var (x, y) = (1, 0)
    while low != 0 {
      let quotient = high / low
      (low, high) = (high - quotient * low, low)
      (x, y) = (y - quotient * x, x)
    }
    return high == 1 ? (y % count + count) % count : nil
  }
}
