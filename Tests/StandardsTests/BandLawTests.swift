import Diagnostics
import StageTestKit
import Testing

@testable import Standards

/// What the checker says of rules made at random, against a household for every quarter of a đồng.
@Suite struct BandLawTests {
  /// A pack made at random.
  private struct Pack {
    /// The measures, what counts deprivations, the lines, and the flags.
    let names: [String]
    /// How many parts of each make a whole.
    let parts: [Int]
    let areas: [[Int]]
    let cutoff: Int
    let most: Int
    let each: Int
    let classes: [String]
    let rules: [RandomRule]
    let gap: RandomRule?
    let flags: Int
    let isPoints: Bool
  }
  private static let heads = """
    standard: x
    name: X
    legal: [Nghị định 1/2001/NĐ-CP]
    valid: { from: 2001-01-01 }
    meaning: x
    provisional: x

    """
  private static let law = "clause: Điều 1, checked: text }"

  private static func pack(_ isPoints: Bool, _ random: inout SeededRandom) -> Pack {
    let start = isPoints ? 0 : 10_000
    let lines = isPoints ? ["l0", "l1", "b2_line"] : (0...random.next(below: 3)).map { "l\($0)" }
    let (each, most) = (3, 1 + random.next(below: 4))
    let areas = (0..<2).map { _ in
      lines.indices.reduce(into: [Int]()) { lines, index in
        lines.append((lines.last ?? start) + (index == 0 ? 0 : 1) + random.next(below: 3))
      }
    }
    let flags = isPoints ? 0 : random.next(below: min(most, 2) + 1)
    let own = isPoints ? 2 : 3
    let all = Array(own..<own + lines.count)
    let names =
      (isPoints ? ["b1", "b2"] : ["income", "deprivations", "cutoff"]) + lines
      + (0..<flags).map { "dep_i\($0)" }
    let bands = isPoints ? Array(all.dropLast()) : all
    let second = isPoints ? all[all.count - 1] : 2
    func split(_ random: inout SeededRandom) -> RandomRule {
      if !isPoints, random.next(below: 2) == 0 {
        return .lack(1, most: most, Array(names.indices.suffix(flags)), &random)
      }
      return .compare(.init(name: 1), random.one([">=", ">"]), .init(name: second))
    }
    var rules = RandomRule.bands(
      0, Array(bands.prefix(1 + random.next(below: bands.count))), &random, by: split)
    if random.next(below: 3) > 0 {
      let slip = random.next(below: rules.count)
      rules[slip] = rules[slip].slipped(isPoints ? random.next(below: 2) : 0, all, &random)
    }
    var gap: RandomRule?
    if !isPoints, rules.count > 1, random.next(below: 2) == 0 {
      // What one rule would have said is left out, or nearly so.
      let place = random.next(below: rules.count)
      gap = random.next(below: 3) == 0 ? rules[place].slipped(0, all, &random) : rules[place]
      if random.next(below: 4) == 0 { gap = gap.map { .all([$0, split(&random)]) } }
      if random.next(below: 4) > 0 { rules.remove(at: place) }
    }
    return Pack(
      names: names,
      parts: names.indices.map { isPoints || $0 == 1 || $0 == 2 || !all.contains($0) && $0 > 2 ? 1 : 4 },
      areas: areas, cutoff: 1 + random.next(below: most), most: most, each: each,
      classes: rules.indices.map { ["poor", "near_poor", "average", "none"][min($0, 3)] }, rules: rules,
      gap: gap, flags: flags, isPoints: isPoints)
  }
  private static func text(_ pack: Pack) -> String {
    let lines = pack.names.indices.dropLast(pack.flags).suffix(pack.areas[0].count).enumerated().map {
      "\(pack.names[$1]): { rural: \(pack.areas[0][$0]), urban: \(pack.areas[1][$0]), \(law)"
    }
    let rules = zip(pack.classes, pack.rules).map {
      "- { class: \($0), when: \"\($1.text(pack.names))\", \(law)"
    }
    func list(_ lines: [String], _ blanks: String) -> String { lines.map { "\(blanks)\($0)\n" }.joined() }
    var text = heads + "cutoff: { deprivations: \(pack.cutoff), of: \(pack.most), \(law)\n"
    guard !pack.isPoints else {
      text += "income_lines:\n  line: { rural: 10000, urban: 10000, \(law)\n"
      text += "points:\n  per_deprivation: \(pack.each)\n  clause: Điều 1\n  checked: text\n"
      return text + "  lines:\n\(list(lines, "    "))  classes:\n\(list(rules, "    "))"
    }
    let indicators = (0..<pack.most).map { "- { id: i\($0), dimension: x, name: x, \(law)" }
    text += "income_lines:\n\(list(lines, "  "))indicators:\n\(list(indicators, "  "))"
    text += "classes:\n\(list(rules, "  "))"
    return text + (pack.gap.map { "gap: { when: \"\($0.text(pack.names))\", meaning: x }\n" } ?? "")
  }
  /// What is wrong with a pack, found by going through its households.
  private static func wrong(_ pack: Pack) -> Set<String> {
    var found: Set<String> = []
    var isNobodyLeft = pack.gap != nil
    for (area, lines) in pack.areas.enumerated() {
      let scale = pack.parts[0]
      let amounts = Array(max(0, lines[0] - 2) * scale...((lines.max() ?? 0) + 6) * scale) + [0, 1 << 40]
      for amount in amounts {
        for lack in 0..<1 << pack.most {
          // Who lacks the first indicator, the second, and so on; rules may name the first of them.
          let count = lack.nonzeroBitCount
          let own = pack.isPoints ? [amount, count * pack.each] : [amount, count, pack.cutoff]
          let values = own + lines.map { $0 * scale } + (0..<pack.flags).map { lack >> $0 & 1 }
          func holds(_ rule: RandomRule) -> Bool { rule.holds(values, parts: pack.parts, isUrban: area == 1) }
          let classes = Set(zip(pack.classes, pack.rules.map(holds)).filter(\.1).map(\.0))
          let isLeft = pack.gap.map(holds) == true
          if isLeft { isNobodyLeft = false }
          if classes.count > 1 { found.insert("overlap") }
          if classes.isEmpty, !isLeft { found.insert("gap") }
          if !classes.isEmpty, isLeft { found.insert("needless") }
        }
      }
    }
    return isNobodyLeft ? found.union(["empty"]) : found
  }
  /// What the checker says.
  private static func told(_ pack: Pack) -> Set<String> {
    Set(
      StandardTests.mistakes(["s/a.yaml": text(pack)]).map { problem in
        if problem.message.en.hasPrefix("`gap` says") { return "needless" }
        if problem.message.en.hasPrefix("no household is in") { return "empty" }
        return problem.code.rawValue.replacing("standards.", with: "")
      })
  }

  @Test(arguments: [false, true]) func `what is accepted is right of every household`(isPoints: Bool) {
    var random = SeededRandom(isPoints ? 11 : 7)
    var seen: [String: Int] = [:]
    for _ in 0..<200 {
      let pack = Self.pack(isPoints, &random)
      let told = Self.told(pack)
      let wanted: Set<String> =
        (pack.rules + (pack.gap.map { [$0] } ?? [])).contains(where: \.hasAmount)
        ? ["amount"] : Self.wrong(pack)
      #expect(told == wanted, "\(Self.text(pack))")
      for word in wanted.isEmpty ? ["sound"] : Array(wanted) { seen[word, default: 0] += 1 }
      if wanted.isEmpty, pack.gap != nil { seen["sound gap", default: 0] += 1 }
      if wanted.isEmpty, pack.flags > 0 { seen["sound flags", default: 0] += 1 }
    }
    // All that can be found was found often, or the law says little.
    for word in ["sound", "overlap", "gap", "amount"]
      + (isPoints ? [] : ["needless", "empty", "sound gap", "sound flags"])
    {
      #expect(seen[word, default: 0] >= 6, "\(word): \(seen)")
    }
  }
}
