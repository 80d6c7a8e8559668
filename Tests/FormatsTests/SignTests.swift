import Formats
import StageTestKit
import Tables
import Testing

/// Signs of units behind numbers, and answers in words.
@Suite struct SignTests {
  @Test(
    arguments: [
      ("%", .percent), ("phần trăm", .percent), ("điểm %", .points), ("điểm phần trăm", .points),
      ("Điểm phần trăm", .points), ("điểm\u{A0}%", .points), ("", nil), (" ", nil), ("%%", nil),
      ("‰", nil),
      ("điểm", nil), ("phần", nil), ("trăm", nil), ("hộ", nil), ("x%", nil), ("％", nil),
    ] as [(String, UnitSign?)])
  func `a text is the sign of one unit, or of none`(_ text: String, _ sign: UnitSign?) {
    #expect(UnitSign(text) == sign)
  }
  @Test(
    arguments: [
      ("0.96 %", "0.96", .percent), ("0.96%", "0.96", .percent), ("7\u{A0}%", "7", .percent),
      ("0,4 điểm %", "0,4", .points),
      ("-1 điểm phần trăm", "-1", .points),
    ] as [(String, String, UnitSign)])
  func `a number is parted from the sign behind it`(
    _ text: String, _ number: String, _ sign: UnitSign
  ) throws {
    let found = try #require(UnitSign.part(text))
    #expect(found.number == number && found.sign == sign)
  }
  @Test(arguments: ["", "7", "%", "abc", "7 hộ", "7 % x", "% 7", "7 %%", "x %", "\u{0}", "😀 %"])
  func `where there is no number or no sign there is nothing to part`(_ text: String) {
    #expect(UnitSign.part(text) == nil)
  }

  private func answer(_ text: String, yes: [String] = [], no: [String] = []) -> String? {
    var rule = ColumnRule(Field("x", .bool, .flag))
    (rule.yes, rule.no) = (yes, no)
    var builder = ColumnBuilder(.bool)
    let isGood = rule.append(Array(text.utf8)[...], to: &builder)
    let column = builder.column
    #expect(isGood == (column.missingReason(0) != .invalid))
    // Read by columns, and as a text of JSON.
    let csv = read(
      "x,y\n\"\(text)\",1\n", [rule], CSVFormat(separator: 44, titleLines: 0, headerRows: 1))
    #expect(csv.rows == [[column.shown(0)]], "\(text)")
    #expect(readJSON("[{\"x\":\"\(text)\"}]", [rule]).rows == [[column.shown(0)]], "\(text)")
    return column.shown(0)
  }
  @Test(
    arguments: [
      ("1", "yes"), ("0", "no"), ("true", "yes"), ("false", "no"), ("TRUE", "yes"), ("False", "no"),
      ("có", "yes"),
      ("Có", "yes"), ("CÓ", "yes"), ("không", "no"), ("KHÔNG", "no"), (" có ", "yes"),
      ("\u{A0}1", "yes"), ("2", nil),
      ("01", nil), ("1.0", nil), ("yes", nil), ("no", nil), ("co", nil), ("khong", nil),
      ("có không", nil), ("x", nil),
      ("-", nil), ("v", nil), ("có.", nil), ("cò", nil), ("tru", nil), ("truе", nil), ("11", nil),
      ("có\u{301}", nil),
    ] as [(String, String?)])
  func `an answer is one of a few words, and nothing near them`(_ text: String, _ want: String?) {
    #expect(answer(text) == want)
  }
  @Test(
    arguments: [
      ("x", "yes"), ("-", "no"), ("1", "yes"), ("0", "no"), ("có", "yes"),
      ("không có", "no"), ("y", nil),
    ] as [(String, String?)])
  func `words that the schema says are answers too`(_ text: String, _ want: String?) {
    #expect(answer(text, yes: ["x"], no: ["-", "không có"]) == want)
  }
}
