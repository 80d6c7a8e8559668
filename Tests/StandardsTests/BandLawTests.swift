import Diagnostics
import StageTestKit
import Testing

@testable import Standards

/// What the checker says of rules made at random, against a household for every quarter of a đồng.
@Suite struct BandLawTests {
  /// A pack made at random.
  private struct Pack {
    /// The measures, what counts deprivations, and the lines.
    let names: [String]
    /// How many parts of each make a whole.
    let parts: [Int]
    let areas: [[Int]]
    let cutoff: Int
    let most: Int
    let each: Int
    let classes: [String]
    let rules: [RandomRule]
    /// The places of the lines of the gap.
    let gap: (above: Int, below: Int?)?
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
    let names = (isPoints ? ["b1", "b2"] : ["income", "deprivations", "cutoff"]) + lines
    let own = names.count - lines.count
    let all = Array(own..<names.count)
    let bands = isPoints ? Array(all.dropLast()) : all
    let second = isPoints ? (1, names.count - 1) : (1, 2)
    var rules = RandomRule.bands(
      0, Array(bands.prefix(1 + random.next(below: bands.count))), by: second, &random)
    if random.next(below: 3) > 0 {
      let slip = random.next(below: rules.count)
      rules[slip] = rules[slip].slipped(isPoints ? random.next(below: 2) : 0, all, &random)
    }
    var gap: (above: Int, below: Int?)?
    if !isPoints, random.next(below: 3) == 0 {
      gap = random.next(below: 2) == 0 || all.count < 2 ? (all[all.count - 1], nil) : (all[0], all[1])
      if random.next(below: 2) == 0, rules.count > 1 { rules.remove(at: random.next(below: rules.count)) }
    }
    return Pack(
      names: names, parts: names.map { isPoints || $0 == "deprivations" || $0 == "cutoff" ? 1 : 4 },
      areas: areas, cutoff: 1 + random.next(below: most), most: most, each: each,
      classes: rules.indices.map { ["poor", "near_poor", "average", "none"][min($0, 3)] }, rules: rules,
      gap: gap,
      isPoints: isPoints)
  }
  private static func text(_ pack: Pack) -> String {
    let lines = pack.names.indices.suffix(pack.areas[0].count).enumerated().map {
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
    text += "income_lines:\n\(list(lines, "  "))classes:\n\(list(rules, "  "))"
    guard let gap = pack.gap else { return text }
    let below = gap.below.map { "below: \(pack.names[$0]), " } ?? ""
    return text + "gap: { above: \(pack.names[gap.above]), \(below)meaning: x }\n"
  }
  /// What is wrong with a pack, found by going through its households.
  private static func wrong(_ pack: Pack) -> Set<String> {
    var found: Set<String> = []
    for (area, lines) in pack.areas.enumerated() {
      let scale = pack.parts[0]
      let amounts = Array(max(0, lines[0] - 2) * scale...((lines.max() ?? 0) + 6) * scale) + [0, 1 << 40]
      for amount in amounts {
        for count in 0...pack.most {
          let own = pack.isPoints ? [amount, count * pack.each] : [amount, count, pack.cutoff]
          let values = own + lines.map { $0 * scale }
          let isTrue = pack.rules.map { $0.holds(values, parts: pack.parts, isUrban: area == 1) }
          let classes = Set(zip(pack.classes, isTrue).filter(\.1).map(\.0))
          let isLeft = pack.gap.map { gap in
            amount > values[gap.above] && gap.below.map { amount < values[$0] } ?? true
          }
          if classes.count > 1 { found.insert("overlap") }
          if classes.isEmpty, isLeft != true { found.insert("gap") }
          if !classes.isEmpty, isLeft == true { found.insert("needless") }
        }
      }
    }
    return found
  }
  /// What the checker says.
  private static func told(_ pack: Pack) -> Set<String> {
    Set(
      StandardTests.mistakes(["s/a.yaml": text(pack)]).map { problem in
        if problem.message.en.hasPrefix("`gap` says") { return "needless" }
        return problem.code.rawValue.replacing("standards.", with: "")
      })
  }

  @Test(arguments: [false, true]) func `what is accepted is right of every household`(isPoints: Bool) {
    var random = SeededRandom(isPoints ? 11 : 7)
    var seen: [String: Int] = [:]
    for _ in 0..<150 {
      let pack = Self.pack(isPoints, &random)
      let told = Self.told(pack)
      let wanted: Set<String> =
        pack.rules.contains(where: \.hasAmount) ? ["amount"] : Self.wrong(pack)
      #expect(told == wanted, "\(Self.text(pack))")
      for word in wanted.isEmpty ? ["sound"] : Array(wanted) { seen[word, default: 0] += 1 }
    }
    // All that can be found was found often, or the law says little.
    for word in ["sound", "overlap", "gap", "amount"] + (isPoints ? [] : ["needless"]) {
      #expect(seen[word, default: 0] >= 6, "\(word): \(seen)")
    }
  }
}
