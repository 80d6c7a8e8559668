import Diagnostics
import Testing
import YAML

struct `Values in messages` {
  @Test(arguments: [
    ("x", "một giá trị đơn", "a scalar", "'x'", "'x'"),
    ("'x'", "một giá trị đơn", "a scalar", "chữ trong ngoặc kép \"x\"", "the quoted text \"x\""),
    ("[1]", "một danh sách", "a list", "một danh sách", "a list"),
    ("a: 1", "các mục tên: giá trị", "a mapping", "các mục tên: giá trị", "a mapping"),
  ])
  func `are named by their kind and shown as written`(
    _ text: String, _ viKind: String, _ enKind: String, _ vi: String, _ en: String
  ) throws {
    let node = try parseYAML(text, file: "f")
    #expect(node.kind == Phrase(vi: viKind, en: enKind))
    #expect(node.shown == Phrase(vi: vi, en: en))
  }

  @Test func `an empty value is shown as nothing`() throws {
    let empty = try #require(try parseYAML("a:", file: "f")["a"])
    #expect(empty.shown == Phrase(vi: "chỗ trống", en: "nothing"))
  }

  @Test func `each kind answers only for itself`() throws {
    let scalar = try parseYAML("x", file: "f")
    #expect(scalar.scalar == "x")
    #expect(scalar.items == nil)
    #expect(scalar.pairs == nil)
    #expect(scalar["x"] == nil)
    let list = try parseYAML("[x, y]", file: "f")
    #expect(list.items?.map(\.scalar) == ["x", "y"])
    #expect(list.scalar == nil)
    #expect(list.pairs == nil)
    let mapping = try parseYAML("{b: 1, a: 2}", file: "f")
    #expect(mapping.pairs?.map(\.key.scalar) == ["b", "a"])
    #expect(mapping["a"]?.scalar == "2")
    #expect(mapping["c"] == nil)
    #expect(mapping.items == nil)
  }
}
