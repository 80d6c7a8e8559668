import Foundation
import Tables

/// What a sample gives for one row: the slow twin of the columns.
struct Twin {
  let row: [String: Value]
  /// Whether a number did not fit in what was looked at.
  var isOver = false

  /// The value of a whole sample, and whether a number did not fit.
  static func result(_ sample: Sample, _ row: [String: Value]) -> (value: Value, isOver: Bool) {
    var twin = Twin(row: row)
    let value = twin.value(sample)
    return (twin.isOver ? .missing : value, twin.isOver)
  }

  private mutating func value(_ sample: Sample) -> Value {
    switch sample {
    case .column(let name, _): return row[name] ?? .missing
    case .constant(let value, _): return value
    case .null: return .missing
    case .sum(let a, let b, let minus):
      let scale = sample.kind.scale
      guard let (x, y) = both(a, b) else { return .missing }
      let (up, more) = (x * Self.power(scale - a.kind.scale), y * Self.power(scale - b.kind.scale))
      return fitting(minus ? up - more : up + more)
    case .product(let a, let b): return both(a, b).map { fitting($0 * $1) } ?? .missing
    case .negated(let a): return number(a).map { fitting(-$0) } ?? .missing
    case .absolute(let a): return number(a).map { fitting(abs($0)) } ?? .missing
    case .ratio(let a, let b, let places): return quotient(a, b, places, places)
    case .rate(let a, let b): return quotient(a, b, 4, 2)
    case .remainder(let a, let b):
      let scale = sample.kind.scale
      guard let (x, y) = both(a, b), y != 0 else { return .missing }
      let (up, by) = (x * Self.power(scale - a.kind.scale), y * Self.power(scale - b.kind.scale))
      return fitting(up - (up / by) * by)
    case .extreme(let parts, let greatest): return extreme(parts, greatest, sample.kind.scale)
    case .length(let a): return text(a).map { .number(Int64($0.count)) } ?? .missing
    case .lower(let a): return text(a).map { .text($0.lowercased()) } ?? .missing
    case .trim(let a):
      return text(a).map { text in
        let start = text.drop { $0.isWhitespace }
        return .text(String(start.reversed().drop { $0.isWhitespace }.reversed()))
      } ?? .missing
    case .year(let a): return number(a).map { .number(Int64(Day(number: Int32($0)).year)) } ?? .missing
    case .age(let a): return number(a).map { .number(age(Day(number: Int32($0)))) } ?? .missing
    case .countTrue(let parts):
      let answers = parts.map { truth($0) }
      return answers.contains(nil) ? .missing : .number(Int64(answers.count { $0 == true }))
    case .choice(let branches, let last):
      let branch = branches.first { truth($0.condition) == true }?.value ?? last
      return branch.map { scaled($0, to: sample.kind) } ?? .missing
    case .coalesce(let parts):
      for part in parts {
        let value = scaled(part, to: sample.kind)
        if value != .missing || isOver { return value }
      }
      return .missing
    default: return truth(sample).map { .bool($0) } ?? .missing
    }
  }
  /// Yes, no, or neither.
  private mutating func truth(_ sample: Sample) -> Bool? {
    switch sample {
    case .not(let a): return truth(a).map { !$0 }
    case .all(let parts): return joined(parts.map { truth($0) }, decided: false)
    case .any(let parts): return joined(parts.map { truth($0) }, decided: true)
    case .compared(let sign, let a, let b):
      let sides = (value(a), value(b))
      return compared(sign, sides.0, a.kind.scale, sides.1, b.kind.scale)
    case .between(let a, let low, let high, let negated):
      let parts = [a, low, high].map { value($0) }
      let scales = [a, low, high].map(\.kind.scale)
      let inside = joined(
        [
          compared(">=", parts[0], scales[0], parts[1], scales[1]),
          compared("<=", parts[0], scales[0], parts[2], scales[2]),
        ],
        decided: false)
      return negated ? inside.map { !$0 } : inside
    case .among(let a, let items, let negated):
      let subject = value(a)
      let found = joined(
        items.map { compared("=", subject, a.kind.scale, value($0), $0.kind.scale) }, decided: true)
      return negated ? found.map { !$0 } : found
    case .like(let a, let pattern, let negated):
      return text(a).map { Self.matches(Array(pattern)[...], Array($0)[...]) != negated }
    case .isNull(let a, let negated): return (value(a) == .missing) != negated
    default:
      if case .bool(let answer) = value(sample) { return answer }
      return nil
    }
  }
  private func joined(_ answers: [Bool?], decided: Bool) -> Bool? {
    if answers.contains(decided) { return decided }
    return answers.contains(nil) ? nil : !decided
  }
  private func compared(_ sign: String, _ a: Value, _ s: Int, _ b: Value, _ t: Int) -> Bool? {
    guard a != .missing, b != .missing else { return nil }
    let (isLess, isMore) =
      switch (a, b) {
      case (.number(let x), .number(let y)):
        (
          Int128(x) * Self.power(t) < Int128(y) * Self.power(s),
          Int128(x) * Self.power(t) > Int128(y) * Self.power(s)
        )
      case (.text(let x), .text(let y)): (Self.isLess(x, y), Self.isLess(y, x))
      default: (a != b, a != b)
      }
    return switch sign {
    case "=": !isLess && !isMore
    case "<>": isLess || isMore
    case "<": isLess
    case ">": isMore
    case "<=": !isMore
    default: !isLess
    }
  }
  private static func isLess(_ a: String, _ b: String) -> Bool {
    a.precomposedStringWithCanonicalMapping.utf8.lexicographicallyPrecedes(
      b.precomposedStringWithCanonicalMapping.utf8)
  }
  /// The plainest way to match a pattern.
  private static func matches(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "%" {
      return (text.startIndex...text.endIndex).contains { matches(pattern.dropFirst(), text[$0...]) }
    }
    guard let next = text.first, first == "_" || first == next else { return false }
    return matches(pattern.dropFirst(), text.dropFirst())
  }
}

// Numbers, as wide as need be.
extension Twin {
  private mutating func number(_ sample: Sample) -> Int128? {
    if case .number(let number) = value(sample) { Int128(number) } else { nil }
  }
  private mutating func text(_ sample: Sample) -> String? {
    if case .text(let text) = value(sample) { text } else { nil }
  }
  private mutating func both(_ a: Sample, _ b: Sample) -> (Int128, Int128)? {
    let sides = (number(a), number(b))
    guard let x = sides.0, let y = sides.1 else { return nil }
    return (x, y)
  }
  private mutating func fitting(_ number: Int128) -> Value {
    if let number = Int64(exactly: number) { return .number(number) }
    isOver = true
    return .missing
  }
  private mutating func scaled(_ sample: Sample, to kind: Sample.Kind) -> Value {
    let value = value(sample)
    guard case .number(let number) = value, kind.scale > sample.kind.scale else { return value }
    return fitting(Int128(number) * Self.power(kind.scale - sample.kind.scale))
  }
  private mutating func extreme(_ parts: [Sample], _ greatest: Bool, _ scale: Int) -> Value {
    let values = parts.map { scaled($0, to: $0.kind == .date ? .date : .number(scale: scale)) }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard numbers.count == parts.count else { return .missing }
    return (greatest ? numbers.max() : numbers.min()).map { .number($0) } ?? .missing
  }
  /// The first by the second with so many places, of the first times ten to `shift`.
  private mutating func quotient(_ a: Sample, _ b: Sample, _ shift: Int, _ places: Int) -> Value {
    guard let (x, y) = both(a, b), y != 0 else { return .missing }
    // x·10^(shift + t) by y·10^s, digit by digit, so that nothing has to be wider than 128 bits.
    let steps = shift + b.kind.scale - a.kind.scale
    let divisor = y.magnitude * UInt128(Self.power(max(0, -steps)))
    var (whole, rest) = x.magnitude.quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<max(0, steps) {
      guard whole < 1 << 64 else { return fitting(.max) }
      let (digit, left) = (rest * 10).quotientAndRemainder(dividingBy: divisor)
      (whole, rest) = (whole * 10 + digit, left)
    }
    if rest * 2 >= divisor { whole += 1 }
    guard whole < 1 << 64 else { return fitting(.max) }
    return fitting((x < 0) == (y < 0) ? Int128(whole) : -Int128(whole))
  }
  private func age(_ birth: Day) -> Int64 {
    let today = Households.day.civil
    var age = Int64(today.year - birth.year)
    if today.month < birth.civil.month { age -= 1 }
    if today.month == birth.civil.month, today.day < birth.civil.day { age -= 1 }
    return age
  }
  private static func power(_ places: Int) -> Int128 { FixedPoint.power(places) }
}
