import Testing

@testable import Tables

/// Where rows were read, and which bytes they were made of.
@Suite struct OriginTests {
  /// Places of two files, some of them far apart, some without bytes.
  static let places: [Origin.Place] = [
    .init(file: "a", line: 2, record: 1, bytes: 10..<20),
    .init(file: "a", line: 3, record: 2, bytes: 22..<22),
    .init(file: "a", line: 9, record: nil, bytes: 100..<101), .init(file: "a", line: 10),
    .init(file: "b", line: 2, record: 1, bytes: 3..<9), .init(file: "b", line: 3, record: 5, bytes: nil),
    .init(file: "b", line: 4, record: 6, bytes: 5_000_000_000..<5_000_000_007),
    .init(file: "b", line: 1, record: 1, bytes: 0..<2), .init(file: "", line: 0),
  ]
  private func all(_ origin: Origin, _ count: Int) -> [Origin.Place] {
    (0..<count).map { origin.place(of: $0) }
  }

  @Test func `each row keeps its place, and its bytes beyond two gigabytes too`() {
    let origin = Origin(Self.places)
    #expect(all(origin, Self.places.count) == Self.places)
    #expect(origin.file == "a" && origin.firstLine == 2)
  }
  @Test(arguments: [[0, 1, 2, 3], [6, 0, 4, 4, 8], [2], [], [3, 5], [7, 6, 5, 4, 3, 2, 1, 0]])
  func `rows that are gathered, also twice, keep theirs`(_ rows: [Int]) {
    let some = Origin(Self.places).gathered(rows)
    #expect(all(some, rows.count) == rows.map { Self.places[$0] })
    let again = Origin(Self.places.prefix(3)).gathered([2, 0]).gathered([1, 1, 0])
    #expect(all(again, 3) == [0, 0, 2].map { Self.places[$0] })
  }
  @Test func `joined batches keep theirs, whatever is known of each`() {
    let parts: [(origin: Origin, count: Int)] = [
      (Origin(file: "c", firstLine: 5), 2), (Origin(Self.places), Self.places.count),
      (Origin(file: "a", firstLine: 1), 0),
      (Origin(file: "a", firstLine: 1, offsets: [0, 6]), 2),
    ]
    let expected =
      [Origin.Place(file: "c", line: 5), .init(file: "c", line: 6)] + Self.places
      + [.init(file: "a", line: 1), .init(file: "a", line: 7)]
    #expect(all(Origin.joined(parts), expected.count) == expected)
  }
  @Test func `where bytes are not known none are told`() {
    let origin = Origin(file: "f", firstLine: 5)
    #expect(origin.bytes(of: 3) == nil && origin.record(of: 3) == nil && origin.line(of: 3) == 8)
  }
}
