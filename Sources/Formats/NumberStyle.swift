import Tables

/// How numbers are written in a file.
public enum NumberStyle: String, Sendable, CaseIterable {
  /// `1234.5`: a decimal point, no separators of thousands.
  case plain
  /// `1.234,5`: a decimal comma; dots part thousands, all of them or none.
  case vi

  /// The number in the plain style; `nil` when it is not written in this one.
  ///
  /// In `vi`, `1.234` is one thousand two hundred and thirty-four; `1.5`, `0.125` and `1234.567` are refused, for they
  /// could only be plain.
  func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    switch self {
    case .plain: return text
    case .vi:
      let parts = text.split(separator: 44, maxSplits: 1, omittingEmptySubsequences: false)
      let whole = parts[0]
      let digits = whole.first == 45 ? whole.dropFirst() : whole
      let groups = digits.split(separator: 46, omittingEmptySubsequences: false)
      if groups.count > 1 {
        guard (1...3).contains(groups[0].count), groups[0].first != 48,
          groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
      }
      guard parts.count == 1 || !parts[1].contains(46) else { return nil }
      let fraction = parts.count == 2 ? [46] + parts[1] : []
      return (whole.filter { $0 != 46 } + fraction)[...]
    }
  }
}
