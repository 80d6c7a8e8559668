import StageTestKit
import Tables
import Testing

@testable import Prepare

/// The places of a column, against exact numbers one by one.
@Suite struct RescalingTests {
  private func cells(_ column: Column) -> [String] { (0..<column.count).map { column.shown($0) } }

  @Test(arguments: [0, 1, 2, 9, 18], [0, 1, 2, 9, 18])
  func `every number is rounded as an exact one is`(_ scale: Int, _ places: Int) {
    var random = SeededRandom(UInt64(scale * 20 + places))
    var numbers: [Int64] = [0, 1, -1, 4, 5, -5, 49, 50, 51, -50, 500_000_000, .max, .min, .max - 5, .min + 5]
    for _ in 0..<200 {
      numbers.append(Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random))
    }
    let column =
      scale == 0 ? Column.int(Values(numbers)) : .decimal(Decimals(Values(numbers), scale: scale))
    let (rescaled, overflow) = column.rescaled(to: places)
    let expected = numbers.map { number -> String in
      let exact = FixedPoint(units: Int128(number), scale: scale).rounded(places: places)
      return exact.flatMap { Int64(exactly: $0.units) == nil ? nil : $0.plain } ?? "(invalid)"
    }
    #expect(cells(rescaled) == expected)
    #expect(overflow?.rows ?? [] == expected.indices.filter { expected[$0] == "(invalid)" })
  }
  @Test func `what is missing stays missing, for its reason`() {
    var builder = ColumnBuilder(.decimal(scale: 2))
    for reason in MissingReason.allCases { builder.append(missing: reason) }
    builder.append(units: .max)
    builder.append(units: 250)
    let before = cells(builder.column).prefix(5)
    for places in [0, 1, 2, 3] {
      let found = cells(builder.column.rescaled(to: places).0)
      #expect(found.prefix(5) == before)
      #expect(found.last == ["3", "2.5", "2.50", "2.500"][places])
      #expect((found[5] == "(invalid)") == (places == 3))
    }
  }
  @Test func `a column without a missing cell says nothing of reasons`() {
    let column = Column.int(Values([1, 2]))
    #expect(column.rescaled(to: 2).0 == .decimal(Decimals(Values([100, 200]), scale: 2)))
    #expect(Column.decimal(Decimals(Values([149, 150]), scale: 2)).rescaled(to: 0).0 == column)
  }
}
