import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// The laws of the state, its slow twin, and numbers that do not fit.
@Suite struct HouseholdLawTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func `any cut, dealing and merging gives the same bytes`(
    seed: UInt64
  ) throws {
    let rows = Rows.batch(households(seed, 200))
    for options in [byColumns, byRegister, "{ columns: { province: province } }"] {
      try expectLaws(of: try PlannedSums(options).planned.work, over: rows)
    }
    try expectLaws(of: try PlannedSums(byColumns).planned.work, over: Rows.batch([]))
  }
  @Test(arguments: [1, 3, 64, 1000]) func `any cut gives the same table`(size: Int) throws {
    let rows = households(7, 1000)
    let step = try PlannedSums(byColumns)
    let whole = try step.made(rows)
    var states = [step.planned.work, step.planned.work, step.planned.work]
    for (index, start) in stride(from: 0, to: rows.count, by: size).enumerated() {
      states[index % 3].add(Rows.batch(Array(rows[start..<min(start + size, rows.count)])))
    }
    var merged = states[2]
    merged.merge(states[0])
    merged.merge(states[1])
    let cut = step.finished(merged)
    #expect(cut.text == whole.text)
    #expect(cut.findings == whole.findings)
  }

  /// Counts household after household, in a dictionary.
  static func slow(_ rows: [Row]) -> [String: [Int64]] {
    var cells: [String: [Int64]] = [:]
    for row in rows {
      for (level, code) in [("province", row.province), ("district", row.district), ("commune", row.commune)]
      {
        var groups = ["all"]
        if let area = row.area { groups.append("area:\(area)") }
        if let people = row.people { groups.append("people:\(people)") }
        for group in groups {
          let key = "\(level) \(code ?? "-") \(group)"
          let words = ["poor", "near_poor", "average", "none"]
          let place = words.firstIndex { $0 == row.word } ?? 4
          var counts = cells[key] ?? Array(repeating: 0, count: 6)
          counts[0] += 1
          counts[place + 1] += 1
          cells[key] = counts
        }
      }
    }
    return cells
  }
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func `the kernel and its slow twin agree`(seed: UInt64)
    throws
  {
    let rows = households(seed, 900)
    let made = try PlannedSums(byColumns).made(rows)
    let wanted = Self.slow(rows)
    #expect(Set(made.keys) == Set(wanted.keys) && made.keys.count == wanted.count)
    for (key, counts) in wanted {
      let found = made.row(key, "households", "poor", "near_poor", "average", "none", "unclassified")
      #expect(found == counts.map { String($0) }.joined(separator: " "), "\(key)")
    }
  }
  @Test func `the groups add up to all where nothing is missing, and levels to one another`() throws {
    let made = try PlannedSums(byColumns).made(households(12, 800, whole: true))
    let rows = made.text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func total(_ level: String, _ prefix: String, _ column: String) -> Int64 {
      let index = made.schema.index(of: column) ?? 0
      return rows.filter { $0[0] == level && $0[2].hasPrefix(prefix) }.reduce(0) {
        $0 + (Int64($1[index]) ?? 0)
      }
    }
    for column in [
      "households", "poor", "dep_water_poor", "dep_toilet", "members_near_poor", "deprivation_sum",
    ] {
      let all = total("province", "all", column)
      #expect(all > 0)
      for level in ["province", "district", "commune"] {
        for prefix in ["all", "area:", "people:"] {
          #expect(total(level, prefix, column) == all, "\(level) \(prefix)")
        }
      }
    }
  }

  // MARK: What does not fit

  @Test func `a sum that does not fit is left out and told, and nothing traps`() throws {
    let rows = [
      Row(income: .max), Row(income: .max), Row(commune: "00002", income: .max),
      Row(commune: "00003", district: "002", income: .min),
    ]
    let made = try PlannedSums(byColumns.replacing("groups: [area, people], ", with: "")).made(rows)
    #expect(made.row("province 01 all", "households", "income", "members") == "4 ! 16")
    #expect(made.row("commune 00002 all", "income") == "922337203685477580.7")
    #expect(
      made.findings == [
        "aggregate.overflow: the sum 'income' of unit '01', group 'all', is too large and left out; look at the unit of the column and at its largest numbers",
        "aggregate.overflow: the sum 'income' of unit '001', group 'all', is too large and left out; look at the unit of the column and at its largest numbers",
        "aggregate.overflow: the sum 'income' of unit '00001', group 'all', is too large and left out; look at the unit of the column and at its largest numbers",
      ])
  }
  @Test func `sums in 128 bits come back into 64`() throws {
    let rows = [Row(income: .max), Row(income: .max), Row(income: .min), Row(income: .min), Row(income: 7)]
    #expect(try PlannedSums(byColumns).made(rows).row("province 01 all", "income") == "0.5")
  }
  @Test func `many decimals still fit`() throws {
    let options = byColumns.replacing("decimals: 4", with: "decimals: 18")
    let made = try PlannedSums(options).made([Row(word: "poor", water: true), Row(), Row()])
    #expect(
      made.row("province 01 all", "h", "a", "m0")
        == "0.333333333333333333 0.500000000000000000 0.166666666666666667")
  }
  @Test func `a state with numbers that no rows make is refused or told, never taken for true`() throws {
    let step = try PlannedSums("{ columns: { province: province }, sums: [income] }")
    var state = step.planned.work
    state.add(Rows.batch([Row(income: 77)]))
    var writer = ByteWriter()
    state.write(to: &writer)
    for value in [Int128.max, .min, 1 << 126] {
      var bytes = writer.bytes
      let place = try #require(bytes.firstRange(of: [77] + Array(repeating: 0 as UInt8, count: 15)))
      withUnsafeBytes(of: value.littleEndian) {
        bytes.replaceSubrange(place.lowerBound..<place.lowerBound + 16, with: $0)
      }
      var forged = step.planned.work
      var reader = ByteReader(bytes)
      try forged.read(from: &reader)
      forged.merge(forged)
      let made = step.finished(forged)
      #expect(made.findings.contains { $0.hasPrefix("aggregate.overflow") })
      #expect(made.row("province 01 all", "income") == "!")
    }
  }
  @Test func `bytes that are no state are refused, whatever they are`() throws {
    let step = try PlannedSums(byColumns)
    var state = step.planned.work
    state.add(Rows.batch(households(3, 40)))
    var writer = ByteWriter()
    state.write(to: &writer)
    for length in stride(from: 0, to: writer.bytes.count, by: 97) {
      var part = step.planned.work
      var reader = ByteReader(Array(writer.bytes.prefix(length)))
      #expect(throws: StateError.self) { try part.read(from: &reader) }
    }
    var random = Random(state: 5)
    for _ in 0..<300 {
      var bytes = writer.bytes
      for _ in 0..<4 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      var part = step.planned.work
      var reader = ByteReader(bytes)
      // Whether such bytes can be read is all one; that they never trap is not.
      do { try part.read(from: &reader) } catch { continue }
      _ = step.finished(part)
    }
  }
}
