import StageTestKit
import Tables
import Testing

@Suite struct GroupTableTests {
  /// Invented rows: two key columns and three measures, with gaps.
  private struct Rows {
    var keys: [[String?]] = []
    var ints: [String?] = []
    var decimals: [String?] = []
    var flags: [String?] = []

    /// Short and long names, so that some batches have numbers of their own for all cells and others do not.
    static let names = ["a", "b", "", "a\u{0}", nil, "12345678", "Bru - Vân Kiều", "Bru - Vân Kiểu"]

    init(_ count: Int, _ random: inout SeededRandom) {
      for _ in 0..<count {
        keys.append([
          Self.names[random.next(below: Self.names.count)], ["1", "-2", nil][random.next(below: 3)],
        ])
        ints.append(
          [String(Int64(bitPattern: random.next())), nil, "9223372036854775807"][random.next(below: 3)])
        decimals.append(["-0.01", "12.50", nil][random.next(below: 3)])
        flags.append(["1", "0", nil][random.next(below: 3)])
      }
    }
    func part(_ rows: Range<Int>) -> (columns: [Column], measures: [Column?], count: Int) {
      var names = ColumnBuilder(.text)
      for row in rows {
        if let name = keys[row][0] { names.append(text: name.utf8) } else { names.append(missing: .blank) }
      }
      let numbers = column(.int, rows.map { keys[$0][1] })
      return (
        [names.column, numbers],
        [
          nil, column(.int, Array(ints[rows])), column(.decimal(scale: 2), Array(decimals[rows])),
          column(.bool, Array(flags[rows])),
        ], rows.count
      )
    }
    /// The sums as one would add them up by hand.
    var slow: [[String?]: [Int128]] {
      var sums: [[String?]: [Int128]] = [:]
      for row in keys.indices {
        var all = sums[keys[row]] ?? [0, 0, 0, 0]
        all[0] += 1
        all[1] += ints[row].flatMap { Int128($0) } ?? 0
        all[2] += decimals[row].flatMap { FixedPoint(plain: $0)?.units } ?? 0
        all[3] += flags[row] == "1" ? 1 : 0
        sums[keys[row]] = all
      }
      return sums
    }
  }
  private func table(_ rows: Rows, _ range: Range<Int>, cut size: Int = 1000) -> GroupTable {
    var table = GroupTable(width: 4)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      let (columns, measures, count) = rows.part(start..<min(start + size, range.upperBound))
      table.add(columns, measures, count: count)
    }
    return table
  }
  private func bytes(_ table: GroupTable) -> [UInt8] {
    var writer = ByteWriter()
    table.write(to: &writer)
    return writer.bytes
  }

  @Test(arguments: 0..<6) func `the sums are those of a slow dictionary`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let rows = Rows(random.next(below: 300), &random)
    let table = table(rows, rows.keys.indices, cut: 1 + random.next(below: 70))
    var sums: [[String?]: [Int128]] = [:]
    for (key, group) in table.sorted {
      var (rest, name, number) = (key[...], ColumnBuilder(.text), ColumnBuilder(.int))
      name.append(fromKey: &rest)
      number.append(fromKey: &rest)
      #expect(rest.isEmpty)
      let cells = [name.column, number.column].map { $0.isMissing(0) ? nil : $0.shown[0] }
      sums[cells] = Array(group)
    }
    #expect(sums == rows.slow)
    #expect(table.count == sums.count)
    #expect(!table.hasOverflow)
  }
  @Test(arguments: 0..<6) func `however rows are cut, merged, written and read, the bytes are the same`(
    _ seed: Int
  )
    throws
  {
    var random = SeededRandom(UInt64(seed))
    let rows = Rows(120, &random)
    let whole = table(rows, 0..<120)
    var cuts = [0, 120] + (0..<3).map { _ in random.next(below: 121) }
    cuts.sort()
    var parts = zip(cuts, cuts.dropFirst()).map { table(rows, $0..<$1, cut: 7) }
    parts.shuffle(using: &random)
    var merged = GroupTable(width: 4)
    var read = GroupTable(width: 4)
    for part in parts {
      merged.merge(part)
      var reader = ByteReader(bytes(part))
      try read.read(from: &reader)
      #expect(reader.isAtEnd)
    }
    #expect(bytes(merged) == bytes(whole))
    #expect(bytes(read) == bytes(whole))
    #expect(merged == whole)
    #expect(merged.hashValue == whole.hashValue)
  }
  @Test func `tables of other sums, keys or widths are not equal`() {
    func one(_ key: String, _ number: String) -> GroupTable {
      var table = GroupTable(width: 1)
      table.add([column(.text, [key])], [column(.int, [number])], count: 1)
      return table
    }
    #expect(one("a", "1") == one("a", "1"))
    #expect(one("a", "1") != one("a", "2"))
    #expect(one("a", "1") != one("b", "1"))
    #expect(GroupTable(width: 1) != GroupTable(width: 2))
  }

  @Test(arguments: ColumnType.samples) func `keys sort as the cells do, and missing is first`(
    _ type: ColumnType
  ) {
    var builder = ColumnBuilder(type)
    for text in type.ordered {
      if type == .text { builder.append(text: text.utf8) } else { builder.append(Array(text.utf8)[...]) }
    }
    builder.append(missing: .blank)
    let cells = builder.column
    var table = GroupTable(width: 1)
    table.add([cells.gathered((0..<cells.count).reversed())], [nil], count: cells.count)
    var keys = ColumnBuilder(type)
    for (key, _) in table.sorted {
      var rest = key[...]
      keys.append(fromKey: &rest)
      #expect(rest.isEmpty)
    }
    #expect(keys.column == cells.gathered([cells.count - 1] + Array(0..<cells.count - 1)))
  }
  @Test func `zero and minus zero are one group`() {
    var table = GroupTable(width: 1)
    table.add([column(.double, ["0.0", "-0.0"])], [nil], count: 2)
    #expect(table.count == 1)
  }
  @Test(arguments: ColumnType.samples) func `a key that is cut short gives a missing cell`(_ type: ColumnType)
  {
    var table = GroupTable(width: 0)
    table.add([column(type, [type.ordered.last])], [], count: 1)
    for (key, _) in table.sorted {
      for length in key.indices {
        var (rest, builder) = (key[..<length], ColumnBuilder(type))
        builder.append(fromKey: &rest)
        #expect(builder.column.isMissing(0), "\(length) bytes of \(key)")
      }
    }
  }

  @Test func `a merge that does not fit is told, and does not trap`() throws {
    func state(_ sum: Int128) throws -> GroupTable {
      var writer = ByteWriter()
      writer.write(1 as UInt64)
      writer.write([1] as [UInt8])
      writer.write(sum)
      writer.write(0 as UInt8)
      var (table, reader) = (GroupTable(width: 1), ByteReader(writer.bytes))
      try table.read(from: &reader)
      return table
    }
    var most = try state(.max)
    #expect(!most.hasOverflow)
    most.merge(try state(1))
    #expect(most.hasOverflow)
    var again = GroupTable(width: 1)
    var reader = ByteReader(bytes(most))
    try again.read(from: &reader)
    #expect(again.hasOverflow)
    var other = try state(0)
    other.merge(again)
    #expect(other.hasOverflow)
  }
  @Test(arguments: 0..<8) func `no state traps`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<500 {
      let bytes = (0..<random.next(below: 80)).map { _ in
        random.next(below: 4) == 0 ? UInt8(truncatingIfNeeded: random.next()) : 0
      }
      var (table, reader) = (GroupTable(width: random.next(below: 3)), ByteReader(bytes))
      do throws(StateError) { try table.read(from: &reader) } catch { #expect(!error.message.isEmpty) }
      for (key, _) in table.sorted {
        var rest = key[...]
        for type in ColumnType.samples {
          var builder = ColumnBuilder(type)
          builder.append(fromKey: &rest)
          #expect(builder.column.count == 1)
        }
      }
    }
  }
}
