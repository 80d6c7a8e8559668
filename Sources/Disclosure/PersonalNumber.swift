/// A number by which a person could be known, in a text that everybody is to read.
enum PersonalNumber {
  /// Twelve digits, as an identity card has, or nine, as the older one had.
  case identity
  /// A telephone number.
  case telephone

  /// The first one in a text; `nil` when there is none.
  ///
  /// Digits of any script count. Those of an identity card stand together, or in groups of three with one separator; a
  /// telephone number begins with `0`, `84` or `+84`.
  static func first(in text: String) -> PersonalNumber? {
    // Nearly every text has too few digits, and is done with here.
    var count = 0
    for byte in text.utf8 where (48...57).contains(byte) || byte >= 0xC2 { count += 1 }
    guard count >= 9 else { return nil }
    for number in numbers(in: text) {
      if let found = kind(of: number) { return found }
    }
    return nil
  }

  /// Digits in groups with one separator between.
  private struct Number {
    var groups: [String] = [""]
    var separator: Unicode.Scalar?
    var hasPlus = false
    var digits: String { groups.joined() }
  }
  private static func kind(of number: Number) -> PersonalNumber? {
    for group in number.groups {
      if let found = kind(ofDigits: group, hasPlus: number.hasPlus) { return found }
    }
    // Amounts are grouped too, but none begins with a zero; days have two digits at first.
    guard number.groups.count > 1, number.groups[0].count >= 3 || number.hasPlus,
      number.groups.dropFirst().allSatisfy({ (2...4).contains($0.count) })
    else { return nil }
    let digits = number.digits
    guard digits.hasPrefix("0") || number.hasPlus else { return nil }
    return kind(ofDigits: digits, hasPlus: number.hasPlus)
  }
  private static func kind(ofDigits digits: String, hasPlus: Bool) -> PersonalNumber? {
    let count = digits.utf8.count
    if count == 12 { return hasPlus ? .telephone : .identity }
    if digits.hasPrefix("0") && (count == 10 || count == 11) { return .telephone }
    if digits.hasPrefix("84") && (count == 11 || count == 12 && hasPlus) { return .telephone }
    return count == 9 ? .identity : nil
  }
  private static func numbers(in text: String) -> [Number] {
    var all: [Number] = []
    var current: Number?
    var gap: Unicode.Scalar?
    var last: Unicode.Scalar?
    func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
      [" ", ".", "-", "\u{A0}", "\u{202F}"].contains(scalar)
    }
    for scalar in text.unicodeScalars {
      if let digit = scalar.digit {
        if current == nil {
          current = Number()
          current?.hasPlus = last == "+"
        } else if let separator = gap {
          if current?.separator ?? separator == separator {
            current?.separator = separator
            current?.groups.append("")
          } else {
            if let current { all.append(current) }
            current = Number()
          }
        }
        gap = nil
        if var number = current {
          number.groups[number.groups.count - 1].append(digit)
          current = number
        }
      } else if scalar.properties.generalCategory == .format {
        // What cannot be seen parts nothing.
        continue
      } else if current != nil, gap == nil, isSeparator(scalar) {
        gap = scalar
      } else {
        if let current { all.append(current) }
        (current, gap) = (nil, nil)
      }
      last = scalar
    }
    if let current { all.append(current) }
    return all
  }
}

extension Unicode.Scalar {
  /// The digit that it is in any script, in ASCII.
  fileprivate var digit: Character? {
    if ("0"..."9").contains(self) { return Character(self) }
    guard value >= 0x660, properties.numericType == .decimal, let value = properties.numericValue,
      let digit = Unicode.Scalar(48 + UInt32(value))
    else { return nil }
    return Character(digit)
  }
}
