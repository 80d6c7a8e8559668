import StageTestKit
import Tables
import Testing

/// Batches of no row and of one row, of no column, and slices against the whole.
@Suite struct SmallBatchTests {
  private func batch(_ count: Int, seed: UInt64 = 5) -> Batch {
    var random = SeededRandom(seed)
    let columns = ColumnType.samples.map { type in
      let values = type.ordered.filter { !$0.isEmpty }
      return column(
        type,
        (0..<count).map { _ in random.next(below: 4) == 0 ? nil : values[random.next(below: values.count)] })
    }
    return Batch(columns, count: count, origin: Origin(file: "a.csv", firstLine: 2))
  }

  @Test(arguments: ColumnType.samples) func `a column of no cells is one`(_ type: ColumnType) {
    let none = ColumnBuilder(type).column
    #expect(none.count == 0 && none.validity == nil && none.reasons == nil)
    #expect(none == column(type, []) && none == Column(missing: type, .withheld, count: 0))
    #expect(none.gathered([]) == none && Column.joined([none, none]) == none)
    #expect(none.gathered(found: [], else: .blank) == none)
    let one = column(type, [type.ordered.last])
    #expect(Column.joined([none, one, none]) == one && one.gathered([]) == none)
    #expect(none.gathered(found: [-1, -1], else: .notReported).shown == ["(notReported)", "(notReported)"])
  }
  @Test func `a batch of no rows has no rows, whatever is done with it`() {
    let none = batch(0)
    #expect(none.count == 0 && none.columns.allSatisfy { $0.count == 0 })
    #expect(none.keeping(Bitmap(count: 0)) == none)
    #expect(none.gathered([]).count == 0)
    #expect(none.adding(column(.int, [])).columns.count == ColumnType.samples.count + 1)
    var table = GroupTable(width: 2)
    table.add([none.columns[3]], [none.columns[0], nil], count: 0)
    #expect(table.count == 0 && table == GroupTable(width: 2) && table.sorted.isEmpty)
  }
  @Test func `a batch of one row is kept or not`() {
    let one = batch(1)
    #expect(one.keeping(Bitmap(repeating: true, count: 1)) == one)
    let none = one.keeping(Bitmap(count: 1))
    #expect(none.count == 0 && none.columns.allSatisfy { $0.count == 0 })
    #expect(one.gathered([0, 0, 0]).columns.allSatisfy { $0.count == 3 })
    #expect((0..<3).allSatisfy { one.gathered([0, 0, 0]).origin.line(of: $0) == 2 })
  }
  @Test func `a batch without columns counts its rows`() {
    let bare = Batch([], count: 5, origin: Origin(file: "b.csv", firstLine: 7))
    let kept = bare.keeping(Bitmap(words: [0b10010], count: 5))
    #expect(kept.count == 2 && kept.columns.isEmpty)
    #expect([0, 1].map { kept.origin.line(of: $0) } == [8, 11])
    #expect(bare.gathered([4, 4]).count == 2)
  }
  @Test func `a group of no columns is one, and none of no rows`() {
    var table = GroupTable(width: 1)
    table.add([], [nil], count: 3)
    table.add([], [nil], count: 4)
    #expect(table.count == 1 && table.sorted.map { Array($0.sums) } == [[7]])
    #expect(table.sorted.map(\.key) == [[]])
  }
  @Test(arguments: [1, 2, 63, 64, 65, 129]) func `slices end to end are the whole`(_ count: Int) {
    let whole = batch(count, seed: UInt64(count))
    for size in [1, 7, 64, count] {
      let parts = stride(from: 0, to: count, by: size).map { start in
        whole.gathered(Array(start..<min(start + size, count)))
      }
      for index in whole.columns.indices {
        #expect(Column.joined(parts.map { $0.columns[index] }) == whole.columns[index])
      }
      let lines = parts.flatMap { part in (0..<part.count).map { part.origin.line(of: $0) } }
      #expect(lines == Array(2..<(2 + count)))
    }
  }
  @Test(arguments: [0, 1, 65]) func `gathering twice is gathering once`(_ count: Int) {
    var random = SeededRandom(UInt64(count) + 9)
    let whole = batch(count, seed: 3)
    guard count > 0 else { return }
    let first = (0..<40).map { _ in random.next(below: count) }
    let second = (0..<30).map { _ in random.next(below: 40) }
    #expect(
      whole.gathered(first).gathered(second).columns == whole.gathered(second.map { first[$0] }).columns)
  }
  @Test(arguments: [0, 1, 65, 200]) func `keeping in two goes is keeping what both keep`(_ count: Int) {
    var random = SeededRandom(UInt64(count) + 11)
    let whole = batch(count, seed: 4)
    let kept = Bitmap(repeating: false, count: count)
    var (a, b) = (kept, kept)
    for row in 0..<count {
      a[row] = random.next(below: 3) != 0
      b[row] = random.next(below: 3) != 0
    }
    let rows = a.rows
    var later = Bitmap(count: rows.count)
    for (place, row) in rows.enumerated() { later[place] = b[row] }
    #expect(whole.keeping(a).keeping(later).columns == whole.keeping(a & b).columns)
    #expect(whole.keeping(a).count + whole.keeping(~a).count == count)
  }
  @Test(arguments: ColumnType.samples) func `cells are read as their own type and as no other`(
    _ type: ColumnType
  ) {
    let cells = column(type, [type.ordered.last])
    let readings = [
      Int64.storage(cells) != nil, FixedDecimal.storage(cells) != nil, Double.storage(cells) != nil,
      String.storage(cells) != nil, Bool.storage(cells) != nil, Day.storage(cells) != nil,
    ]
    let accepted = [
      Int64.accepts(type), FixedDecimal.accepts(type), Double.accepts(type), String.accepts(type),
      Bool.accepts(type), Day.accepts(type),
    ]
    #expect(readings == accepted && readings.count { $0 } == 1)
  }
  @Test func `what a cell is read as has an example that it accepts`() {
    let kinds: [any Cell.Type] = [
      Int64.self, FixedDecimal.self, Double.self, String.self, Bool.self, Day.self,
    ]
    for kind in kinds {
      let isTaken = kind.accepts(kind.example)
      #expect(isTaken, "\(kind)")
    }
    #expect(FixedDecimal.accepts(.decimal(scale: 0)) && FixedDecimal.accepts(.decimal(scale: 18)))
  }
}
