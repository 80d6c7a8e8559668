import Diagnostics
import Foundation
import StageTestKit
import Testing

@testable import Standards

/// Files of standards that are written wrongly, key by key: each is told at its file, in both languages, and nothing traps.
@Suite struct PackFileTests {
  private static func codes(_ text: String) -> [Diagnostic] { StandardTests.mistakes(["s/a.yaml": text]) }

  @Test(arguments: ["standard", "name", "legal", "valid", "meaning"])
  func `a pack without one of its heads is refused`(
    _ key: String
  ) {
    let lines = StandardTests.sound.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }
    let found = Self.codes(lines.joined(separator: "\n") + "\n")
    #expect(found.map(\.code.rawValue) == ["options.missing"])
    #expect(
      found.allSatisfy {
        $0.message.en == "missing option '\(key)'" && $0.message.vi == "thiếu tùy chọn '\(key)'"
      })
  }
  @Test(
    arguments: [
      ("standard: vn-2022", "standard: [vn-2022]"), ("standard: vn-2022", "standard: ''"),
      ("standard: vn-2022", "standard: Vn"),
      ("valid: {", "valid: 2022 #"), ("from: 2021-12-31", "from: 31/12/2021"),
      ("from: 2021-12-31", "from: 2021"),
      ("from: 2021-12-31, ", ""), ("to: 2026", "until: 2026"), ("to: 2026-12-31", "to: 2021-12-30"),
      ("legal: [Nghị định 07/2021/NĐ-CP]", "legal: Nghị định"),
      ("legal: [Nghị định 07/2021/NĐ-CP]", "legal: []"),
      ("meaning: {", "meaning: [a] #"), ("name: { vi: Chuẩn, en: Standard }", "name: {}"),
      ("name: { vi: Chuẩn, en: Standard }", "name: { vi: Chuẩn, fr: Norme }"),
    ]) func `a head that is written wrongly is told at its place`(_ old: String, _ new: String)
  {
    #expect(StandardTests.sound.contains(old))
    let found = Self.codes(StandardTests.sound.replacing(old, with: new))
    #expect(!found.isEmpty)
    #expect(
      found.allSatisfy {
        $0.message.vi != $0.message.en && $0.range?.file == "s/a.yaml" && $0.range?.start.line ?? 0 > 0
      })
  }
  @Test(
    arguments: [
      ("rural: 1500000", "rural: 1.5"), ("rural: 1500000", "rural: triệu"), ("rural: 1500000", "rural: -1"),
      ("rural: 1500000, ", ""), ("rural: 1500000", "rural: 99999999999999999999"),
      ("rural: 1500000", "rurral: 1500000"),
      ("{ rural: 1500000", "{ per: week, rural: 1500000"),
      ("clause: Điều 3, checked: text }", "clause: Điều 3, checked: yes }"),
      ("clause: Điều 3, checked: text }", "clause: '', checked: text }"),
      ("deprivations: 1, of: 2", "deprivations: 0, of: 2"),
      ("deprivations: 1, of: 2", "deprivations: 1, of: 0"),
      ("deprivations: 1, of: 2", "deprivations: một, of: 2"),
      ("deprivations: 1, of: 2", "of: 2"), ("id: water", "id: ''"), ("id: water", "id: Nước"),
      ("class: poor, when: \"income", "class: nghèo, when: \"income"),
      ("when: \"income <= line AND deprivations >= cutoff\"", "when: \"income <= \""),
      ("when: \"income <= line AND deprivations >= cutoff\"", "when: \"income <= line AND depriv > 1\""),
      ("when: \"income <= line AND deprivations >= cutoff\", ", ""),
      ("per_deprivation: 10", "per_deprivation: 0"),
      ("per_deprivation: 10", "per_deprivation: mười"), ("per_deprivation: 10\n", "\n"),
      ("urban: 175", "urban: [175]"),
      ("when: b1 <= b1_line AND b2 >= b2_line", "when: income <= 1"), ("points:", "point:"),
      ("indicators:", "indicator:"),
    ]) func `a rule that is written wrongly is told at its place`(_ old: String, _ new: String)
  {
    #expect(RuleTests.pack.contains(old), "the test changes something")
    let start = RuleTests.pack.range(of: old)
    let text = start.map { RuleTests.pack.replacingCharacters(in: $0, with: new) } ?? ""
    let found = Self.codes(text)
    #expect(!found.isEmpty)
    for one in found {
      #expect(one.message.vi != one.message.en && one.range?.file == "s/a.yaml", "\(one.message.en)")
    }
  }
  @Test(arguments: [
    "", "# chỉ có ghi chú\n", "[]\n", "chữ\n", "a: {\n", "standard: vn-2022\nstandard: vn-2022\n", "\u{FEFF}",
    "---\n---\n",
  ])
  func `what is no pack is refused, and never traps`(_ text: String) {
    let found = Self.codes(text)
    #expect(!found.isEmpty && found.allSatisfy { $0.message.vi != $0.message.en })
  }
  @Test func `every cut of a pack is refused or a pack`() {
    let text = Array(PackCheckTests.pack)
    for count in stride(from: 0, to: text.count, by: 37) {
      let cut = String(text.prefix(count))
      let found = Self.codes(cut)
      // The head is a pack by itself; every pack begins with it.
      if found.isEmpty { #expect(cut.contains("meaning:")) }
    }
    #expect(Self.codes(PackCheckTests.pack).isEmpty)
  }
  @Test func `the order of files and of keys changes nothing of the packs`() throws {
    let head = StandardTests.sound.split(separator: "\n").map(String.init)
    let turned = head.reversed().joined(separator: "\n") + "\n"
    let one = try StandardTests.load(["s/a.yaml": StandardTests.sound + RuleTests.parts])
    let other = try StandardTests.load(["s/z.yaml": turned + RuleTests.parts])
    #expect(
      one.standards.map(\.rules) == other.standards.map(\.rules)
        && one.standards.map(\.name) == other.standards.map(\.name))
    let two = [StandardTests.sound, StandardTests.sound.replacing("vn-2022", with: "a-2")]
    let (first, second) = (
      try StandardTests.load(["s/a.yaml": two[0], "s/b.yaml": two[1]]),
      try StandardTests.load(["s/a.yaml": two[1], "s/b.yaml": two[0]])
    )
    #expect(first.standards.map(\.id) == second.standards.map(\.id))
  }
}
