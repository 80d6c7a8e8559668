import Diagnostics
import Foundation
import Spelling
import Tables
import Testing

@testable import Units

/// The register by plain scans over all of its rows: what the indexes must agree with.
private struct SlowRegister {
  let units = Array(committed.units)
  let successions = Array(committed.successions)
  let folded: [String]

  init() { folded = units.map { VietnameseName.folded($0.bareName) } }

  func unit(_ code: String, _ level: UnitLevel?, _ day: Day) -> UnitVersion? {
    units.first { $0.code == code && $0.isValid(on: day) && (level == nil || $0.level == level) }
  }
  func units(at level: UnitLevel?, _ day: Day) -> [UnitVersion] {
    units.filter { $0.isValid(on: day) && (level == nil || $0.level == level) }
  }
  func children(_ unit: UnitVersion, _ day: Day) -> [UnitVersion] {
    units.filter {
      $0.parent == unit.code && $0.isValid(on: day) && $0.level > unit.level && $0.level != .region
    }
  }
  func named(_ name: String, _ type: UnitType, _ day: Day) -> [UnitVersion] {
    let wanted = VietnameseName.folded(name)
    return units.indices.filter {
      folded[$0] == wanted && units[$0].type == type && units[$0].isValid(on: day)
    }.map { units[$0] }
  }
}

/// Seeded random look-ups against the scans.
@Suite(.serialized) struct SlowTwinTests {
  private static let slow = SlowRegister()
  private let first = 16_801  // 2016-01-01
  private let days = 3_990  // up to the end of 2026

  private func day(_ random: inout Random) -> Day {
    // The days about a change are where an index goes wrong.
    let changes: [Int32] = [18_293, 18_322, 20_089, 20_120, 20_270, 20_573]
    return random.below(2) == 0
      ? Day(number: Int32(first + random.below(days)))
      : Day(number: changes[random.below(changes.count)] + Int32(random.below(3)) - 1)
  }

  @Test func `ids and codes agree with a scan`() {
    var random = Random(1)
    let slow = Self.slow
    for _ in 0..<150 {
      let unit = slow.units[random.below(slow.units.count)]
      let day = day(&random)
      #expect(committed.unit(id: unit.id) == unit)
      #expect(committed.history(unit.code) == slow.units.filter { $0.code == unit.code })
      for level in [nil, unit.level, .province] as [UnitLevel?] {
        #expect(
          committed.unit(code: unit.code, level: level, on: day) == slow.unit(unit.code, level, day),
          "\(unit.code) on \(day.iso)")
      }
      #expect(
        committed.parent(of: unit, on: day)
          == slow.units.first {
            $0.code == unit.parent && $0.isValid(on: day) && $0.level < unit.level
          })
    }
  }
  @Test func `texts that are no id and no code give nothing`() {
    for text in [
      "", "@", "1", "001@", "00001@2004-08-3", "00001@2004-08-32", "00001@2005-08-31", "0000१",
      "vn@2004-08-31",
      "00001@2004-08-31 ", " vn", "VN", "123456", "vung:", "００００１", "-1", "+1", "1.0", "4294967297",
    ] {
      #expect(committed.unit(id: text) == nil, "\(text)")
      if text != "001@" { #expect(committed.history(text).isEmpty, "\(text)") }
    }
  }
  @Test func `lists of a day and children agree with a scan`() {
    var random = Random(2)
    let slow = Self.slow
    for round in 0..<12 {
      let day = day(&random)
      let level = ([nil] + UnitLevel.allCases)[round % 6]
      #expect(committed.units(at: level, on: day) == slow.units(at: level, day))
      let wide = slow.units.filter { $0.level < .commune && $0.level != .region }
      for _ in 0..<6 {
        let unit = wide[random.below(wide.count)]
        #expect(committed.children(of: unit, on: day) == slow.children(unit, day), "\(unit.id) on \(day.iso)")
      }
    }
  }
  @Test func `the units of a level in one agree with a scan of all chains of parents`() {
    var random = Random(5)
    let slow = Self.slow
    for _ in 0..<6 {
      let day = day(&random)
      for level in [UnitLevel.province, .district, .commune] {
        let all = slow.units(at: level, day)
        let chains = all.map { unit -> Set<String> in
          let above = [unit] + committed.ancestors(of: unit, on: day)
          let province = above.first { $0.level == .province }
          let region = province.flatMap { committed.region(of: $0, on: day) }
          return Set((above + (region.map { [$0] } ?? [])).map(\.id))
        }
        let wide = slow.units(at: nil, day).filter { $0.level < .commune }
        for _ in 0..<5 {
          let unit = wide[random.below(wide.count)]
          let expected = zip(all, chains).filter { $0.1.contains(unit.id) }.map(\.0)
          #expect(committed.units(at: level, in: unit, on: day) == expected, "\(unit.id) on \(day.iso)")
        }
      }
    }
  }
  @Test func `successors and predecessors agree with a scan`() {
    var random = Random(3)
    let slow = Self.slow
    for _ in 0..<120 {
      let step = slow.successions[random.below(slow.successions.count)]
      for id in [step.from, step.to] {
        guard let unit = committed.unit(id: id) else {
          Issue.record("\(id) is an end of a step")
          continue
        }
        #expect(committed.successors(of: unit) == slow.successions.filter { $0.from == id })
        #expect(committed.predecessors(of: unit) == slow.successions.filter { $0.to == id })
      }
    }
  }
  @Test func `names agree with a scan, however they are written`() {
    var random = Random(4)
    let slow = Self.slow
    for _ in 0..<120 {
      let unit = slow.units[random.below(slow.units.count)]
      guard unit.level >= .province else { continue }
      let day = day(&random)
      let expected = slow.named(unit.bareName, unit.type, day)
      for written in [unit.name, unit.name.uppercased(), unit.name.decomposedStringWithCanonicalMapping] {
        let found = committed.candidates(named: written, on: day).filter { $0.type == unit.type }
        // "Xã Thị trấn" cannot be, but a bare name may begin like a type: the scan knows only the one reading.
        #expect(Set(expected).isSubset(of: Set(found)), "\(written) on \(day.iso)")
        #expect(found.count == expected.count, "\(written) on \(day.iso)")
      }
    }
  }
}

/// A sequence of numbers that is the same on every machine.
private struct Random {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: (state >> 33) % UInt64(bound))
  }
}
