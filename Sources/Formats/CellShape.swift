import Tables

/// What a cell looks like, when nothing is declared of it.
enum CellShape: Sendable, Hashable {
  case blank
  /// Digits alone, perhaps with a minus; `digits` are counted with leading zeros.
  case whole(digits: Int, hasLeadingZero: Bool, fits: Bool)
  /// A number that only the plain style reads, with so many places.
  case plain(places: Int)
  /// A number that only the Vietnamese style reads, with so many places.
  case vi(places: Int)
  /// `3.675`: three and some thousandths, or three thousand and some.
  case doubtful
  case isoDay
  /// A day written `31/12/2024`; `couldBeMonthFirst` when the day is at most 12 and another than the month.
  case viDay(couldBeMonthFirst: Bool)
  /// `12/31/2024`: no day where the day comes first.
  case monthFirst
  case answer
  /// A word that stands for no value in many files.
  case placeholder
  case text

  /// The words that stand for no value.
  static let placeholders = ["..", "…", "...", "-", "–", "—", "n/a", "#n/a", "null"]

  private static let answers = ["có", "không", "true", "false"]
  /// The first bytes of all these words, in small letters.
  private static let beginnings = Set((placeholders + answers).compactMap { $0.utf8.first.map { $0 | 32 } })

  /// Looks at a cell without spaces around it.
  init(_ text: ArraySlice<UInt8>) {
    guard let first = text.first else {
      self = .blank
      return
    }
    let isNumber = (48...57).contains(first) || first == 45 && text.count > 1
    if isNumber, let shape = Self.number(text) ?? Self.day(text) {
      self = shape
      return
    }
    // What is long, or begins otherwise, is none of the words.
    guard text.count <= 12, Self.beginnings.contains(first | 32) else {
      self = .text
      return
    }
    let word = String(decoding: text, as: UTF8.self).lowercased()
    if Self.placeholders.contains(word) {
      self = .placeholder
    } else {
      self = Self.answers.contains(word) ? .answer : .text
    }
  }
  private static func number(_ text: ArraySlice<UInt8>) -> CellShape? {
    guard text.count <= 40 else { return nil }
    for byte in text where byte < 44 || byte == 47 || byte > 57 { return nil }
    let digits = text.first == 45 ? text.dropFirst() : text
    if digits.allSatisfy({ $0 >= 48 }) {
      return .whole(
        digits: digits.count, hasLeadingZero: digits.count > 1 && digits.first == 48,
        fits: digits.count <= 18 || Int64(decimal: text, scale: 0) != nil)
    }
    let vi = NumberStyle.vi.plain(text).flatMap { places($0) }
    let plain = places(text)
    switch (plain, vi) {
    case (_?, _?): return .doubtful
    case (let places?, nil): return .plain(places: places)
    case (nil, let places?): return .vi(places: places)
    case (nil, nil): return nil
    }
  }
  /// The decimal places of a number in the plain style; `nil` when it is none that fits.
  private static func places(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = text.split(separator: 46, maxSplits: 1, omittingEmptySubsequences: false)
    let places = parts.count == 2 ? parts[1].count : 0
    return places <= 18 && Int64(decimal: text, scale: places) != nil ? places : nil
  }
  private static func day(_ text: ArraySlice<UInt8>) -> CellShape? {
    guard text.count <= 10 else { return nil }
    if DateStyle.iso.day(text) != nil { return .isoDay }
    let parts = text.split(separator: 47, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { Int64(decimal: $0, scale: 0) }
    guard numbers.count == 3 else { return nil }
    if DateStyle.vi.day(text) != nil {
      return .viDay(couldBeMonthFirst: numbers[0] <= 12 && numbers[0] != numbers[1])
    }
    let turned = Array(parts[1] + [47] + parts[0] + [47] + parts[2])
    return DateStyle.vi.day(turned[...]) != nil ? .monthFirst : nil
  }
}
