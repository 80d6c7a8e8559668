import StageTestKit
import Tables
import Testing

/// The bytes of keys against the cells they were made of: the order, and that no two keys run together.
@Suite struct KeyOrderTests {
  private func key(_ columns: [Column], _ row: Int) -> [UInt8] {
    var key: [UInt8] = []
    for column in columns { column.appendKey(row, to: &key) }
    return key
  }
  private func isBefore(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }
  private func whole(_ random: inout SeededRandom) -> Int64 {
    Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
  }

  @Test(arguments: 0..<4) func `whole numbers and decimals sort as numbers`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let numbers = (0..<60).map { _ in whole(&random) } + [.min, .max, 0, -1, 1]
    for type in [ColumnType.int, .decimal(scale: 3)] {
      var builder = ColumnBuilder(type)
      for number in numbers { builder.append(units: number) }
      let cells = builder.column
      for (i, a) in numbers.enumerated() {
        for (j, b) in numbers.enumerated() {
          #expect(isBefore(key([cells], i), key([cells], j)) == (a < b), "\(a) \(b)")
        }
      }
    }
  }
  @Test(arguments: 0..<4) func `floating-point numbers sort as numbers`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 10)
    let numbers =
      (0..<40).map { _ in Double(whole(&random)) / Double(1 + random.next(below: 1000)) }
      + [
        0, 1e-300, -1e-300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude,
      ]
    var builder = ColumnBuilder(.double)
    for number in numbers { _ = builder.append(double: number) }
    let cells = builder.column
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect(isBefore(key([cells], i), key([cells], j)) == (a < b), "\(a) \(b)")
      }
    }
  }
  @Test(arguments: 0..<4) func `texts sort as their bytes, also where one begins another`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 20)
    let alphabet: [UInt8] = [0, 0, 1, 2, 0x61, 0x62, 0xFF, 0xFE, 0xC3]
    let texts = (0..<60).map { _ in
      (0..<random.next(below: 6)).map { _ in alphabet[random.next(below: alphabet.count)] }
    }
    var builder = ColumnBuilder(.text)
    for text in texts { builder.append(text: text) }
    let cells = builder.column
    for (i, a) in texts.enumerated() {
      for (j, b) in texts.enumerated() {
        #expect(isBefore(key([cells], i), key([cells], j)) == a.lexicographicallyPrecedes(b), "\(a) \(b)")
        #expect((key([cells], i) == key([cells], j)) == (a == b), "\(a) \(b)")
      }
    }
  }
  @Test(arguments: [
    (["a", "b"], ["ab", ""]), (["a", ""], ["", "a"]), (["a\u{0}", "b"], ["a", "\u{0}b"]),
    (["a\u{1}", ""], ["a", "\u{1}"]), (["", "", "a"], ["", "a", ""]), (["\u{0}", ""], ["", "\u{0}"]),
    (["xã A", "B"], ["xã", " AB"]),
  ]) func `the texts of one key do not run together`(_ a: [String], _ b: [String]) {
    func columns(_ cells: [String]) -> [Column] {
      cells.map { text in
        var builder = ColumnBuilder(.text)
        builder.append(text: text.utf8)
        return builder.column
      }
    }
    #expect(key(columns(a), 0) != key(columns(b), 0))
  }
  @Test(arguments: 0..<4) func `keys of several columns sort by the first that differs, missing first`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed) + 30)
    let names = [nil, "", "a", "a\u{0}", "ab", "b"] as [String?]
    let numbers = [nil, Int64.min, -1, 0, 1, .max] as [Int64?]
    let rows = (0..<60).map { _ in (random.next(below: names.count), random.next(below: numbers.count)) }
    var (texts, wholes) = (ColumnBuilder(.text), ColumnBuilder(.int))
    for (name, number) in rows {
      if let name = names[name] { texts.append(text: name.utf8) } else { texts.append(missing: .blank) }
      wholes.append(units: numbers[number])
    }
    let columns = [texts.column, wholes.column]
    for (i, a) in rows.enumerated() {
      for (j, b) in rows.enumerated() {
        #expect(isBefore(key(columns, i), key(columns, j)) == (a < b), "\(a) \(b)")
      }
    }
  }
  @Test(arguments: ColumnType.samples) func `a key is read back as the cells it was made of`(
    _ type: ColumnType
  ) {
    let cells = Column.joined([
      column(type, type.ordered.filter { !$0.isEmpty }), Column(missing: type, .blank, count: 1),
    ])
    let numbers = column(.int, (0..<cells.count).map { String($0) })
    for row in 0..<cells.count {
      var rest = key([cells, numbers], row)[...]
      var (first, second) = (ColumnBuilder(type), ColumnBuilder(.int))
      first.append(fromKey: &rest)
      second.append(fromKey: &rest)
      #expect(rest.isEmpty && first.column == cells.gathered([row]) && second.column.shown == ["\(row)"])
    }
  }
}
