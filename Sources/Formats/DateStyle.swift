import Tables

/// How days are written in a file.
public enum DateStyle: String, Sendable, CaseIterable {
  /// `2024-12-31`.
  case iso
  /// `31/12/2024`, day first, as people in Viet Nam write; leading zeros may be left out.
  case vi

  /// A day in this style.
  var example: String {
    switch self {
    case .iso: "2024-12-31"
    case .vi: "31/12/2024"
    }
  }
  /// Whether a text is written as days of this style are, whether or not there is such a day.
  func hasForm(_ text: ArraySlice<UInt8>) -> Bool {
    let sign: UInt8 = self == .iso ? 45 : 47
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }) else {
      return false
    }
    switch self {
    case .iso: return parts[0].count == 4 && parts[1].count == 2 && parts[2].count == 2
    case .vi:
      return (1...2).contains(parts[0].count) && (1...2).contains(parts[1].count) && parts[2].count == 4
    }
  }

  /// The day; `nil` when it is not written in this style, or there is no such day.
  func day(_ text: ArraySlice<UInt8>) -> Day? {
    switch self {
    case .iso: return Day(iso: String(decoding: text, as: UTF8.self))
    case .vi:
      let parts = text.split(separator: 47, omittingEmptySubsequences: false)
      guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
        parts[2].count == 4
      else { return nil }
      let numbers = parts.compactMap { Int64(decimal: $0, scale: 0) }
      guard numbers.count == 3 else { return nil }
      return Day(year: Int(numbers[2]), month: Int(numbers[1]), day: Int(numbers[0]))
    }
  }
}
