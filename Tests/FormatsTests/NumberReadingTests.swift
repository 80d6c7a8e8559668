import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// Numbers as people in Viet Nam write them, read where the schema says enough and refused where it does not.
@Suite struct NumberReadingTests {
  private static let bad = "(invalid)"
  private func cell(
    _ text: String, _ type: ColumnType, _ style: NumberStyle = .vi, unit: String? = nil
  ) -> String? {
    var rule = ColumnRule(Field("x", type, .amount, unit: unit))
    rule.numberStyle = style
    var builder = ColumnBuilder(type)
    let isGood = rule.append(Array(text.utf8)[...], to: &builder)
    let column = builder.column
    #expect(isGood == (column.missingReason(0) != .invalid))
    // The columns of a file are read by other code, which must say the same.
    let csv = read("x\n\"\(text)\"\n", [rule])
    if isGood, column.missingReason(0) == nil { #expect(csv.rows == [[column.shown(0)]], "\(text)") }
    if !isGood { #expect(csv.findings == ["2 csv.value x"], "\(text)") }
    return column.shown(0) ?? column.missingReason(0).map { "(\($0))" }
  }

  @Test(arguments: [
    ("1.258.997", "1258997"), ("1\u{A0}258\u{A0}997", "1258997"), ("1\u{202F}258\u{202F}997", "1258997"),
    ("\u{2212}1.234", "-1234"), ("-1\u{A0}234", "-1234"), ("\u{202F}7\u{202F}", "7"),
    ("12\u{A0}345", "12345"),
    ("1.258\u{A0}997", bad), ("1\u{A0}258.997", bad), ("1\u{A0}258\u{202F}997", bad), ("1 258 997", bad),
    ("1\u{A0}25", bad), ("0\u{A0}125", bad), ("1\u{A0}\u{A0}258", bad), ("1.23.456", bad), ("12.34.567", bad),
    ("1234.567", bad), ("\u{2212}", bad), ("-", bad), ("+", bad), ("\u{2212}-1", bad), ("-\u{2212}1", bad),
    ("\u{2212}\u{2212}1", bad), ("- 1", bad), ("1-", bad), ("1\u{2212}", bad), (".", bad), (",", bad),
    ("1.-23", bad), ("-.123", bad), ("1.+23", bad), ("+1", bad), ("(5)", bad), ("1e3", bad), ("١٢", bad),
    ("9.223.372.036.854.775.807", "9223372036854775807"), ("9.223.372.036.854.775.808", bad),
    ("\u{2212}9.223.372.036.854.775.808", "-9223372036854775808"),
    ("999.999.999.999.999.999.999.999.999.999.999", bad), ("", "(blank)"), ("\u{A0}", "(blank)"),
    ("\u{202F}", "(blank)"), ("5 %", bad), ("5 hộ", bad),
  ]) func `whole numbers`(_ text: String, _ want: String) { #expect(cell(text, .int) == want) }
  @Test(arguments: [
    ("1.234,5", "1234.50"), ("1\u{A0}234,5", "1234.50"), ("\u{2212}0,96", "-0.96"), ("1,234.5", bad),
    ("1,234,567", bad), ("1.234,56,7", bad), ("1,\u{A0}5", bad), ("1\u{202F}234,567", bad), (",5", bad),
    ("5,", bad), ("\u{2212},5", bad), ("0,5-", bad), ("1.234.5", bad), ("0,5\u{A0}0", bad),
  ]) func `decimals of two places`(_ text: String, _ want: String) {
    #expect(cell(text, .decimal(scale: 2)) == want)
  }
  @Test(arguments: [
    ("\u{2212}12.5", "-12.50"), ("1\u{A0}234", bad), ("1,234.5", bad), ("1.234,5", bad), ("\u{2212}", bad),
    ("99999999999999999", bad),
  ]) func `decimals of two places in the plain style`(_ text: String, _ want: String) {
    #expect(cell(text, .decimal(scale: 2), .plain) == want)
  }
  @Test(arguments: [
    ("1.234,5", "1234.5"), ("\u{2212}1\u{202F}234,5", "-1234.5"), ("1,234.5", bad), ("\u{2212}", bad),
  ]) func `floating-point numbers`(_ text: String, _ want: String) { #expect(cell(text, .double) == want) }

  @Test(
    arguments: [
      ("0,96 %", "%", "0.96"), ("0,96%", "%", "0.96"), ("0,96\u{A0}%", "%", "0.96"),
      ("0,96\u{202F}%", "%", "0.96"), ("0,96", "%", "0.96"), ("0,96 phần trăm", "%", "0.96"),
      ("0,96 %", nil, bad), ("0,96 %", "hộ", bad), ("0,96 %%", "%", bad), ("% 0,96", "%", bad),
      ("%", "%", bad),
      ("0,96 % hộ", "%", bad), ("0,4 điểm %", "%", bad), ("0,4 điểm phần trăm", "%", bad),
      ("0,4 điểm %", "điểm %", "0.40"), ("0,4\u{A0}điểm\u{A0}%", "điểm %", "0.40"),
      ("0,4 điểm%", "điểm phần trăm", "0.40"), ("\u{2212}0,4 điểm phần trăm", "điểm %", "-0.40"),
      ("0,4 Điểm %", "điểm %", "0.40"), ("0,4", "điểm %", "0.40"), ("0,4 %", "điểm %", bad),
      ("0,4 điểm", "điểm %", bad), ("0,4 điểm %", nil, bad), ("1.234,5 %", "%", "1234.50"), ("5 ,", "%", bad),
      ("điểm %", "điểm %", bad), ("-%", "%", bad),
    ] as [(String, String?, String)]) func `a sign behind a number is read where the schema says its unit`(
      _ text: String, _ unit: String?, _ want: String
    )
  {
    #expect(cell(text, .decimal(scale: 2), unit: unit) == want)
    let plain = text.replacing(".", with: "").replacing(",", with: ".")
    let points = text == "5 ," ? want : cell(plain, .decimal(scale: 2), .plain, unit: unit)
    #expect(points == want)
  }

  @Test(
    arguments: [
      (.decimal(scale: 3), .count, nil), (.decimal(scale: 3), .amount, nil),
      (.decimal(scale: 3), .label, nil),
      (.decimal(scale: 6), .label, nil), (.double, .label, nil), (.double, .amount, nil),
      (.decimal(scale: 3), .rate(numerator: "", denominator: ""), "3.675"),
      (.decimal(scale: 3), .weight, "3.675"), (.double, .weight, "3.675"),
      (.double, .rate(numerator: "", denominator: ""), "3.675"),
    ] as [(ColumnType, Role, String?)])
  func `a number with two readings is refused until the schema says which`(
    _ type: ColumnType, _ role: Role, _ want: String?
  ) {
    var rule = ColumnRule(Field("n", type, role))
    rule.isNumberStyleSaid = false
    for text in ["3.675", "\u{2212}3.675", "-3.675"] {
      let sign = text.hasPrefix("3") ? "" : "-"
      #expect(read("n\n\(text)\n", [rule]).rows == [[want.map { sign + $0 }]], "\(text)")
    }
    // Nobody parts thousands of a number that begins with a nought, or of four digits.
    #expect(read("n\n3675.125\n0.675\n3.67\n", [rule]).rows.allSatisfy { $0[0] != nil })
    rule.isNumberStyleSaid = true
    #expect(read("n\n3.675\n", [rule]).rows[0][0]?.hasPrefix("3.675") == true)
    rule.numberStyle = .vi
    #expect(read("n\n3.675\n", [rule]).rows[0][0]?.hasPrefix("3675") == true)
  }

  private func message(_ text: String, _ rule: ColumnRule) -> (vi: String, en: String) {
    var cutter = CSVCutter(["a.csv"], rules: [rule], format: CSVFormat(), size: 64)
    var findings = Findings(step: "s")
    do throws(StageError) {
      while let piece = try cutter.next(memory(["a.csv": Array("n\n\(text)\n".utf8)])) {
        CSVDecoder([rule], batchRows: 10).decode(piece, &findings) { _, _ in }
      }
    } catch { Issue.record("\(error.message.en)") }
    let message = findings.steps["s"]?.kept.first?.message
    return (message?.vi ?? "", message?.en ?? "")
  }
  @Test func `what is refused is told with the key of the schema that would settle it`() {
    var rule = ColumnRule(Field("n", .decimal(scale: 3), .count))
    rule.isNumberStyleSaid = false
    let two = message("3.675", rule)
    #expect(two.vi.contains("đọc được hai cách: khai number_style: vi") && two.vi.contains("'3.675'"))
    #expect(two.en.contains("say number_style: vi if thousands are parted, plain if"))
    rule.field.type = .int
    #expect(message("3.675", rule).en.hasSuffix("; if dots part thousands, say number_style: vi"))
    #expect(message("3\u{A0}675", rule).en.hasSuffix("; if dots part thousands, say number_style: vi"))
    #expect(
      message("\"0,96\"", rule).en.hasSuffix(
        "; if the comma is the decimal sign, say number_style: vi and type: decimal"))
    rule.field.type = .decimal(scale: 2)
    for text in ["0,96", "1.234,5", "-1.258.997,25", "0,965"] {
      #expect(
        message("\"\(text)\"", rule).vi.hasSuffix("; nếu dấu phẩy là dấu thập phân thì khai number_style: vi")
      )
    }
    for text in ["a,b", "1,234.5", "1,2,3", ",", "1.23,5"] {
      #expect(!message("\"\(text)\"", rule).en.contains("number_style"), "\(text)")
    }
    rule.field.type = .int
    #expect(message("12 %", rule).vi.hasSuffix("; nếu số của cột là phần trăm thì khai unit: \"%\""))
    rule.field.unit = "hộ"
    #expect(message("12 %", rule).en.hasSuffix("; by the schema the unit of the column is 'hộ', and not %"))
    rule.field.unit = "%"
    #expect(message("12 điểm %", rule).vi.contains("điểm % là hiệu của hai tỷ lệ, không phải tỷ lệ"))
    rule.field.unit = "điểm %"
    #expect(message("12 %", rule).vi.contains("đơn vị của cột là 'điểm %', không phải %"))
    #expect(message("abc", rule).en == "expected a whole number such as 1234, found 'abc'")
  }
  @Test(arguments: 0..<6) func `what is printed is read again, with its sign and at every scale`(_ seed: Int)
  {
    var random = SeededRandom(UInt64(seed) + 40)
    for _ in 0..<300 {
      let scale = random.next(below: 13)
      let units = Int64(bitPattern: random.next()) >> Int64(random.next(below: 62))
      let number = FixedPoint(units: Int128(units), scale: scale)
      let text = VietnameseNumber.text(number)
      #expect(cell(text, .decimal(scale: scale)) == number.plain, "\(text)")
      let percent = VietnameseNumber.percent(number)
      #expect(cell(percent, .decimal(scale: scale), unit: "%") == number.plain, "\(percent)")
      let wide = text.replacing(".", with: "\u{A0}")
      #expect(cell(wide, .decimal(scale: scale)) == number.plain, "\(wide)")
    }
  }
}
