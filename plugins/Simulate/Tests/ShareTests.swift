import StageKit
import StageTestKit
import Tables
import Testing

@testable import Simulate

/// Rows dealt to processes of their own, which together are the whole.
@Suite struct ShareTests {
  private static let dealt = DirtPlan(
    rows: 1500, shares: [0, 20_000, 30_000] + Array(repeating: 0, count: 6), memberShares: [10_000, 20_000],
    seed: 8)
  private let simulation: Simulation
  init() throws {
    simulation = Simulation(
      rows: 1500, seed: 8, year: 2023, communes: Commune.invented(7), isFromMembers: true,
      dirt: try #require(Self.dealt))
  }

  @Test(arguments: [1, 2, 3, 7, 1500, 2000]) func `shares of members are all members, in order`(_ count: Int)
    throws
  {
    let whole = MemberReader(simulation: simulation, birthDates: .text, rows: 0..<1500)
    #expect(try (0..<count).flatMap { try cells(whole.share($0, of: count)) } == cells(whole))
  }
  @Test(arguments: [1, 2, 3, 7, 1500, 2000]) func `shares of households are all households, in order`(
    _ count: Int
  ) throws {
    let whole = HouseholdReader(simulation: simulation, rows: 0..<1500)
    #expect(try (0..<count).flatMap { try cells(whole.share($0, of: count)) } == cells(whole))
  }
  @Test func `mistakes among members fall to households without any`() throws {
    let dealt = try #require(Self.dealt)
    let copied = Set((0..<1500).compactMap { dealt.dirt(of: $0)?.copied })
    let spoilt = (0..<1500).filter { dealt.memberDirt(of: $0) != nil }
    #expect(spoilt.count == 45 && copied.count == 75)
    #expect(spoilt.allSatisfy { dealt.dirt(of: $0) == nil && !copied.contains($0) })
  }

  /// Every row as a text.
  private func cells<Reader: SourceReader>(_ reader: Reader) throws -> [String] {
    var (reader, findings, rows) = (reader, Findings(), [String]())
    while let piece = try reader.next(.memory([:])) {
      reader.decode(piece, &findings) { batch, _ in
        for row in 0..<batch.count { rows.append("\(batch.columns.map { $0.gathered([row]) })") }
      }
    }
    return rows
  }
}
