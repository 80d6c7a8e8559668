import StageTestKit
import Tables

/// Makes random expressions and rows.
struct SampleMaker {
  var random: SeededRandom
  /// Whether only what means the same in SQLite is made.
  let isShared: Bool
  private let columns: [(name: String, kind: Sample.Kind)]

  init(seed: UInt64, isShared: Bool) {
    (random, self.isShared) = (SeededRandom(seed), isShared)
    let shared: [(String, Sample.Kind)] = [
      ("a", .int), ("b", .int), ("c", .int), ("s", .text), ("t", .text), ("p", .bool), ("q", .bool),
    ]
    let own: [(String, Sample.Kind)] = [
      ("m", .number(scale: 1)), ("n", .number(scale: 6)), ("d", .date), ("e", .date),
    ]
    columns = isShared ? shared : shared + own
  }
  /// The columns of the rows.
  var schema: Schema {
    Schema(
      columns.map { name, kind in Field(name, kind.type(isWhole: ["a", "b", "c"].contains(name)), .label) })
  }

  mutating func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }
  mutating func one<T>(_ all: [T]) -> T { all[random.next(below: all.count)] }
  private mutating func many<T>(_ counts: ClosedRange<Int>, _ make: (inout SampleMaker) -> T) -> [T] {
    let count = counts.lowerBound + random.next(below: counts.count)
    return (0..<count).map { _ in make(&self) }
  }

  /// The cells of a row.
  mutating func row() -> [String: Value] {
    Dictionary(
      uniqueKeysWithValues: columns.map { name, kind in (name, chance(20) ? .missing : value(kind)) })
  }
  mutating func value(_ kind: Sample.Kind) -> Value {
    switch kind {
    case .number: return .number(number())
    case .text: return .text(text())
    case .bool: return .bool(chance(50))
    case .date: return .number(Int64(19_000 + random.next(below: 2_000) - (chance(30) ? 30_000 : 0)))
    }
  }
  private mutating func number() -> Int64 {
    if chance(70) { return Int64(random.next(below: 7)) - 2 }
    if chance(80) { return Int64(random.next(below: 4_000)) - 2_000 }
    let large: [Int64] = [.max, .max - 1, .min + 1, 1 << 62, 3_037_000_500, 1_000_000_000_000]
    return one(isShared ? large : large + [.min])
  }
  private mutating func text() -> String {
    let letters =
      isShared
      ? ["a", "b", "ấ", "đ", " ", "A", "'"] : ["a", "ấ", "a\u{302}\u{301}", "Đ", " ", "–", "\r\n", "👍🏽"]
    return (0..<random.next(below: 5)).map { _ in one(letters) }.joined()
  }

  /// An expression of a kind.
  mutating func sample(_ kind: Sample.Kind, _ depth: Int) -> Sample {
    guard depth > 0, !chance(10) else { return leaf(kind) }
    if chance(15) {
      if chance(50) { return .coalesce(known(kind, many(2...3) { $0.sample(kind, depth - 1) })) }
      let values = known(kind, many(2...4) { $0.sample(kind, depth - 1) })
      let last = chance(70) ? values.last : nil
      let branches = known(kind, Array(values.dropLast())).map { (sample(.bool, depth - 1), $0) }
      return .choice(branches.map { (condition: $0.0, value: $0.1) }, last)
    }
    switch kind {
    case .number: return number(depth)
    case .bool: return condition(depth)
    case .text: return chance(50) ? .lower(sample(.text, depth - 1)) : .trim(sample(.text, depth - 1))
    case .date:
      return .extreme(known(.date, many(2...3) { $0.sample(.date, depth - 1) }), greatest: chance(50))
    }
  }
  private mutating func leaf(_ kind: Sample.Kind) -> Sample {
    if chance(8) { return .null(kind) }
    if chance(40), kind != .bool || chance(20) { return .constant(value(kind), kind) }
    let fitting = columns.filter { kind.scale == $0.kind.scale && kind == $0.kind }
    guard !fitting.isEmpty else { return .constant(value(kind), kind) }
    let column = one(fitting)
    return .column(column.name, column.kind)
  }
  /// With at least one whose type is known.
  private mutating func known(_ kind: Sample.Kind, _ parts: [Sample]) -> [Sample] {
    guard parts.allSatisfy(\.isNull), let column = columns.first(where: { $0.kind == kind }) else {
      return parts
    }
    return [.column(column.name, kind)] + parts.dropFirst()
  }
  /// A number of any scale that is used here.
  private mutating func operand(_ depth: Int) -> Sample {
    sample(isShared ? .int : .number(scale: one([0, 0, 1, 6])), depth)
  }
  private mutating func number(_ depth: Int) -> Sample {
    let (a, b) = (operand(depth - 1), operand(depth - 1))
    switch random.next(below: isShared ? 10 : 14) {
    case 0, 1, 2: return .sum(a, b, minus: chance(50))
    case 3: return a.kind.scale + b.kind.scale <= 18 ? .product(a, b) : .sum(a, b, minus: true)
    case 4: return .negated(a)
    case 5: return .absolute(a)
    case 6: return .extreme(known(.int, [a, b]), greatest: chance(50))
    case 7: return .length(sample(.text, depth - 1))
    case 8: return .countTrue(many(1...3) { $0.sample(.bool, depth - 1) })
    case 9: return .remainder(a, b)
    case 10: return .year(sample(.date, depth - 1))
    case 11: return .age(sample(.date, depth - 1))
    case 12: return .ratio(a, b, one([0, 1, 2, 9, 18]))
    default: return .rate(a, b)
    }
  }
  private mutating func condition(_ depth: Int) -> Sample {
    switch random.next(below: 10) {
    case 0: return .not(sample(.bool, depth - 1))
    case 1: return .all(many(2...3) { $0.sample(.bool, depth - 1) })
    case 2: return .any(many(2...3) { $0.sample(.bool, depth - 1) })
    case 3:
      let pattern = (0..<random.next(below: 5)).map { _ in one(["%", "_", "a", "ấ", "b"]) }.joined()
      return .like(sample(.text, depth - 1), pattern, negated: chance(30))
    case 4: return .isNull(sample(one([.int, .text, .bool]), depth - 1), negated: chance(50))
    case 5: return .compared(one(["=", "<>"]), sample(.bool, depth - 1), sample(.bool, depth - 1))
    default: return comparison(depth)
    }
  }
  private mutating func comparison(_ depth: Int) -> Sample {
    let kind: Sample.Kind = one(isShared ? [.int, .int, .text] : [.int, .int, .text, .date])
    func side(_ maker: inout SampleMaker) -> Sample {
      kind == .int ? maker.operand(depth - 1) : maker.sample(kind, depth - 1)
    }
    switch random.next(below: 4) {
    case 0: return .between(side(&self), side(&self), side(&self), negated: chance(30))
    case 1:
      let items =
        chance(50) ? many(1...8) { Sample.constant($0.value(kind), kind) } : many(1...3) { side(&$0) }
      return .among(side(&self), chance(15) ? items + [.null(kind)] : items, negated: chance(30))
    default: return .compared(one(["=", "<>", "<", "<=", ">", ">="]), side(&self), side(&self))
    }
  }
}

extension Sample.Kind {
  fileprivate func type(isWhole: Bool) -> ColumnType {
    switch self {
    case .number(let scale): isWhole ? .int : .decimal(scale: scale)
    case .text: .text
    case .bool: .bool
    case .date: .date
    }
  }
}
