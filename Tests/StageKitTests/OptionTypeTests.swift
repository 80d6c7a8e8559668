import Diagnostics
import StageKit
import Tables
import Testing
import YAML

/// What each type of option takes, and what it says of the rest.
@Suite struct OptionTypeTests {
  enum Mode: String, OptionValue, CaseIterable { case strict, lenient, notAtAll = "not_at_all" }
  struct Inner: StageOptions {
    @Option(vi: "Số.", en: "Number.", default: 4) var number: Int
    @Option(vi: "Tên.", en: "Name.") var nameOfIt: String
  }

  @Test(arguments: [
    ("01", "01"), ("08", "08"), ("1e3", "1e3"), ("null", "null"), ("~", "~"), ("no", "no"), ("true", "true"),
    ("0x1F", "0x1F"), ("2024-12-31", "2024-12-31"), ("1_000", "1_000"), ("\"  a \"", "  a "), ("''", ""),
    ("", ""), ("Đầm Dơi", "Đầm Dơi"), ("'it''s'", "it's"), ("|\n  a\n  b", "a\nb"), (">-\n  a\n  b", "a b"),
  ]) func `a text is what was written`(_ text: String, _ value: String) throws {
    #expect(try reading(String.self, text) == value)
    #expect(try reading(String?.self, text) == value)
  }
  @Test(arguments: [("true", true), ("false", false)]) func `yes or no`(_ text: String, _ value: Bool) throws
  {
    #expect(try reading(Bool.self, text) == value)
  }
  @Test(arguments: [
    ("0", 0), ("-12", -12), ("08", 8), ("010", 10), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min),
  ]) func `a whole number`(_ text: String, _ value: Int) throws {
    #expect(try reading(Int.self, text) == value)
  }
  @Test(arguments: [("strict", Mode.strict), ("\"lenient\"", .lenient), ("not_at_all", .notAtAll)])
  func `one of some words`(_ text: String, _ value: Mode) throws {
    #expect(try reading(Mode.self, text) == value)
  }
  @Test(arguments: [
    ("1%", 10_000), ("1 %", 10_000), ("0%", 0), ("0.5%", 5_000), ("12.3456 %", 123_456), ("100%", 1_000_000),
    ("\"1.5%\"", 15_000), ("150%", 1_500_000),
  ]) func `a percentage is exact`(_ text: String, _ millionths: Int64) throws {
    #expect(try reading(Percent.self, text).millionths == millionths)
  }
  @Test(arguments: ["2024-12-31", "2024-02-29", "\"0001-01-01\""]) func `a day`(_ text: String) throws {
    #expect(try reading(Day.self, text).iso == text.replacing("\"", with: ""))
  }
  @Test(arguments: ["0.40", "-12.5", "0", "1200", "123456789012345678.123456789012345678"])
  func `a number keeps its places`(_ text: String) throws {
    #expect(try reading(FixedPoint.self, text).plain == text)
  }
  @Test(arguments: [
    ("\"1,20\"", "write '1.20'"), ("\"1.258,5\"", "write '1258.5'"),
    // A thousand or one point two: both are said, and none is chosen.
    ("\"1,200\"", "write '1200' if the comma sets thousands off, '1.200' if it is a decimal number"),
    ("\"-12,345\"", "write '-12345' if the comma sets thousands off, '-12.345' if it is a decimal number"),
  ])
  func `a comma is told of, and where it has two readings both are`(_ text: String, _ hint: String) {
    let error = #expect(throws: Diagnostics.self) { try reading(FixedPoint.self, text) }
    #expect(error?.all.first?.hint?.en == hint)
  }
  @Test func `a name of a column and a path keep their place`() throws {
    let column = try reading(ColumnName.self, "01")
    #expect(column.text == "01")
    #expect(column.range.place == "1:4" && column.range?.end.column == 6)
    let path = try reading(Path.self, "\n  ../a b/ệ.csv")
    #expect(path.text == "../a b/ệ.csv" && path.range.place == "2:3")
  }
  @Test func `a list keeps its order and takes none`() throws {
    #expect(try reading([String].self, "[b, 08, a]") == ["b", "08", "a"])
    #expect(try reading([[Int]].self, "[[1, 2], [], [3]]") == [[1, 2], [], [3]])
    #expect(try reading([String].self, "[]").isEmpty)
  }
  @Test func `a mapping keeps its order, its places, and names that look like numbers`() throws {
    let mapping = try reading(Mapping<Int>.self, "{ 08: 1, 01: 2, 1: 3 }")
    #expect(mapping.entries.map(\.name) == ["08", "01", "1"])
    #expect(mapping["01"] == 2 && mapping["2"] == nil)
    #expect(mapping.entries.map { Optional($0.range).place } == ["1:6", "1:13", "1:20"])
  }
  @Test func `the shape of what is written decides between two types`() throws {
    typealias Either = OneOf<String, OneOf<[Path], Mapping<Percent>>>
    guard case .first("08") = try reading(Either.self, "08"),
      case .second(.first(let paths)) = try reading(Either.self, "[a, b]"),
      case .second(.second(let shares)) = try reading(Either.self, "{ a: 1% }")
    else {
      Issue.record("the shapes were not told apart")
      return
    }
    #expect(paths.map(\.text) == ["a", "b"] && shares["a"]?.millionths == 10_000)
  }
  @Test func `of two types of one shape the first that reads it is taken`() throws {
    guard case .first(5) = try reading(OneOf<Int, String>.self, "5"),
      case .second("5") = try reading(OneOf<Int, String>.self, "'5'"),
      case .second("x") = try reading(OneOf<Int, String>.self, "x")
    else {
      Issue.record("the types were not told apart")
      return
    }
  }
  @Test(arguments: ["08", "[a, b]", "{ a: 1 }", ""]) func `anything is what was written`(_ text: String)
    throws
  {
    let node = try reading(Node.self, text)
    #expect(node.range.file == "t.yaml" && node.range.start.line == 1)
    #expect(node.scalar == (text.hasPrefix("[") || text.hasPrefix("{") ? nil : text))
  }
  @Test func `a text in one language is used for both`() throws {
    #expect(try reading(PhraseOption.self, "Cà Mau").phrase == Phrase(same: "Cà Mau"))
    #expect(try reading(PhraseOption.self, "{ vi: a, en: b }").phrase == Phrase(vi: "a", en: "b"))
    #expect(try reading(PhraseOption.self, "{ vi: a }").phrase == Phrase(same: "a"))
  }
  @Test func `options in options are read with their defaults`() throws {
    let inner = try reading(Inner.self, "{ name_of_it: 08 }")
    #expect(inner.number == 4 && inner.$number == nil)
    #expect(inner.nameOfIt == "08" && inner.$nameOfIt.place == "1:18")
    #expect(try reading([Inner].self, "[{ name_of_it: a, number: 1 }]")[0].number == 1)
  }
  @Test func `what is left out is nothing where the type lets it be`() throws {
    struct Two: StageOptions {
      @Option(vi: "Một.", en: "One.") var one: Int?
      @Option(vi: "Hai.", en: "Two.") var two: [Path]?
    }
    let options = try Two.decoded(from: parseYAML("", file: "t.yaml"))
    #expect(options.one == nil && options.two == nil)
  }
}
