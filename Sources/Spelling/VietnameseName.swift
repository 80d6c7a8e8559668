/// Spelling of Vietnamese names: one written form, one form to compare by, one form for addresses.
public enum VietnameseName {
  /// Writes every Vietnamese letter in one scalar (Unicode NFC); anything else is left as it is.
  public static func composed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    VietnameseLetter.forEach(in: text) { $0.append(to: &out) }
    return String(out)
  }

  /// Gives the form by which two spellings of one name are the same.
  ///
  /// Letter case, NFC or NFD, the place of the tone mark in its syllable (`hoà`, `hòa`), blanks, hyphens, stops,
  /// the shape of apostrophes and leading zeros of numbers do not count; letters and tones do (`Tân` is not `Tấn`).
  /// Folding twice gives the same. Takes time in proportion to the text.
  public static func folded(_ text: String) -> String {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var tones = String.UnicodeScalarView()
    func endWord() {
      // A tone mark on no letter is dropped: the blank before it would take it up when folding again.
      if !word.isEmpty {
        word.append(contentsOf: tones)
        words.append(withoutLeadingZeros(String(word)))
      }
      word = .init()
      tones = .init()
    }
    VietnameseLetter.forEach(in: text) { letter in
      guard !isSeparator(letter.plain) else { return endWord() }
      let tone = VietnameseLetter.isTone(letter.plain) ? letter.plain : letter.tone
      if let scalar = Unicode.Scalar(tone), tone != 0 { tones.append(scalar) }
      guard !VietnameseLetter.isTone(letter.plain) else { return }
      VietnameseLetter(plain: lowered(letter.plain), shape: letter.shape).append(to: &word)
    }
    endWord()
    return words.joined(separator: " ")
  }

  /// Gives the form for an address: `Tỉnh Cà Mau` becomes `tinh-ca-mau`, `Đắk Lắk` becomes `dak-lak`.
  ///
  /// Only `a`–`z`, `0`–`9` and single hyphens between them are left; empty when the text has no letter or digit.
  public static func slug(_ text: String) -> String {
    var out = ""
    var gap = false
    VietnameseLetter.forEach(in: text) { letter in
      guard !(0x300..<0x370).contains(letter.plain) else { return }
      let plain = lowered(letter.plain)
      guard let scalar = Unicode.Scalar(plain == 0x111 ? 0x64 : plain), isPlain(scalar.value) else {
        gap = !out.isEmpty
        return
      }
      if gap { out += "-" }
      gap = false
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  private static func isPlain(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x30...0x39).contains(scalar)
  }
  /// The letter in lower case; the Icelandic eth that old fonts put for `đ` becomes `đ`, and all apostrophes one.
  private static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 0x20
    case 0x00...0x7F: return scalar
    case 0x110, 0x111, 0xD0, 0xF0: return 0x111
    case 0x2018, 0x2019, 0x2BC: return 0x27
    default:
      let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
      guard let mapping, mapping.count == 1, let first = mapping.first else { return scalar }
      return first.value
    }
  }
  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x202F, 0x2010...0x2015, 0x2D, 0x2E, 0x2C, 0x5F, 0xFEFF, 0x200B: true
    default: false
    }
  }
  /// `Phường 01` and `Phường 1` are one name.
  private static func withoutLeadingZeros(_ word: String) -> String {
    guard word.utf8.first == 0x30, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return word }
    let rest = word.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }
}
