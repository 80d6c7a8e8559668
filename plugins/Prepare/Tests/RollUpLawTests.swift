import Expressions
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

/// A state says the same however rows are cut, dealt and merged, and takes any bytes without a trap.
@Suite struct RollUpLawTests {
  static let schema = Schema([
    Field("k", "text"), Field("n", "int amount"), Field("d", "decimal amount"), Field("b", "bool"),
    Field("t", "text"), Field("day", "date"),
  ])
  private static func state() throws -> RollUpState {
    func expression(_ text: String) throws -> Aggregate.Source {
      .expression(try Expression.parse(text).typed(in: schema, referenceDate: nil))
    }
    return RollUpState(
      keys: [RollUpKey(name: "k", type: .text, place: 0)],
      aggregates: [
        Aggregate("rows", .count, .nothing), Aggregate("big", .count, try expression("n > 5")),
        Aggregate("sum", .sum, try expression("n * 1000000000000000000")),
        Aggregate("least", .min, try expression("d")), Aggregate("last", .max, try expression("day")),
        Aggregate("any", .any, try expression("b")), Aggregate("all", .all, try expression("b")),
        Aggregate("t", .first, .column(4, schema.fields[4])),
        Aggregate("f", .first, .column(3, schema.fields[3])),
      ])
  }
  private static func rows(_ count: Int, keys: Int, _ seed: UInt64) -> Batch {
    var random = SeededRandom(seed)
    return giveRows(
      (0..<count).map { _ in
        [
          random.one((0..<keys).map { "h\($0)" } + [""]), random.one(["1", "7", "", "?", "!"]),
          random.one(["0.5", "-1", "?"]),
          random.one(["1", "0", "", "?"]), random.one(["x", "x", "x", "y", "!"]),
          random.one(["2024-01-01", "1950-12-31", "?"]),
        ]
      }, schema)
  }

  @Test(arguments: [(0, 1), (1, 1), (40, 3), (120, 60)]) func `the law of states holds`(
    _ count: Int, _ keys: Int
  ) throws {
    for seed in 0..<4 {
      try expectLaws(of: try Self.state(), over: Self.rows(count, keys: keys, UInt64(seed)))
    }
  }
  @Test func `rows of several files keep the least place`() throws {
    let parts = [("b.csv", 2), ("a.csv", 9), ("a.csv", 4)].map {
      giveRows([["h", "1", "1", "1", "x", "2024-01-01"]], Self.schema, file: $0.0, line: $0.1)
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      var state = try Self.state()
      for index in order { state.add(parts[index]) }
      var findings = Findings(step: "s")
      let rows = state.finish(&findings)
      #expect(rows.origin.file(of: 0) == "a.csv" && rows.origin.line(of: 0) == 4)
    }
  }
  @Test func `bytes of another kind are refused or taken, and never trap`() throws {
    var whole = try Self.state()
    whole.add(Self.rows(30, keys: 4, 9))
    var writer = ByteWriter()
    whole.write(to: &writer)
    for place in writer.bytes.indices {
      var cut = try Self.state()
      var reader = ByteReader(Array(writer.bytes[..<place]))
      #expect(throws: StateError.self) { try cut.read(from: &reader) }
      var changed = writer.bytes
      changed[place] ^= 0xFF
      var state = whole
      var other = ByteReader(changed)
      do throws(StateError) { try state.read(from: &other) } catch {}
      var findings = Findings(step: "s")
      #expect(state.finish(&findings).columns.count == 10)
    }
  }
}
