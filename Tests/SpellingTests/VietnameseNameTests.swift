import Foundation
import Spelling
import Testing

struct VietnameseNameTests {
  static let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
  static let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
  /// Every vowel with every tone, in NFD as Foundation writes it.
  static let letters = vowels.flatMap { vowel in marks.map { String(vowel) + $0 } }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func `there are 144 vowels with tones`() { #expect(Self.letters.count == 144) }

  @Test(arguments: letters) func `a vowel in NFD or NFC is composed into one scalar`(_ letter: String) {
    let nfc = letter.precomposedStringWithCanonicalMapping
    let nfd = letter.decomposedStringWithCanonicalMapping
    #expect(scalars(nfc).count == 1)
    #expect(scalars(VietnameseName.composed(nfd)) == scalars(nfc))
    #expect(scalars(VietnameseName.composed(nfc)) == scalars(nfc))
    #expect(scalars(VietnameseName.composed(letter)) == scalars(nfc))
  }
  @Test(arguments: letters) func `a vowel folds to the same in NFD, NFC and either case`(_ letter: String) {
    let nfd = letter.decomposedStringWithCanonicalMapping
    let folded = VietnameseName.folded(letter.precomposedStringWithCanonicalMapping)
    #expect(scalars(VietnameseName.folded(nfd)) == scalars(folded))
    #expect(scalars(VietnameseName.folded(letter.uppercased())) == scalars(folded))
  }
  @Test(arguments: letters) func `a vowel becomes its plain letter in an address`(_ letter: String) throws {
    let plain = try #require(letter.decomposedStringWithCanonicalMapping.unicodeScalars.first)
    #expect(VietnameseName.slug(letter) == String(plain).lowercased())
  }
  @Test func `no two vowels with tones fold to one`() {
    let folded = Set(Self.letters.map(VietnameseName.folded))
    #expect(folded.count == 72, "upper and lower case fold together, nothing else does")
  }

  @Test(arguments: [
    ("hoà", "hòa"), ("Hoá", "HÓA"), ("thuý", "thúy"), ("Thuỷ", "Thủy"), ("khoẻ", "khỏe"), ("Hoè", "hòe"),
    ("Thừa Thiên  Huế", "thừa thiên huế"), ("Bà Rịa - Vũng Tàu", "Bà Rịa–Vũng Tàu"), ("ĐẮK LẮK", "Đắk Lắk"),
    ("Ðắk Nông", "Đắk Nông"), ("Ia H’Drai", "Ia H'Drai"), (" Xã Đan Phượng ", "Xã Đan Phượng"),
    ("Huyện Ea H'leo", "Huyện Ea H’leo"), ("Ea H`leo", "Ea Hleo"), ("Ea H´Leo", "ea h′leo"),
    ("Ia H' Drai", "Ia H'Drai"), ("Ia H’  Drai", "Ia HʼDrai"), ("Đ' Ran", "Ð’Ran"), ("M'Đrắk", "M’Ðrắk"),
    ("Ia Mơ-Nông", "Ia Mơ Nông"), ("Đắk R'Lấp", "Ɖắk R‘lấp"), ("'Tân An' Hội", "Tân An Hội"),
    ("Cà\u{202F}Mau", "Cà \u{2009} Mau"), ("\u{FEFF}Cà Mau", "Cà Mau"), ("(Cà Mau)", "Cà Mau"),
    ("\"Cà Mau\"", "Cà Mau"), ("Cà\u{200B} Mau", "Cà Mau"), ("Phường 007", "Phường 7"),
    ("Phường 01", "Phường 1"), ("TP.Huế", "tp. Huế"), ("Cà\u{A0}Mau", "Cà Mau"), ("Quảng\tPhú", "Quảng Phú"),
  ]) func `two spellings of one name fold to one`(_ pair: (String, String)) {
    #expect(VietnameseName.folded(pair.0) == VietnameseName.folded(pair.1))
    #expect(
      VietnameseName.folded(pair.0.decomposedStringWithCanonicalMapping) == VietnameseName.folded(pair.1))
  }
  @Test(arguments: [
    ("Tân", "Tấn"), ("Tân", "Tan"), ("Đông", "Dông"), ("Hoa", "Hòa"), ("Phường 1", "Phường 10"),
    ("Quý", "Quỳ"),
    ("Hoàn", "Hoan"), ("Mường", "Mương"), ("Quy Nhơn", "Qui Nhơn"), ("Phường 0", "Phường"), ("Cần", "Căn"),
    ("Ea H'leo", "Ea Leo"), ("Tân An' Hội", "Tân Anhội"), ("Phường 1A", "Phường 1"), ("Ia Drăng", "Ia Drang"),
    ("A Lưới", "Á Lưới"), ("Xã Dak", "Xã Đak"),
  ]) func `two names do not fold to one`(_ pair: (String, String)) {
    #expect(VietnameseName.folded(pair.0) != VietnameseName.folded(pair.1))
  }
  @Test(arguments: [
    ("Tỉnh Cà Mau", "tinh-ca-mau"), ("Thành phố Huế", "thanh-pho-hue"), ("Tỉnh Đắk Lắk", "tinh-dak-lak"),
    ("Tỉnh Bà Rịa - Vũng Tàu", "tinh-ba-ria-vung-tau"), ("  ", ""), ("", ""), ("Phường 1", "phuong-1"),
    ("Huyện Ia H' Drai", "huyen-ia-h-drai"), ("Đ", "d"), ("-Xã-", "xa"),
  ]) func `a name becomes an address`(_ pair: (String, String)) {
    #expect(VietnameseName.slug(pair.0) == pair.1)
    #expect(VietnameseName.slug(pair.0.decomposedStringWithCanonicalMapping) == pair.1)
  }

  @Test func `folding and composing twice change nothing, whatever the text`() {
    let alphabet =
      "aăâdđeioơuưyZĐ0 9.-'’n,Åß語".unicodeScalars.map { $0 }
      + "\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\u{31B}\u{30A}".unicodeScalars
    var state: UInt64 = 7
    for _ in 0..<5000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<9 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let folded = VietnameseName.folded(String(text))
      #expect(VietnameseName.folded(folded) == folded, "\(Array(text).map(\.value))")
      let composed = VietnameseName.composed(String(text))
      #expect(VietnameseName.composed(composed) == composed)
      let slug = VietnameseName.slug(String(text))
      #expect(VietnameseName.slug(slug) == slug)
      #expect(slug.utf8.allSatisfy { $0 < 0x80 } && !slug.hasPrefix("-") && !slug.hasSuffix("-"))
    }
  }
  @Test func `one folder folds one name after another, whole texts and parts of them`() {
    var folder = NameFolder()
    for name in ["Thành phố Huế", "", "Hoà", "  ", "Phường 01", "語'x", "Thành phố Huế"] {
      folder.fold(name)
      #expect(folder.bytes == Array(VietnameseName.folded(name).utf8))
      let longer = "Xã " + name
      folder.fold(longer.dropFirst(3))
      #expect(folder.bytes == Array(VietnameseName.folded(name).utf8))
    }
  }
  @Test func `a tone mark on no letter is dropped`() {
    #expect(
      scalars(VietnameseName.folded("Cà \u{301}\u{301} Mau")) == scalars(VietnameseName.folded("Cà Mau")))
    #expect(VietnameseName.folded("\u{301}").isEmpty)
  }
  @Test func `text that is not Vietnamese is left as it is`() {
    for text in ["", "漢字", "naïve", "e\u{308}", "\u{301}", "👍🏽", "q\u{302}"] {
      #expect(scalars(VietnameseName.composed(text)) == scalars(text))
    }
  }
}
