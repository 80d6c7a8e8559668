import Diagnostics
import Tables

extension UnitTable {
  /// A day written `2024-12-31`; tells of anything else.
  func day(_ row: Int, _ column: Int, _ problems: inout Diagnostics) -> Day? {
    if let day = bytes.day(at: range(row, column)) { return day }
    problems.add(.badDay(text(row, column), at: place(row, column)))
    return nil
  }
  /// Two columns of days, the second empty or later than the first; tells of anything else.
  func interval(
    _ row: Int, _ column: Int, _ problems: inout Diagnostics
  ) -> (from: Day, to: Day?)? {
    let from = day(row, column, &problems)
    guard !range(row, column + 1).isEmpty else { return from.map { ($0, nil) } }
    guard let to = day(row, column + 1, &problems), let from else { return nil }
    guard from < to else {
      problems.add(.badInterval(from, to, at: place(row, column + 1)))
      return nil
    }
    return (from, to)
  }
  /// One of the words of an enumeration; tells of any other.
  @inline(__always) func word<Word>(
    _ row: Int, _ column: Int, _ words: WordList<Word>, _ problems: inout Diagnostics
  ) -> Word? {
    let range = range(row, column)
    for (word, text) in words.all where bytes.has(text, at: range) { return word }
    problems.add(.badValue(text(row, column), expected: words.shown, at: place(row, column)))
    return nil
  }
}
/// The words of an enumeration in bytes.
struct WordList<Word: RawRepresentable & CaseIterable & Sendable>: Sendable where Word.RawValue == String {
  let all: [(Word, [UInt8])]
  init() { all = Word.allCases.map { ($0, Array($0.rawValue.utf8)) } }
  /// All of them, for a message.
  var shown: String { all.map(\.0.rawValue).joined(separator: " | ") }
}
extension UnitLevel { static let words = WordList<UnitLevel>() }
extension UnitType { static let words = WordList<UnitType>() }
extension AreaType { static let words = WordList<AreaType>() }
extension Succession.Extent { static let words = WordList<Succession.Extent>() }

extension [UInt8] {
  /// Whether the bytes of a stretch are these.
  @inline(__always) func has(_ text: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count == text.count else { return false }
    return begins(with: text, at: range)
  }
  /// Whether a stretch begins with these bytes.
  @inline(__always) func begins(with text: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count >= text.count else { return false }
    for index in 0..<text.count where self[range.lowerBound + index] != text[index] { return false }
    return true
  }
  /// The day written `2024-12-31` in a stretch; `nil` for anything else.
  @inline(__always) func day(at range: Range<Int>) -> Day? {
    let start = range.lowerBound
    guard range.count == 10, self[start + 4] == 0x2D, self[start + 7] == 0x2D,
      let year = number(at: start..<start + 4), let month = number(at: start + 5..<start + 7),
      let day = number(at: start + 8..<start + 10)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
  /// The number that at most nine digits stand for; `nil` when another sign is among them.
  @inline(__always) func number(at range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
