import StageTestKit
import Tables
import Testing

@Suite struct KeyIndexTests {
  private func batch(_ columns: [Column]) -> Batch { Batch(columns, count: columns[0].count) }
  private func found(_ own: [Column], in other: [Column]) -> [Int32] {
    KeyIndex(batch(other), Array(other.indices)).rows(batch(own), Array(own.indices))
  }

  @Test(arguments: ColumnType.samples) func `a key is found in the first row that has it`(_ type: ColumnType)
  {
    let cells = type.ordered.filter { !$0.isEmpty }
    let table = column(type, [nil] + cells + [cells[0]])
    let own = column(type, [cells[1], nil, cells[0], cells[1], cells[1]])
    #expect(found([own], in: [table]) == [2, KeyIndex.noKey, 1, 2, 2])
    #expect(KeyIndex(batch([table]), [0]).repeated.map { [$0.first, $0.again] } == [1, cells.count + 1])
    #expect(KeyIndex(batch([column(type, [nil, nil] + cells)]), [0]).repeated == nil)
    #expect(found([own], in: [column(type, [])]).allSatisfy { $0 < 0 })
  }
  @Test(arguments: [["a", "b"], ["1234567", "12345678"], ["12345678", "123456789"], ["xã Một", "xã Hai"]])
  func `texts of any length are told apart`(_ texts: [String]) {
    let table = column(.text, texts)
    let own = column(.text, texts.reversed() + ["1234567\u{0}", "12345678901", "c", "123456"])
    #expect(found([own], in: [table]) == [1, 0, -1, -1, -1, -1])
  }
  @Test func `an empty text is a key, and one with a zero byte is another`() {
    let texts = ["", "\u{0}", "\u{0}\u{0}", "a\u{0}", "a"]
    var builder = ColumnBuilder(.text)
    for text in texts { builder.append(text: text.utf8) }
    #expect(found([builder.column], in: [builder.column]) == [0, 1, 2, 3, 4])
    #expect(KeyIndex(batch([builder.column]), [0]).repeated == nil)
  }
  @Test func `a key of several columns is missing where one of them is`() {
    let table = [column(.text, ["01", "01", "02", nil]), column(.int, ["1", "2", "1", "3"])]
    let own = [column(.text, ["02", "01", "01", nil, "02"]), column(.int, ["1", "2", nil, "3", "2"])]
    #expect(found(own, in: table) == [2, 1, -2, -2, -1])
  }
  @Test(arguments: [1, 3, 60], [3, 9])
  func `what is found is what a dictionary finds`(_ kinds: Int, _ length: Int) {
    var random = SeededRandom(UInt64(kinds * 100 + length))
    func cells(_ count: Int) -> [String?] {
      (0..<count).map { _ in
        let letters = (0...random.next(below: length)).map { _ in "abcđ".randomElement(using: &random) }
        return random.next(below: 9) == 0 ? nil : String(letters.compactMap { $0 })
      }
    }
    let (table, own) = (cells(kinds * 7), cells(500))
    var first: [String: Int32] = [:]
    for (row, cell) in table.enumerated() where cell.map({ first[$0] == nil }) ?? false {
      first[cell ?? ""] = Int32(row)
    }
    let expected = own.map { $0.map { first[$0] ?? -1 } ?? -2 }
    #expect(found([column(.text, own)], in: [column(.text, table)]) == expected)
    let ones = Array(repeating: "1" as String?, count: 500)
    let both = found(
      [column(.text, own), column(.int, ones)],
      in: [column(.text, table), column(.int, Array(ones.prefix(table.count)))])
    #expect(both == expected)
  }

  @Test func `numbers are given in the order in which keys come`() {
    var numbers = KeyNumbers()
    let keys = (0..<1000).map { Array("khóa \($0 * 7919 % 1000)".utf8) }
    for key in keys { _ = numbers.add(key) }
    #expect(keys.map { numbers.add($0) } == Array(0..<1000))
    #expect(keys.map { numbers.number(of: $0) } == Array(0..<1000))
    #expect(numbers.number(of: []) == nil)
    #expect(numbers.count == 1000)
    #expect(Array(numbers[7]) == keys[7])
    let sorted = numbers.sorted.map { Array(numbers[$0]) }
    #expect(sorted == keys.sorted { $0.lexicographicallyPrecedes($1) })
    let empty = numbers.add([])
    #expect(empty == 1000 && numbers.number(of: []) == 1000)
  }
}

@Suite struct ColumnFindingTests {
  @Test(arguments: ColumnType.samples) func `rows that were not found are missing, for the reason given`(
    _ type: ColumnType
  ) {
    var random = SeededRandom(11)
    let values = type.ordered.filter { !$0.isEmpty }
    let cells = (0..<70).map { row in row % 4 == 0 ? nil : values[row % 2] }
    let all = column(type, cells)
    for size in [0, 1, 64, 65, 200] {
      let rows = (0..<size).map { _ in Int32(random.next(below: 80) - 10) }
      var builder = ColumnBuilder(type)
      for row in rows {
        if row < 0 {
          builder.append(missing: .notReported)
        } else if let cell = cells[Int(row)] {
          builder.append(Array(cell.utf8)[...])
        } else {
          builder.append(missing: .blank)
        }
      }
      #expect(all.gathered(found: rows, else: .notReported) == builder.column)
    }
  }
  @Test(arguments: ColumnType.samples) func `what need not be said is not kept`(_ type: ColumnType) {
    let values = type.ordered.filter { !$0.isEmpty }
    let all = column(type, [nil, values[0], values[1]])
    #expect(
      all.gathered(found: [2, 1, 2], else: .withheld) == column(type, [values[1], values[0], values[1]]))
    #expect(all.gathered(found: [0, -1], else: .blank).reasons == nil)
    var withheld = ColumnBuilder(type)
    withheld.append(missing: .withheld)
    #expect(withheld.column.gathered(found: [-1, 0], else: .blank).shown == ["(blank)", "(withheld)"])
    #expect(column(type, []).gathered(found: [-1], else: .invalid).shown == ["(invalid)"])
  }
}
