import Diagnostics
import StageKit
import Tables
import Testing
import YAML

/// What each type of option refuses: the place and the whole message in both languages.
@Suite struct OptionRefusalTests {
  typealias Mode = OptionTypeTests.Mode
  typealias Inner = OptionTypeTests.Inner

  static func all<Value: OptionValue>(
    _ type: Value.Type, _ expected: Phrase, _ found: [(String, Phrase)]
  ) -> [Refused] {
    found.map {
      Refused(
        type, $0.0, en: "expected \(expected.en), found \($0.1.en)",
        vi: "cần \(expected.vi), thấy \($0.1.vi)")
    }
  }
  static let nothing = Phrase(vi: "chỗ trống", en: "nothing")
  static let list = Phrase(vi: "một danh sách", en: "a list")
  static let mapping = Phrase(vi: "các mục tên: giá trị", en: "a mapping")
  static func plain(_ text: String) -> Phrase { Phrase(same: "'\(text)'") }
  static func quoted(_ text: String) -> Phrase {
    Phrase(vi: "chữ trong ngoặc kép \"\(text)\"", en: "the quoted text \"\(text)\"")
  }

  static let scalars: [Refused] =
    all(String.self, Phrase(vi: "chữ", en: "text"), [("[a]", list), ("{ a: b }", mapping)])
    + all(String?.self, Phrase(vi: "chữ", en: "text"), [("[a]", list)])
    + all(
      Bool.self, Phrase(vi: "true hoặc false", en: "true or false"),
      [
        ("yes", plain("yes")), ("True", plain("True")), ("1", plain("1")), ("'true'", quoted("true")),
        ("", nothing), ("[]", list),
      ])
    + all(
      Int.self, Phrase(vi: "một số nguyên", en: "a whole number"),
      [
        ("many", plain("many")), ("1.0", plain("1.0")), ("1,000", plain("1,000")), ("'5'", quoted("5")),
        ("9223372036854775808", plain("9223372036854775808")), ("", nothing), ("[1]", list),
        ("5 ha", plain("5 ha")),
      ])
    + all(
      Mode.self,
      Phrase(vi: "một trong strict, lenient, not_at_all", en: "one of strict, lenient, not_at_all"),
      [("Strict", plain("Strict")), ("notAtAll", plain("notAtAll")), ("", nothing), ("[strict]", list)])
    + all(
      ColumnName.self, Phrase(vi: "tên một cột", en: "the name of a column"),
      [("", nothing), ("''", quoted("")), ("[a]", list)])
    + all(
      Path.self, Phrase(vi: "một đường dẫn", en: "a path"),
      [("", nothing), ("''", quoted("")), ("{ a: b }", mapping)])

  static let numbers: [Refused] =
    all(
      Percent.self, Phrase(vi: "một tỷ lệ như 1 %", en: "a percentage such as 1%"),
      [
        ("1", plain("1")), ("-1%", plain("-1%")), ("1.00001%", plain("1.00001%")), ("1,5%", plain("1,5%")),
        ("99999999999999999999%", plain("99999999999999999999%")), ("'%'", quoted("%")),
        ("1.%", plain("1.%")),
        ("1 0%", plain("1 0%")), ("1  %", plain("1  %")), ("\" 1%\"", quoted(" 1%")), ("+1%", plain("+1%")),
        ("", nothing), ("[1%]", list),
      ])
    + all(
      Day.self, Phrase(vi: "một ngày dạng 2024-12-31", en: "a day such as 2024-12-31"),
      [
        ("2023-02-29", plain("2023-02-29")), ("31/12/2024", plain("31/12/2024")),
        ("2024-1-1", plain("2024-1-1")),
        ("2024", plain("2024")), ("", nothing), ("[2024-12-31]", list),
      ])
    + all(
      FixedPoint.self,
      Phrase(
        vi: "một số viết với dấu chấm thập phân, không có dấu tách nghìn, như 1200 hoặc 0.4",
        en: "a number with a decimal point and no separators, such as 1200 or 0.4"),
      [
        ("1.200.000", plain("1.200.000")), ("'0.4'", quoted("0.4")),
        (".5", plain(".5")),
        ("5.", plain("5.")), ("+5", plain("+5")), ("1e3", plain("1e3")),
        ("0.1234567890123456789", plain("0.1234567890123456789")),
        ("", nothing),
      ])
    + ["1,5": "1.5", "1.258,5": "1258.5"].sorted { $0.key < $1.key }.map { written, point in
      Refused(
        FixedPoint.self, written,
        en:
          "expected a number with a decimal point and no separators, such as 1200 or 0.4, found '\(written)'",
        vi:
          "cần một số viết với dấu chấm thập phân, không có dấu tách nghìn, như 1200 hoặc 0.4, thấy '\(written)'",
        hint: " — write '\(point)' | viết '\(point)'")
    }

  static let composed: [Refused] =
    all([String].self, Phrase(vi: "một danh sách", en: "a list"), [("a", plain("a")), ("{ a: b }", mapping)])
    + all(
      Mapping<Int>.self, Phrase(vi: "các mục tên: giá trị", en: "a mapping of names"),
      [("a", plain("a")), ("[a]", list)])
    + all([Int].self, Phrase(vi: "một số nguyên", en: "a whole number"), [("[1, 1️⃣a, 3]", plain("a"))])
    + all(
      Mapping<Int>.self, Phrase(vi: "một số nguyên", en: "a whole number"),
      [("{ a: 1, b: 1️⃣c }", plain("c"))])
    + all(
      OneOf<Int, Bool>.self,
      Phrase(vi: "số nguyên hoặc true hoặc false", en: "whole number or true or false"),
      [("perhaps", plain("perhaps")), ("[1]", list)])
    + all(
      OneOf<Int, [Int]>.self, Phrase(vi: "một số nguyên", en: "a whole number"),
      [("a", plain("a")), ("[1, 1️⃣b]", plain("b"))])
    + all(
      PhraseOption.self, Phrase(vi: "chữ hoặc các mục", en: "text or mapping"), [("[a]", list)])
    + [
      Refused(
        Inner.self, "{ number: 1️⃣a, name_of_it: b }", en: "expected a whole number, found 'a'",
        vi: "cần một số nguyên, thấy 'a'", key: "number"),
      Refused(
        PhraseOption.self, "{ vi: 1️⃣[a] }", en: "expected text, found a list",
        vi: "cần chữ, thấy một danh sách", key: "vi"),
    ]

  @Test(arguments: scalars) func `a word that is no value`(_ refused: Refused) {
    #expect(refused.found() == [refused.expected])
  }
  @Test(arguments: numbers) func `a number that is no value`(_ refused: Refused) {
    #expect(refused.found() == [refused.expected])
  }
  @Test(arguments: composed) func `a list or mapping that is no value`(_ refused: Refused) {
    #expect(refused.found() == [refused.expected])
  }
}
