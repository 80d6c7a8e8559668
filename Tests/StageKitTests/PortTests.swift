import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@Suite struct PortTests {
  struct Several: Ports {
    let table = Port<Table>(vi: "Bảng.", en: "Table.")
    let otherTables = Port<Many<Table>>(vi: "Bảng khác.", en: "Other tables.", atLeast: 0)
    let figures = Port<FigureTable>(vi: "Số liệu.", en: "Figures.")
  }
  private let table = Table(Schema([Field("a", .int, .count)]), Batch([.int(Values([1]))], count: 1))

  @Test func `ports are named as they are written in a pipeline`() {
    let ports = Several.named().all
    #expect(ports.map(\.name) == ["table", "other_tables", "figures"])
    #expect(ports.map(\.atLeast) == [1, 0, 1])
    #expect(ports.map { $0.type == Many<Table>.self } == [false, true, false])
    #expect(ports[1].meaning == Phrase(vi: "Bảng khác.", en: "Other tables."))
  }
  @Test func `each shape is in the port it was put in`() {
    var shapes = Shapes<Several>()
    shapes.table = table.schema
    shapes.otherTables = [Schema(), table.schema]
    shapes.figures = FigureShape(.protected, path: ["a.b"])
    #expect(shapes.table == table.schema && shapes.otherTables.map(\.names) == [[], ["a"]])
    #expect(shapes.figures == FigureShape(.protected, path: ["a.b"]))
    #expect(Shapes<One<Table>>(table.schema).table == table.schema)
  }
  @Test func `each value is in the port it was put in`() {
    var given = Given<Several>()
    given.table = table
    given.otherTables = Many([table, table])
    given.figures = FigureTable()
    #expect(given.table == table && given.otherTables.items == [table, table])
    #expect(given.figures.figures.isEmpty && Given<One<Table>>(table).table == table)
  }
  @Test func `many flows take what is of their kind`() {
    #expect(Many<Table>.kind == Table.kind && Many<Table>.element == Table.self)
    #expect((Many<Table>.gathered([table, FigureTable()]) as? Many<Table>)?.items == [table])
    #expect((Many<Table>.shape([table.schema, 1]) as? [Schema]) == [table.schema])
  }
  @Test func `a flow is named in both languages`() {
    let kinds = [Table.kind, Rows.kind, FigureTable.kind, Notices.kind]
    #expect(kinds.map(\.en) == ["a table", "rows", "figures not yet protected", "notices"])
    #expect(kinds.map(\.vi) == ["bảng", "các dòng", "số liệu chưa qua bảo vệ", "thông báo"])
  }
  @Test(arguments: [
    (ColumnType.int, "a whole number", "số nguyên"),
    (.decimal(scale: 2), "a decimal of 2 places", "số thập phân 2 chữ số lẻ"),
    (.double, "a floating-point number", "số thực"), (.text, "text", "chữ"),
    (.bool, "yes or no", "có hoặc không"), (.date, "a date", "ngày"),
  ]) func `a type of column is named in both languages`(_ type: ColumnType, _ en: String, _ vi: String) {
    #expect(type.phrase == Phrase(vi: vi, en: en))
  }
}
