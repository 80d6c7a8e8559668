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
  /// Letter case, NFC or NFD, the place of the tone mark in its syllable (`hoà`, `hòa`), blanks, hyphens, stops, commas,
  /// apostrophes (`H'leo`, `Hleo`) and leading zeros of numbers do not count, nor whether `đ` is the Icelandic eth of old
  /// fonts; letters and tones do (`Tân` is not `Tấn`).
  /// Folding twice gives the same. Takes time in proportion to the text.
  public static func folded(_ text: String) -> String {
    var folder = NameFolder()
    folder.fold(text)
    return String(decoding: folder.bytes, as: UTF8.self)
  }

  /// Gives the form by which two spellings of one person's name are the same, where `i` and `y` do not count either.
  ///
  /// It is `folded` with `i` for a `y` that ends a word after `h`, `k`, `l`, `m`, `s`, `t` or `qu`: `Lý` and `Lí`, `Mỹ` and `Mĩ`,
  /// `Quý` and `Quí` are each one name; `Thuý` is not `Thúi`. Folding twice gives the same.
  public static func spelling(_ text: String) -> String {
    folded(text).split(separator: " ").map { word in
      var letters = Array(word.unicodeScalars)
      guard let last = letters.lastIndex(where: { !VietnameseLetter.isTone($0.value) }), last > 0,
        letters[last] == "y"
      else { return String(word) }
      let before = letters[last - 1]
      guard "hklmst".unicodeScalars.contains(before) || letters[..<last].elementsEqual("qu".unicodeScalars)
      else { return String(word) }
      letters[last] = "i"
      var out = String.UnicodeScalarView()
      out.append(contentsOf: letters)
      return String(out)
    }.joined(separator: " ")
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
  /// The letter in lower case; the Icelandic eth that old fonts put for `đ` becomes `đ`.
  static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 0x20
    case 0x00...0x7F: return scalar
    case 0x110, 0x111, 0xD0, 0xF0, 0x189: return 0x111
    default:
      let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
      guard let mapping, mapping.count == 1, let first = mapping.first else { return scalar }
      return first.value
    }
  }
}
