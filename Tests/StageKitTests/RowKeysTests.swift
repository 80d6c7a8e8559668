import StageKit
import Tables
import Testing

/// What a row may ask about its key: how often it occurs, where first, and its row in a side table.
@Suite struct RowKeysTests {
  private let origin = Origin(file: "ho.csv", firstLine: 2)
  /// Rows 0 and 3 have one key, row 1 has one alone, row 2 has none; the first of the two stands in another file.
  private var keys: RowKeys {
    var repeated = RowKeys.Repeated()
    repeated.counts = [3]
    repeated.places = [Origin.Place(file: "truoc.csv", line: 9)]
    return RowKeys([0, RowKeys.alone, RowKeys.noKey, 0], repeated, origin)
  }

  @Test(arguments: [(0, 3), (1, 1), (2, 0), (3, 3)]) func `a key is counted over the whole stream`(
    _ row: Int, _ count: Int
  ) {
    #expect(keys.count(of: row) == count)
    #expect(keys.isUnique(row) == (count <= 1))
    #expect(keys.isThere(row) == (count > 0))
  }
  @Test func `a key that is repeated is first where the stream has it first, one alone where it stands`() {
    #expect(keys.firstPlace(of: 0)?.file == "truoc.csv" && keys.firstPlace(of: 3)?.line == 9)
    #expect(keys.firstPlace(of: 1) == origin.place(of: 1))
    #expect(keys.firstPlace(of: 2) == nil)
  }
  @Test func `a key that is counted stands in no side table`() {
    #expect((0..<4).allSatisfy { keys.lookup($0) == nil })
  }
  @Test func `a key that is looked up gives its row, or nothing`() {
    let found = RowKeys([7, RowKeys.alone, RowKeys.noKey, 0], nil, origin)
    #expect((0..<4).map { found.lookup($0) } == [7, nil, nil, 0])
    #expect((0..<4).map { found.isThere($0) } == [true, true, false, true])
  }
  @Test func `keys are asked for by their names`() {
    let all = BatchKeys(["ma": keys, "xa": RowKeys([5, 5, 5, 5], nil, origin)])
    #expect(all["ma"].count(of: 3) == 3 && all["xa"].lookup(2) == 5)
  }

  private func batch(_ columns: [[String?]]) -> Batch {
    let made = columns.map { cells in
      var builder = ColumnBuilder(.text)
      for cell in cells {
        if let cell { builder.append(text: cell.utf8) } else { builder.append(missing: .notReported) }
      }
      return builder.column
    }
    return Batch(made, count: columns.first?.count ?? 0)
  }
  @Test(
    arguments: [
      (["a", "b"], true), (["a", nil], false), ([nil, "b"], false), ([nil, nil], false), (["", ""], true),
    ] as [([String?], Bool)]) func `a row has a key when no column of it is missing`(
      _ cells: [String?], _ isThere: Bool
    )
  {
    var key: [UInt8] = [1, 2, 3]
    let row = batch(cells.map { [$0] })
    let found = row.writeKey([0, 1], 0, to: &key)
    #expect(found == isThere)
  }
  @Test func `keys are the same bytes just when the cells are`() {
    let cells = ["a", "ab", "", "b", "\u{0}", "a\u{0}", "12345678", "123456789"]
    let pairs = cells.flatMap { first in cells.map { (first, $0) } }
    let rows = batch([pairs.map(\.0), pairs.map(\.1)])
    var seen: Set<[UInt8]> = []
    for row in pairs.indices {
      var key: [UInt8] = []
      let isThere = rows.writeKey([0, 1], row, to: &key)
      #expect(isThere)
      seen.insert(key)
    }
    #expect(seen.count == pairs.count)
  }
}
