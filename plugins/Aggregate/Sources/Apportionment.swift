import Plans
import Tables

/// A whole number divided by shares into whole parts that add up to it.
///
/// By the largest remainder: each part is first rounded down, and what is left goes to the largest fractions, one each; of
/// equal fractions the first name takes it. So a count is rounded once, and never lost or doubled.
struct Apportionment {
  /// The parts by name; `nil` when the shares are not of one whole, or a number does not fit.
  let parts: [String: Int128]

  init?(_ whole: Int128, by shares: [String: Fraction]) {
    var total = Fraction(0)
    var rests: [(rest: Fraction, name: String)] = []
    var parts: [String: Int128] = [:]
    var left = whole
    guard let number = Fraction(whole, over: 1) else { return nil }
    for (name, share) in shares.sorted(by: { $0.key < $1.key }) {
      guard let sum = total + share, let exact = number * share, share >= Fraction(0),
        let floor = Fraction(exact.floor, over: 1), let rest = exact - floor
      else { return nil }
      total = sum
      parts[name] = exact.floor
      left -= exact.floor
      rests.append((rest, name))
    }
    guard total == Fraction(1), left >= 0, left <= Int128(rests.count) else { return nil }
    rests.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.name < $1.name }
    for (_, name) in rests.prefix(Int(left)) { parts[name, default: 0] += 1 }
    self.parts = parts
  }
}
