import StageTestKit

/// A class rule made at random, with a meaning of its own to hold the checker's against.
indirect enum RandomRule {
  /// One side of a comparison: a name by its place, with an amount that is added to it, or the amount alone.
  struct Side {
    let name: Int?
    var added = 0
  }
  case compare(Side, String, Side)
  case between(Side, Side, Side)
  case among(Side, [Side])
  case area(String)
  /// Deprivations, by their place, against a number that they can have.
  case count(Int, String, Int)
  /// A flag, by its place.
  case flag(Int)
  case not(RandomRule)
  case all([RandomRule])
  case any([RandomRule])

  /// The rule as a pack has it.
  func text(_ names: [String]) -> String {
    func side(_ side: Side) -> String {
      guard let name = side.name.map({ names[$0] }) else { return "\(side.added)" }
      return side.added == 0 ? name : "\(name) + \(side.added)"
    }
    switch self {
    case .compare(let a, let sign, let b): return "\(side(a)) \(sign) \(side(b))"
    case .between(let a, let low, let high): return "\(side(a)) BETWEEN \(side(low)) AND \(side(high))"
    case .among(let a, let list): return "\(side(a)) IN (\(list.map(side).joined(separator: ", ")))"
    case .area(let word): return "area = '\(word)'"
    case .count(let name, let sign, let number): return "\(names[name]) \(sign) \(number)"
    case .flag(let name): return names[name]
    case .not(let part): return "NOT (\(part.text(names)))"
    case .all(let parts): return parts.map { "(\($0.text(names)))" }.joined(separator: " AND ")
    case .any(let parts): return parts.map { "(\($0.text(names)))" }.joined(separator: " OR ")
    }
  }
  /// Whether it is true of a household whose amounts are in parts of so many to a whole.
  func holds(_ values: [Int], parts: [Int], isUrban: Bool) -> Bool {
    // What is compared is brought to one scale: that of the first name of the comparison.
    func value(_ side: Side, _ scale: Int) -> Int {
      side.name.map { values[$0] + side.added * scale } ?? side.added * scale
    }
    func scale(_ sides: [Side]) -> Int { sides.compactMap(\.name).map { parts[$0] }.max() ?? 1 }
    switch self {
    case .compare(let a, let sign, let b):
      return Self.compare(value(a, scale([a, b])), sign, value(b, scale([a, b])))
    case .count(let name, let sign, let number): return Self.compare(values[name], sign, number)
    case .flag(let name): return values[name] == 1
    case .between(let a, let low, let high):
      let scale = scale([a, low, high])
      return value(low, scale) <= value(a, scale) && value(a, scale) <= value(high, scale)
    case .among(let a, let list):
      let scale = scale([a] + list)
      return list.contains { value($0, scale) == value(a, scale) }
    case .area(let word): return (word == "urban") == isUrban
    case .not(let part): return !part.holds(values, parts: parts, isUrban: isUrban)
    case .all(let rules): return rules.allSatisfy { $0.holds(values, parts: parts, isUrban: isUrban) }
    case .any(let rules): return rules.contains { $0.holds(values, parts: parts, isUrban: isUrban) }
    }
  }
  private static func compare(_ a: Int, _ sign: String, _ b: Int) -> Bool {
    switch sign {
    case "<": a < b
    case "<=": a <= b
    case ">": a > b
    case ">=": a >= b
    case "=": a == b
    default: a != b
    }
  }
  /// Whether it has an amount of its own.
  var hasAmount: Bool {
    switch self {
    case .compare(let a, _, let b): [a, b].contains { $0.name == nil || $0.added != 0 }
    case .between(let a, let b, let c): [a, b, c].contains { $0.name == nil || $0.added != 0 }
    case .among(let a, let list): ([a] + list).contains { $0.name == nil || $0.added != 0 }
    case .area, .count, .flag: false
    case .not(let part): part.hasAmount
    case .all(let parts), .any(let parts): parts.contains(where: \.hasAmount)
    }
  }
}

extension RandomRule {
  /// Something small of a measure and its lines.
  static func piece(_ measure: Int, _ lines: [Int], _ random: inout SeededRandom) -> RandomRule {
    func line() -> Side { Side(name: lines[random.next(below: lines.count)]) }
    let own = Side(name: measure)
    switch random.next(below: 8) {
    case 0: return .between(own, line(), line())
    case 1: return .among(own, [line(), line()])
    case 2: return .not(piece(measure, lines, &random))
    case 3: return .area(random.one(["rural", "urban"]))
    case 4:
      let added = 1 + random.next(below: 3)
      return .compare(own, random.one(["<", "<=", ">"]), Side(name: line().name, added: added))
    case 5: return .compare(line(), random.one(["<", "<=", ">", ">=", "=", "<>"]), own)
    default: return .compare(own, random.one(["<", "<=", ">", ">="]), line())
    }
  }
  /// Something of deprivations, at most so many, and flags.
  static func lack(_ count: Int, most: Int, _ flags: [Int], _ random: inout SeededRandom) -> RandomRule {
    if !flags.isEmpty, random.next(below: 2) == 0 {
      let flag = RandomRule.flag(flags[random.next(below: flags.count)])
      return random.next(below: 3) == 0
        ? .any([flag, lack(count, most: most, [], &random)]) : random.next(below: 2) == 0 ? flag : .not(flag)
    }
    return .count(count, random.one(["<", "<=", ">", ">=", "=", "<>"]), random.next(below: most + 1))
  }
  /// The bands between some lines, each by itself or split by what households lack.
  static func bands(
    _ measure: Int, _ lines: [Int], _ random: inout SeededRandom,
    by split: (inout SeededRandom) -> RandomRule
  ) -> [RandomRule] {
    let own = Side(name: measure)
    var (rules, below): ([RandomRule], RandomRule?) = ([], nil)
    for line in lines + [-1] {
      let isOpen = random.next(below: 3) == 0
      let upper = RandomRule.compare(own, isOpen ? "<" : "<=", Side(name: line))
      let band: [RandomRule] = (below.map { [$0] } ?? []) + (line < 0 ? [] : [upper])
      below = random.next(below: 3) == 0 ? .not(upper) : .compare(own, isOpen ? ">=" : ">", Side(name: line))
      let all = RandomRule.all(band)
      guard random.next(below: 3) == 0 else {
        rules.append(all)
        continue
      }
      let split = split(&random)
      rules += [.all([all, split]), .all([all, .not(split)])]
    }
    return rules
  }
  /// A rule with one slip.
  func slipped(_ measure: Int, _ lines: [Int], _ random: inout SeededRandom) -> RandomRule {
    let piece = Self.piece(measure, lines, &random)
    return random.next(below: 2) == 0 ? .any([self, piece]) : .all([self, piece])
  }
}
