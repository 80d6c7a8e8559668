import Formats
import StageTestKit
import Tables
import Testing

/// Numbers that are read many digits at a time, against what the standard library reads.
@Suite struct NumberTwinTests {
  private func rule(_ type: ColumnType, _ style: NumberStyle = .plain) -> ColumnRule {
    var rule = ColumnRule(Field("x", type, .weight))
    rule.numberStyle = style
    return rule
  }
  /// The cells of one column, wherever they stand in the piece.
  private func cells(_ texts: [String], _ rule: ColumnRule, before: String = "") -> [String?] {
    var other = ColumnRule(Field("y", .text, .label))
    other.isOptional = true
    let rows = texts.map { "\(before)\($0.contains(",") ? "\"\($0)\"" : $0),z\n" }.joined()
    let reading = read("x,y\n" + rows, [rule, other], CSVFormat(separator: 44, titleLines: 0, headerRows: 1))
    #expect(reading.error == nil && reading.rows.count == texts.count)
    return reading.rows.map { $0[0] }
  }
  private func digits(_ count: Int, _ random: inout SeededRandom) -> String {
    (0..<count).map { _ in String(random.next(below: 10)) }.joined()
  }

  @Test(arguments: 1...20) func `whole numbers of every length are those of Int64`(_ length: Int) {
    var random = SeededRandom(UInt64(length))
    var texts = (0..<200).map { _ in (random.next(below: 3) == 0 ? "-" : "") + digits(length, &random) }
    texts += ["-", ""].flatMap { sign in ["0", "9", "1"].map { sign + String(repeating: $0, count: length) } }
    texts += ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809"]
    #expect(cells(texts, rule(.int)) == texts.map { Int64($0).map { String($0) } })
    let json = texts.filter { !$0.trimmingPrefix("-").hasPrefix("0") }
    let reading = readJSON(json.map { "{\"x\":\($0)}\n" }.joined(), [rule(.int)], form: .lines)
    #expect(reading.rows.map { $0[0] } == json.map { Int64($0).map { String($0) } })
  }
  @Test(arguments: 0...18) func `decimals of every scale are exact or refused`(_ scale: Int) {
    var random = SeededRandom(UInt64(scale) + 30)
    let texts = (0..<300).map { _ in
      let places = random.next(below: 21)
      return (random.next(below: 3) == 0 ? "-" : "") + digits(1 + random.next(below: 12), &random)
        + (places == 0 ? "" : "." + digits(places, &random))
    }
    for (text, found) in zip(texts, cells(texts, rule(.decimal(scale: scale)))) {
      let parts = text.split(separator: ".")
      let places = parts.count == 1 ? "" : parts[1]
      let all = parts[0] + places.prefix(scale) + String(repeating: "0", count: max(0, scale - places.count))
      let wanted = Int64(all).map { FixedPoint(units: Int128($0), scale: scale).plain }
      // Whether noughts beyond the places of the column are refused is another matter; no other digit is lost.
      if places.dropFirst(scale).contains(where: { $0 != "0" }) {
        #expect(found == nil, "\(text) at \(scale)")
      } else if places.count > scale {
        #expect(found == nil || found == wanted, "\(text) at \(scale)")
      } else {
        #expect(found == wanted, "\(text) at \(scale)")
      }
    }
    let commas = texts.map { $0.replacing(".", with: ",") }
    #expect(
      cells(commas, rule(.decimal(scale: scale), .vi)) == cells(texts, rule(.decimal(scale: scale))),
      "both styles read one number")
  }
  @Test(arguments: 0..<10) func `floating-point numbers are those that Swift reads`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 70)
    let texts = (0..<400).map { _ in
      let places = random.next(below: 22)
      return (random.next(below: 3) == 0 ? "-" : "")
        + digits(1 + random.next(below: seed < 5 ? 8 : 25), &random)
        + (places == 0 ? "" : "." + digits(places, &random))
    }
    for (text, found) in zip(texts, cells(texts, rule(.double))) {
      #expect(found == Double(text).map { "\($0)" }, "\(text)")
    }
  }
  @Test(arguments: [
    "nan", "NaN", "inf", "-inf", "infinity", "0x1p4", "0x10", "1_000", "1.2.3", "--1", "٣", "1e400",
  ])
  func `words and forms that Swift also reads are no numbers`(_ text: String) {
    for type in [ColumnType.int, .decimal(scale: 2), .double] {
      for style in NumberStyle.allCases { #expect(cells([text], rule(type, style)) == [nil]) }
    }
  }
  @Test(arguments: ["1e5", "1E0", ".5", "5.", "-.5", "1e-2"])
  func `exact numbers are digits and one point between them`(
    _ text: String
  ) {
    for type in [ColumnType.int, .decimal(scale: 2)] {
      for style in NumberStyle.allCases { #expect(cells([text], rule(type, style)) == [nil]) }
    }
  }
  @Test(arguments: 0...40) func `a number is read alike wherever it stands`(_ offset: Int) {
    // Loads of eight bytes before its end may reach over the start of the piece, and behind its end.
    let texts = [
      "0", "7", "12", "12345678", "123456789", "1234567890123456", "-1", "-12345678901234567", "b", "1x",
    ]
    let wanted = texts.map { Int64($0).map { String($0) } }
    for (text, want) in zip(texts, wanted) {
      let title = String(repeating: "t", count: offset)
      var named = rule(.int)
      named.header = "x" + title
      let reading = read("x\(title)\n\(text)", [named], CSVFormat(titleLines: 0, headerRows: 1))
      #expect(reading.rows == [[want]], "\(text) at \(offset)")
    }
    #expect(cells(texts, rule(.int), before: String(repeating: " ", count: offset)) == wanted)
  }
  @Test(arguments: 0..<6) func `thousands that are parted are the number`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 90)
    for sign in [".", "\u{A0}", "\u{202F}"] {
      var (texts, wanted): ([String], [String?]) = ([], [])
      for _ in 0..<200 {
        let number = Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
        let minus = random.one(["-", "\u{2212}"])
        let text = VietnameseNumber.text(number).replacing("\u{2212}", with: minus).replacing(".", with: sign)
        texts.append(text)
        wanted.append(String(number))
      }
      #expect(cells(texts, rule(.int, .vi)) == wanted)
    }
  }
  @Test(arguments: 0..<6) func `one sign too many, too few or in another place is no number`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 110)
    for _ in 0..<300 {
      let number = 1_000 + random.next(below: 1 << 50)
      var text = Array(VietnameseNumber.text(number))
      let dots = text.indices.filter { text[$0] == "." }
      let place = dots[random.next(below: dots.count)]
      switch random.next(below: 3) {
      case 0 where dots.count > 1: text.remove(at: place)
      case 1: text.insert(".", at: place)
      default: text.swapAt(place, place + 1)
      }
      #expect(cells([String(text)], rule(.int, .vi)) == [nil], "\(String(text))")
    }
  }
}
