import Tables

/// How numbers are written in a file.
///
/// In both styles a minus is a hyphen or the minus sign U+2212, and there is no plus.
public enum NumberStyle: String, Sendable, CaseIterable {
  /// `1234.5`: a decimal point, no separators of thousands.
  case plain
  /// `1.234,5`: a decimal comma; dots part thousands, all of them or none, or no-break spaces do.
  case vi

  /// The number in the plain style; `nil` when it is not written in this one.
  ///
  /// In `vi`, `1.234` is one thousand two hundred and thirty-four; `1.5`, `0.125` and `1234.567` are refused, for they
  /// could only be plain.
  func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = Self.withHyphen(text)
    switch self {
    case .plain: return text
    case .vi:
      let parts = text.split(separator: 44, maxSplits: 1, omittingEmptySubsequences: false)
      guard let whole = Self.together(parts[0]), parts.count == 1 || !parts[1].contains(46) else {
        return nil
      }
      return whole + (parts.count == 2 ? [46] + parts[1] : [])
    }
  }

  /// The minus sign U+2212 as a hyphen.
  private static func withHyphen(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.starts(with: minus) ? [45] + text.dropFirst(minus.count) : text
  }
  private static let minus: [UInt8] = [0xE2, 0x88, 0x92]

  /// A whole number without what parts its thousands; `nil` when they are not parted throughout, or in two ways.
  private static func together(_ whole: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let separator = separators.first(where: { whole.firstRange(of: $0) != nil }) else { return whole }
    let digits = whole.first == 45 ? whole.dropFirst() : whole
    let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != 48,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return whole.prefix { $0 == 45 } + groups.joined()
  }
  /// A dot, a no-break space, a narrow one.
  private static let separators: [[UInt8]] = [[46], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]]
}
