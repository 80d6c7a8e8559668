import StageTestKit
import Testing

@testable import Tables

/// A cell that is missing is never a zero, an empty text, a no or a day, wherever it goes.
@Suite struct MissingCellTests {
  /// The cell that one may take a missing one for.
  static func zero(_ type: ColumnType) -> String {
    switch type {
    case .int: "0"
    case .decimal: "0.00"
    case .double: "0.0"
    case .text: ""
    case .bool: "0"
    case .date: "1970-01-01"
    }
  }
  private func zeros(_ type: ColumnType, _ count: Int) -> Column {
    var builder = ColumnBuilder(type)
    for _ in 0..<count {
      if type == .text {
        builder.append(text: [])
      } else {
        builder.append(Array(Self.zero(type).utf8)[...])
      }
    }
    return builder.column
  }
  private func key(_ column: Column, _ row: Int) -> [UInt8] {
    var key: [UInt8] = []
    column.appendKey(row, to: &key)
    return key
  }

  @Test(arguments: ColumnType.samples, [1, 64, 65]) func `a column of missing cells is none of zeros`(
    _ type: ColumnType, _ count: Int
  ) {
    let none = Column(missing: type, .blank, count: count)
    #expect(none != zeros(type, count))
    #expect(none.count == count && (0..<count).allSatisfy { none.isMissing($0) })
    #expect(!(0..<count).contains { zeros(type, count).isMissing($0) })
  }
  @Test(arguments: ColumnType.samples) func `its key is no key of a value`(_ type: ColumnType) {
    let none = Column(missing: type, .blank, count: 1)
    #expect(key(none, 0) != key(zeros(type, 1), 0))
    // Why a cell is missing makes no other group.
    for reason in MissingReason.allCases {
      #expect(key(Column(missing: type, reason, count: 1), 0) == key(none, 0))
    }
  }
  @Test(arguments: ColumnType.samples) func `rows with it are a group of their own`(_ type: ColumnType) {
    let cells = Column.joined([
      zeros(type, 2), Column(missing: type, .notReported, count: 3), zeros(type, 1),
      Column(missing: type, .blank, count: 1),
    ])
    var table = GroupTable(width: 1)
    table.add([cells], [nil], count: 7)
    #expect(table.sorted.map { Array($0.sums) } == [[4], [3]])
  }
  @Test(arguments: [ColumnType.int, .decimal(scale: 2), .bool]) func `it adds nothing to a sum`(
    _ type: ColumnType
  ) {
    let ones = column(type, ["1", "1"])
    let cells = Column.joined([
      ones, Column(missing: type, .withheld, count: 5), ones, Column(missing: type, .blank, count: 1),
    ])
    var (some, all) = (GroupTable(width: 1), GroupTable(width: 1))
    some.add([zeros(.text, 4)], [column(type, ["1", "1", "1", "1"])], count: 4)
    all.add([zeros(.text, 10)], [cells], count: 10)
    #expect(some == all)
  }
  @Test(arguments: ColumnType.samples) func `it keeps its reason wherever it goes`(_ type: ColumnType) {
    var builder = ColumnBuilder(type)
    let reasons = MissingReason.allCases
    for reason in reasons {
      builder.append(missing: reason)
      builder.append(Array((type.ordered.last ?? "").utf8)[...])
    }
    let all = builder.column
    func expect(_ column: Column, _ rows: [Int], _ what: Comment) {
      #expect(column.count == rows.count, what)
      for (row, old) in rows.enumerated() where row < column.count {
        #expect(column.missingReason(row) == all.missingReason(old), what)
      }
    }
    let count = all.count
    expect(all, Array(0..<count), "built")
    expect(all.gathered((0..<count).reversed()), (0..<count).reversed(), "gathered")
    expect(Column.joined([all, all]), Array(0..<count) + Array(0..<count), "joined")
    expect(all.gathered(found: (0..<count).map { Int32($0) }, else: .blank), Array(0..<count), "found")
    let batch = Batch([all], count: count).keeping(Bitmap(count: count) { $0 % 3 != 1 })
    expect(batch.columns[0], (0..<count).filter { $0 % 3 != 1 }, "kept")
  }
  @Test func `it is neither true nor false`() {
    let bools = Bools(
      Bitmap(words: [0b1111], count: 4), validity: Bitmap(words: [0b0101], count: 4))
    #expect(bools.isTrue.rows == [0, 2])
    #expect(bools.gathered([1, 0, 3]).isTrue.rows == [1])
  }
  @Test func `a value that cannot be kept is not appended, and none is appended as blank`() {
    var numbers = ColumnBuilder(.double)
    for value in [Double.nan, .infinity, -.infinity, nil] as [Double?] {
      let isThere = numbers.append(double: value)
      #expect(!isThere)
    }
    #expect(numbers.column.count == 0)
    var flags = ColumnBuilder(.bool)
    let isThere = flags.append(bool: nil)
    #expect(!isThere && flags.column.count == 0)
    var wholes = ColumnBuilder(.int)
    let isWhole = wholes.append(whole: nil)
    wholes.append(units: nil)
    wholes.append(units: 0)
    #expect(!isWhole && wholes.column.shown == ["(blank)", "0"])
  }
  @Test func `reasons say whether they are needed`() {
    var reasons = Reasons(blankRows: 3)
    #expect(!reasons.isNeeded && reasons.count == 3 && reasons[2] == .blank)
    reasons.append(.withheld)
    #expect(reasons.isNeeded && reasons[3] == .withheld)
    #expect(!reasons.gathered([0, 1, 2, 0]).isNeeded)
    #expect(reasons.gathered([3, 0]) == Reasons([.withheld, .blank]))
    #expect(!Reasons().isNeeded && Reasons().count == 0)
  }
}
