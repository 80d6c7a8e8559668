import Tables
import Testing

@Suite struct SchemaTests {
  @Test func `columns are found by name, in the order given`() {
    let schema = Schema([Field("a", .int, .count), Field("b", .text, .label)]).adding(
      Field("c", .bool, .flag))
    #expect(schema.names == ["a", "b", "c"])
    #expect(schema.index(of: "c") == 2)
    #expect(schema["b"]?.type == .text)
    #expect(schema["d"] == nil)
    #expect(schema.index(of: "A") == nil)
  }
  @Test(
    arguments: [
      (.count, true), (.amount, true), (.flag, true), (.rate(numerator: "a", denominator: "b"), false),
      (.rate(numerator: "", denominator: ""), false), (.code, false), (.label, false), (.weight, false),
    ] as [(Role, Bool)])
  func `counts, amounts and flags are added up, and nothing else`(_ role: Role, _ isSummable: Bool) {
    #expect(role.isSummable == isSummable)
  }
  @Test func `who may see is ordered from everybody to the office`() {
    #expect([Sensitivity.personal, .public, .protected].sorted() == [.public, .protected, .personal])
    #expect(max(Sensitivity.public, .personal) == .personal)
  }
  @Test func `the way of a column goes along its most guarded parent`() {
    func made(_ step: String, _ column: String, _ sensitivity: Sensitivity, _ parents: [Lineage] = [])
      -> Lineage
    {
      Lineage(step: step, column: column, sensitivity: sensitivity, parents: parents)
    }
    let name = made("read", "name", .personal)
    let code = made("read", "code", .public)
    let both = made("join", "key", .personal, [code, name])
    #expect(both.path == ["read.name", "join.key"])
    #expect(made("sum", "total", .protected, [both, code]).path == ["read.name", "join.key", "sum.total"])
  }
  @Test func `types say their scale and their word`() {
    #expect(ColumnType.decimal(scale: 3).scale == 3)
    #expect(ColumnType.int.scale == 0)
    #expect(ColumnType.decimal(scale: 3).description == "decimal(3)")
  }
}
