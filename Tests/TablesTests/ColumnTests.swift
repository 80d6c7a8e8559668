import StageTestKit
import Tables
import Testing

@Suite struct ColumnTests {
  @Test(
    arguments: [
      (.int, "12", "12"), (.int, "", "(blank)"), (.int, "1.0", "(invalid)"), (.int, " 1", "(invalid)"),
      (.decimal(scale: 2), "1.5", "1.50"), (.decimal(scale: 2), "1.555", "(invalid)"),
      (.double, "1.5", "1.5"), (.double, "x", "(invalid)"), (.double, "nan", "(invalid)"),
      (.double, "1e999", "(invalid)"), (.text, "ấ", "ấ"), (.text, "", "(blank)"), (.bool, "1", "1"),
      (.bool, "0", "0"), (.bool, "2", "(invalid)"), (.bool, "true", "(invalid)"),
      (.date, "2024-02-29", "2024-02-29"),
      (.date, "2023-02-29", "(invalid)"), (.date, "31/12/2024", "(invalid)"),
    ] as [(ColumnType, String, String)])
  func `a cell is read in the plain style or is missing`(_ type: ColumnType, _ text: String, _ shown: String)
  {
    var builder = ColumnBuilder(type)
    let isGood = builder.append(Array(text.utf8)[...])
    #expect(builder.column.shown == [shown])
    #expect(isGood == (shown != "(invalid)"))
  }
  @Test(arguments: ColumnType.samples) func `a column without a missing cell says so by saying nothing`(
    _ type: ColumnType
  ) {
    let whole = column(type, type.ordered.filter { !$0.isEmpty })
    #expect(whole.validity == nil)
    #expect(whole.reasons == nil)
    let blank = column(type, [nil, type.ordered.last])
    #expect(blank.validity?.rows == [1])
    #expect(blank.reasons == nil)
    #expect(!blank.isMissing(1))
    #expect(blank.missingReason(1) == nil)
  }
  @Test(arguments: ColumnType.samples) func `every reason is kept, and none is a value`(_ type: ColumnType) {
    var builder = ColumnBuilder(type)
    builder.append(Array((type.ordered.last ?? "").utf8)[...])
    for reason in MissingReason.allCases { builder.append(missing: reason) }
    let built = builder.column
    #expect(
      built.shown.dropFirst() == ["(blank)", "(notApplicable)", "(notReported)", "(withheld)", "(invalid)"])
    #expect(built.validity?.rows == [0])
    #expect(built.count == 6)
  }
  @Test func `an empty text is a value where it is given as one`() {
    var builder = ColumnBuilder(.text)
    builder.append(text: [])
    #expect(builder.column.shown == [""])
  }
  @Test(arguments: [Int64(Int32.max) + 1, Int64(Int32.min) - 1, .max]) func `a day that does not fit is none`(
    _ number: Int64
  ) {
    var builder = ColumnBuilder(.date)
    let isGood = builder.append(whole: number)
    #expect(!isGood)
    #expect(builder.column.count == 0)
    builder.append(units: number)
    #expect(builder.column.shown == ["(blank)"])
  }

  @Test(arguments: ColumnType.samples) func `rows are gathered in the order given`(_ type: ColumnType) {
    var random = SeededRandom(3)
    let cells = (0..<200).map { row in
      row % 3 == 0 ? nil : type.ordered.filter { !$0.isEmpty }[row % 2]
    }
    let all = column(type, cells)
    for size in [0, 1, 5, 64, 65, 300] {
      let rows = (0..<size).map { _ in random.next(below: cells.count) }
      #expect(all.gathered(rows) == column(type, rows.map { cells[$0] }))
    }
  }
  @Test(arguments: ColumnType.samples)
  func `rows without a missing one are the same, wherever they were gathered from`(_ type: ColumnType) {
    var builder = ColumnBuilder(type)
    builder.append(missing: .withheld)
    builder.append(missing: .blank)
    for text in type.ordered.suffix(2) { builder.append(Array(text.utf8)[...]) }
    let all = builder.column
    #expect(all.gathered([2, 3]) == column(type, Array(type.ordered.suffix(2))))
    #expect(all.gathered([1, 3]).reasons == nil)
    #expect(all.gathered([0, 3]).shown.first == "(withheld)")
  }
  @Test(arguments: ColumnType.samples) func `columns are joined end to end`(_ type: ColumnType) {
    let cells = type.ordered.filter { !$0.isEmpty }
    let parts = [[cells[0]], [], [nil, cells[1]], Array(repeating: cells[0], count: 130)] as [[String?]]
    #expect(Column.joined(parts.map { column(type, $0) }) == column(type, parts.flatMap { $0 }))
    #expect(Column.joined([column(type, parts[3]), column(type, [cells[1]])]).validity == nil)
    var withheld = ColumnBuilder(type)
    withheld.append(missing: .withheld)
    let reasons = Column.joined([column(type, [nil]), withheld.column, column(type, [cells[0]])])
    #expect(reasons.shown.prefix(2) == ["(blank)", "(withheld)"])
    #expect(reasons.validity?.rows == [2])
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 65, 200]) func `a test of values is a bit a row`(_ count: Int) {
    var random = SeededRandom(UInt64(count))
    let values = (0..<count).map { _ in Int64(random.next(below: 10)) }
    let cells = Values(values)
    let answers = cells.test { $0 < 5 }
    #expect((0..<count).map { answers.bits[$0] } == values.map { $0 < 5 })
    #expect(answers.bits.count == count)
    #expect(cells.map { $0 * 2 }.values == values.map { $0 * 2 })
  }
  @Test func `what is missing stays missing, and is not true`() {
    let cells = Values([1, 0, 3] as [Int64], validity: Bitmap(words: [0b101], count: 3))
    let answers = cells.test { $0 >= 0 }
    #expect(answers.validity?.rows == [0, 2])
    #expect(answers.isTrue.rows == [0, 2])
    #expect(cells.map { $0 + 1 }.validity?.rows == [0, 2])
  }
}

@Suite struct BatchTests {
  private let batch = Batch(
    [column(.int, ["1", "2", nil, "4"]), column(.text, ["a", "b", "c", "d"])], count: 4,
    origin: Origin(file: "f.csv", firstLine: 2, offsets: [0, 1, 3, 7]))

  @Test func `cells are read by the column that was found`() {
    let numbers = batch[ColumnRef<Int64>(index: 0, field: Field("n", .int, .count))]
    #expect(numbers.values == [1, 2, 0, 4])
    #expect(numbers.validity?.rows == [0, 1, 3])
    let names = batch[ColumnRef<String>(index: 1, field: Field("a", .text, .label))]
    #expect(Array(names[3]) == Array("d".utf8))
  }
  @Test func `rows that are kept keep their lines`() {
    let kept = batch.keeping(Bitmap(words: [0b1010], count: 4))
    #expect(kept.count == 2)
    #expect(kept.columns.map(\.shown) == [["2", "4"], ["b", "d"]])
    #expect((0..<2).map { kept.origin.line(of: $0) } == [3, 9])
    #expect(kept.gathered([1]).origin.line(of: 0) == 9)
    #expect(batch.keeping(Bitmap(repeating: true, count: 4)) == batch)
    #expect(batch.keeping(Bitmap(count: 4)).count == 0)
  }
  @Test func `rows follow one another where nothing else is said`() {
    #expect(Origin(file: "f", firstLine: 5).line(of: 3) == 8)
  }
  @Test func `rows of several files know each their own`() {
    let places = [("a", 2), ("a", 3), ("b", 2), ("c", 9), ("a", 1)]
    let origin = Origin(places.map { (file: $0.0, line: $0.1) })
    for (row, place) in places.enumerated() {
      #expect(origin.file(of: row) == place.0 && origin.line(of: row) == place.1)
    }
    let joined = Batch([column(.int, ["1", "2", "3", "4", "5"])], count: 5, origin: origin)
    let some = joined.gathered([4, 2, 1]).origin
    #expect((0..<3).map { "\(some.file(of: $0)):\(some.line(of: $0))" } == ["a:1", "b:2", "a:3"])
    #expect(Origin([]).file(of: 0) == "")
  }
  @Test func `a column is added at the end`() {
    #expect(batch.adding(column(.bool, ["1", "0", "1", "0"])).columns.last?.shown == ["1", "0", "1", "0"])
  }
  @Test(arguments: ColumnType.samples, [0, 1, 65]) func `a column of missing cells is that of a builder`(
    _ type: ColumnType, _ count: Int
  ) {
    for reason in [MissingReason.blank, .notReported] {
      var builder = ColumnBuilder(type)
      for _ in 0..<count { builder.append(missing: reason) }
      #expect(Column(missing: type, reason, count: count) == builder.column)
    }
  }
}
