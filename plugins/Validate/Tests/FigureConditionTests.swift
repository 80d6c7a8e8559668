import Diagnostics
import Testing

/// Conditions on the counts of one place: what is wrong, what is to be looked at, what cannot be asked.
@Suite struct FigureConditionTests {
  @Test func `what is wrong is told where the figure was read, with both numbers, and becomes a notice`()
    async throws
  {
    let found = try await FigureFound(
      "- { id: R, check: poor <= households, message: { vi: nhiều quá, en: too many }, legal: { vi: Luật, en: Law }, remedy: { vi: xem lại, en: look } }",
      "90001/poor=3 90001/households=3 poor=10 households=9")
    #expect(found.codes == ["R wrong 4"])
    #expect(
      found.messages == [
        Phrase(
          vi: "R: Huyện Hoa Sen, 31/12/2024: nhiều quá (poor = 10, households = 9) [căn cứ: Luật]; xem lại",
          en: "R: Huyện Hoa Sen, 2024-12-31: too many (poor = 10, households = 9) [basis: Law]; look")
      ])
    #expect(found.notices.count == 1 && found.notices[0].hasPrefix("figures.wrong 981@2016-01-01 2 | "))
    #expect(found.notices[0].contains("nhiều quá") && found.notices[0].contains("too many"))
  }
  @Test func `what is to be looked at is for the office alone`() async throws {
    let found = try await FigureFound(
      "- { id: R, severity: warning, check: poor <= households }", "poor=10 households=9")
    #expect(found.codes == ["R doubtful 2"] && found.notices == [] && found.failure == nil)
    #expect(found.messages[0].vi != found.messages[0].en)
  }
  @Test(
    arguments: [
      ("poor=9 households=9", []), ("poor=0 households=0", []), ("poor=1 households=0", ["R wrong"]),
      ("poor=- households=9", ["R not-checked"]), ("poor=9 households=-", ["R not-checked"]),
      ("poor=9", ["R not-checked"]), ("near_poor=9", ["R idle-rule"]),
      // Another day, unit, standard or group is another place.
      ("poor=9 2023/households=1", ["R not-checked"]), ("poor=9 90001/households=1", ["R not-checked"]),
      ("poor=9 vn-2016/households=1", ["R not-checked"]),
      ("poor=9 area:urban/households=1", ["R not-checked"]),
      ("area:urban/poor=9 area:urban/households=1", ["R wrong"]),
      ("vn-2016/poor=9 vn-2016/households=1 poor=1 households=1", ["R wrong"]),
      ("9223372036854775807", ["R idle-rule"]),
    ] as [(String, [String])]) func `numbers of one place are held against each other, and no others`(
      _ figures: String, _ kinds: [String]
    ) async throws
  {
    let text = figures.contains("=") ? figures : "x=\(figures)"
    let found = try await FigureFound("- { id: R, check: poor <= households }", text)
    #expect(found.kinds == kinds, "\(found.messages.map(\.en))")
    #expect(found.messages.allSatisfy { $0.vi != $0.en })
  }
  @Test func `a number that is not there is named, and blank is not 0`() async throws {
    let found = try await FigureFound(
      "- { id: R, check: a + b = c }", "a=1 b=- c=1 90001/a=1 90001/c=1 90002/a=0 90002/b=0 90002/c=0")
    #expect(found.kinds == ["R not-checked"])
    #expect(found.messages[0].en.contains("at 2 places") && found.messages[0].en.contains("missing b"))
    #expect(found.messages[0].vi.contains("ở 2 chỗ") && found.messages[0].vi.contains("thiếu b"))
  }
  @Test(
    arguments: [
      ("poor=3 area:urban/poor=4 ethnicity:khmer/poor=9", "", ["R wrong 3", "R wrong 4"]),
      ("poor=3 area:urban/poor=4 ethnicity:khmer/poor=9", ", group: \"area:urban\"", ["R wrong 3"]),
      ("poor=3 area:urban/poor=4", ", group: all", []),
      ("poor=3", ", group: \"area:rural\"", ["R idle-rule 2"]),
      ("poor=9 90001/poor=9 90001/x=1", ", when: x = 1", ["R wrong 3"]),
      ("poor=9 x=2", ", when: x = 1", ["R idle-rule 2"]),
    ] as [(String, String, [String])]) func `only the group asked for, and places where the condition holds`(
      _ figures: String, _ more: String, _ codes: [String]
    ) async throws
  {
    let found = try await FigureFound("- { id: R, check: poor <= 3\(more) }", figures)
    #expect(found.codes.sorted() == codes.sorted(), "\(found.messages.map(\.en))")
  }
  @Test func `a number that is worked out is told beside the others`() async throws {
    let found = try await FigureFound(
      "- { id: R, check: closing = opening - gone + come, computed: opening - gone + come }",
      "opening=100 gone=30 come=5 closing=70")
    #expect(found.kinds == ["R wrong"])
    for text in [found.messages[0].vi, found.messages[0].en] {
      #expect(text.contains("75") && text.contains("closing = 70") && text.contains("opening = 100"))
    }
  }
  /// A look at each place by itself.
  @Test(arguments: 0..<8) func `any figures are judged place by place`(_ seed: Int) async throws {
    var random = Seeded(seed)
    var (text, wrong, missing): ([String], [String], Int) = ([], [], 0)
    for unit in ["vn", "98", "981"] + (1...6).map({ "9000\($0)" }) {
      for year in [2022, 2023, 2024] {
        let cells = (0..<3).map { _ in random.below(6) == 0 ? nil : random.below(5) }
        for (name, cell) in zip(["a", "b", "c"], cells) {
          text.append("\(unit)/\(year)/\(name)=\(cell.map(String.init) ?? "-")")
        }
        // Of a place that has none of the numbers nothing is asked.
        if cells.allSatisfy({ $0 == nil }) { continue }
        if cells.contains(nil) {
          // Three-valued: a part of an OR that is true decides.
          if cells[0] == 4 || cells[1].flatMap({ b in cells[2].map { b <= $0 } }) == true { continue }
          missing += 1
        } else if let a = cells[0], let b = cells[1], let c = cells[2], a != 4, b > c {
          wrong.append("\(unit)/\(year)")
        }
      }
    }
    let found = try await FigureFound("- { id: R, check: a = 4 OR b <= c }", text.joined(separator: " "))
    #expect(found.kinds.count { $0 == "R wrong" } == wrong.count)
    let open = found.messages.first { $0.en.contains("could not be asked") }
    #expect((open != nil) == (missing > 0))
    if missing > 0 { #expect(open?.en.contains("at \(missing) places") == true, "\(open?.en ?? "")") }
    #expect(found.notices.count == wrong.count)
  }
  @Test func `what does not fit in 64 bits is told, and is neither right nor wrong`() async throws {
    let found = try await FigureFound(
      "- { id: R, check: a + b > 0 }\n- { id: S, check: a * b > 0 }", "a=9223372036854775807 b=2")
    #expect(found.kinds == ["R overflow", "S overflow"] && found.notices == [])
    #expect(found.messages.allSatisfy { $0.vi.contains("64 bit") && $0.en.contains("64 bits") })
  }
  @Test(arguments: [(0, false), (1, false), (2, true), (3, true)])
  func `so many may be wrong, and not one more`(
    _ most: Int, _ isGood: Bool
  ) async throws {
    let rules = "- { id: R, check: a < 5 }\n- { id: W, severity: warning, check: a < 0 }"
    let found = try await FigureFound(
      rules, "90001/a=5 90002/a=6 90003/a=1", more: "max_errors: \(most), ")
    // Warnings are not counted.
    #expect((found.failure == nil) == isGood, "\(found.failure ?? "")")
    #expect(found.kinds.count { $0 == "R wrong" } == 2 && found.kinds.count { $0 == "W doubtful" } == 3)
    let free = try await FigureFound(rules, "90001/a=5 90002/a=6")
    #expect(free.failure == nil)
  }
  @Test func `no figures at all are no mistake, and rules that looked at nothing are told`() async throws {
    let found = try await FigureFound(
      "- { id: R, check: a < 5 }\n- { id: S, rate: { rate: r, part: a, whole: b } }", "")
    #expect(found.kinds == ["R idle-rule", "S idle-rule"] && found.failure == nil)
    #expect(found.messages.allSatisfy { $0.vi != $0.en })
  }
}
