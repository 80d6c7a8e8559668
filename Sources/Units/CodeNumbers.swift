/// The codes of units as small numbers: those of two, three and five digits by their value, any other text in turn.
struct CodeNumbers: Sendable {
  /// How many numbers are kept for codes of digits.
  static let ofDigits = 101_100
  private var byText: [[UInt8]: Int] = [:]
  private(set) var texts: [String] = []

  /// One past the greatest number given.
  var count: Int { Self.ofDigits + texts.count }

  /// The number of the code in a stretch of bytes; `nil` when it has none yet.
  @inline(__always) func find(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    if let number = Self.digits(bytes, range) { return number }
    return byText.isEmpty ? nil : byText[Array(bytes[range])]
  }
  /// The number of the code in a stretch of bytes, a new one if it has none.
  @inline(__always) mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    Self.digits(bytes, range) ?? insertText(Array(bytes[range]))
  }
  private mutating func insertText(_ text: [UInt8]) -> Int {
    if let number = byText[text] { return number }
    let number = count
    byText[text] = number
    texts.append(String(decoding: text, as: UTF8.self))
    return number
  }
  @inline(__always) private static func digits(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let base: Int
    switch range.count {
    case 2: base = 0
    case 3: base = 100
    case 5: base = 1100
    default: return nil
    }
    return bytes.number(at: range).map { base + $0 }
  }
  /// Whether a number comes before another when codes are sorted as text; both of codes of one level.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    guard a >= Self.ofDigits, b >= Self.ofDigits else { return a < b }
    return texts[a - Self.ofDigits] < texts[b - Self.ofDigits]
  }
}
