import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// Reading by columns gives what reading cell by cell gives.
@Suite struct ColumnTwinTests {
  static let types: [ColumnType] = [.int, .decimal(scale: 2), .double, .text, .bool, .date]

  private func compare(_ text: [UInt8], _ rules: [ColumnRule], _ random: inout SeededRandom) {
    let plain = plainReading(text, rules)
    for (size, batchRows) in [(1 << 16, 1024), (100 + random.next(below: 400), 1 + random.next(below: 9))] {
      var found = read([text], rules, size: size, batchRows: batchRows)
      found.findings = found.findings.filter { $0.contains("csv.value") }
      #expect(found == plain, "\(String(decoding: text, as: UTF8.self))")
    }
  }
  /// A cell of some signs, often of the form that the type asks for.
  private func cell(_ type: ColumnType, _ style: NumberStyle, _ random: inout SeededRandom) -> String {
    func digits(_ most: Int) -> String {
      (0...random.next(below: most)).map { _ in String(random.next(below: 10)) }.joined()
    }
    func signs(_ all: String) -> String {
      let all = Array(all)
      return (0..<random.next(below: 9)).map { _ in String(all[random.next(below: all.count)]) }.joined()
    }
    let point = style == .vi ? "," : "."
    switch random.next(below: 8) {
    case 0: return signs("0123.,-/ ")
    case 1: return ["", " ", "-", "..", "NA", "\u{A0}7", " x ", "9", "\"\"", "+1"][random.next(below: 10)]
    case 2: return "\"" + signs("01ấ,\n.") + "\"\"" + signs("2 -") + "\""
    case 3: return "\"" + signs("01,\r\n.") + "\""
    case 4: return "1." + digits(3) + "." + digits(3)
    default: break
    }
    switch type {
    case .int: return (random.next(below: 4) == 0 ? "-" : "") + digits(21)
    case .decimal, .double: return (random.next(below: 4) == 0 ? "-" : "") + digits(9) + point + digits(4)
    case .text: return signs("abấ \u{A0}😀") + signs("cd")
    case .bool: return ["0", "1", "có", "không", "Có", "TRUE", "ja", "nein", "2"][random.next(below: 9)]
    case .date:
      let (day, month) = (digits(2), digits(2))
      return random.next(below: 2) == 0 ? "\(day)/\(month)/20\(digits(2))" : "20\(digits(2))-\(month)-\(day)"
    }
  }
  private func quoted(_ cell: String) -> String {
    cell.utf8.contains(UInt8(ascii: ",")) && !cell.hasPrefix("\"") ? "\"\(cell)\"" : cell
  }

  @Test(arguments: 0..<12) func `random cells of every type are read alike`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let style: NumberStyle = seed % 2 == 0 ? .plain : .vi
    let rules = Self.types.enumerated().map { index, type in
      var rule = ColumnRule(Field("c\(index)", type, .label))
      (rule.numberStyle, rule.dateStyle) = (style, seed % 3 == 0 ? .vi : .iso)
      rule.isTrimmed = seed % 5 == 0
      (rule.yes, rule.no) = (["ja"], ["nein", "2"])
      if seed % 4 > 1 { rule.missing = [Array("-".utf8): .withheld, Array("NA".utf8): .notApplicable] }
      if seed % 4 == 3 { rule.missing[[]] = .notReported }
      return rule
    }
    for _ in 0..<60 {
      var text = "c0,c1,c2,c3,c4,c5\n"
      for _ in 0..<random.next(below: 40) {
        text += rules.map { quoted(cell($0.field.type, style, &random)) }.joined(separator: ",")
        text += seed % 2 == 0 ? "\n" : "\r\n"
      }
      compare(Array(text.utf8), rules, &random)
    }
  }
  @Test(arguments: 1...21) func `whole numbers of any length are exact, or are refused`(_ length: Int) {
    var random = SeededRandom(UInt64(length))
    var text = "n,m\n"
    for _ in 0..<200 {
      var digits = (0..<length).map { _ in UInt8(48 + random.next(below: 10)) }
      // Now and then one sign that is near to a digit.
      if random.next(below: 3) == 0 {
        digits[random.next(below: length)] = [47, 58, 46, 45, 176][random.next(below: 5)]
      }
      text += String(decoding: digits, as: UTF8.self) + ",1\n"
    }
    let rules = ["n", "m"].map { ColumnRule(Field($0, .int, .count)) }
    compare(Array(text.utf8), rules, &random)
  }
  @Test(arguments: 0..<6) func `what is no text is found wherever it stands`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let bytes: [[UInt8]] = [
      [0], [0x7F], [0x80], [0xC0, 0xAF], [0xC2, 0x80], [0xC3], [0xDF, 0xBF], [0xE0, 0x9F, 0xBF],
      [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xE1, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF1, 0x80, 0x80], [0xFF],
    ]
    for _ in 0..<300 {
      var text = Array("a,b\n".utf8)
      for _ in 0..<1 + random.next(below: 6) {
        text += Array(repeating: UInt8(ascii: "x"), count: 1 + random.next(below: 40))
        text += bytes[random.next(below: bytes.count)] + Array(",1\n".utf8)
      }
      compare(text, texts("a", "b"), &random)
    }
  }
  @Test func `a column that is required is looked at in every row`() {
    var rules = texts("a", "b")
    rules[1].isRequired = true
    rules[1].missing = [Array("-".utf8): .withheld]
    let reading = read("a,b\n1,2\n1,\n1,-\n1, \n1,\" \"\n1, 2\n,--\n", rules)
    #expect(reading.rows == [["1", "2"], ["1", " 2"], [nil, "--"]])
    #expect(reading.findings == [3, 4, 5, 6].map { "\($0) csv.required b" })
  }
}
