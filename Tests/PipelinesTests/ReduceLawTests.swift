import StageKit
import StageTestKit
import Tables
import Testing

@Suite struct ReduceLawTests {
  private func rows(_ lines: [(String?, Int64?)]) -> Batch {
    var (keys, numbers) = (ColumnBuilder(.text), ColumnBuilder(.int))
    for (key, number) in lines {
      if let key { keys.append(text: key.utf8) } else { keys.append(missing: .notReported) }
      numbers.append(units: number)
    }
    return Batch([keys.column, numbers.column], count: lines.count)
  }
  private let empty = PeopleSums(
    key: 0, sums: [1, 1], schema: Schema([Field("key", .text, .code), Field("n", .int, .count)]))

  @Test func `sums do not depend on how rows are cut, dealt and joined`() throws {
    let names = ["Cà Mau", "", "a\0b", "a"]
    let lines = (0..<97).map { number -> (String?, Int64?) in
      let name: String? = number % 11 == 0 ? nil : names[number % 4]
      let value: Int64? = number % 7 == 0 ? nil : Int64.max - Int64(number)
      return (name, value)
    }
    try expectLaws(of: empty, over: rows(lines))
  }
  @Test(arguments: [0, 1]) func `no rows, and one`(count: Int) throws {
    try expectLaws(of: empty, over: rows(Array(repeating: ("a", 1), count: count)))
  }
}
