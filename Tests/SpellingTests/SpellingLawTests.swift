import Foundation
import Spelling
import Testing

/// What is true of every name, on invented ones: forms, letter case, blanks, order.
@Suite struct SpellingLawTests {
  static let starts = [
    "", "b", "ch", "đ", "gi", "h", "kh", "l", "m", "ng", "ngh", "ph", "qu", "t", "th", "tr", "x", "y",
  ]
  static let vowels = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "oa", "uy", "oe", "ươ", "iê", "ua",
  ]
  static let ends = ["", "", "", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "u"]
  static let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

  /// Numbers that are the same in every run.
  struct Numbers {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    mutating func one(_ all: [String]) -> String { all[below(all.count)] }
    /// One invented syllable, its tone on the first vowel, in NFC.
    mutating func syllable() -> String {
      let vowel = one(SpellingLawTests.vowels)
      let first = String(vowel.prefix(1)) + one(SpellingLawTests.tones) + vowel.dropFirst()
      return (one(SpellingLawTests.starts) + first + one(SpellingLawTests.ends))
        .precomposedStringWithCanonicalMapping
    }
    mutating func name() -> String {
      (0...below(3)).map { _ in
        let word = syllable()
        return below(2) == 0 ? word : word.prefix(1).uppercased() + word.dropFirst()
      }.joined(separator: " ")
    }
  }
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
  private func each(_ seed: Int, _ body: (String, inout Numbers) -> Void) {
    var numbers = Numbers(state: UInt64(seed) &* 7919)
    for _ in 0..<400 { body(numbers.name(), &numbers) }
  }

  @Test(arguments: 1...5) func `composing undoes NFD, whatever the name`(_ seed: Int) {
    each(seed) { name, _ in
      let nfd = name.decomposedStringWithCanonicalMapping
      #expect(scalars(VietnameseName.composed(nfd)) == scalars(name), "\(name)")
      #expect(scalars(VietnameseName.composed(name)) == scalars(name), "\(name)")
      #expect(VietnameseName.composed(nfd).count == name.count)
    }
  }
  @Test(arguments: 1...5) func `what does not count changes no form to compare by`(_ seed: Int) {
    each(seed) { name, numbers in
      let key = VietnameseName.folded(name)
      let marks = ["  ", " - ", "-", ". ", ", ", "\u{A0}", "\t", " – "]
      let others = [
        name.uppercased(), name.lowercased(), name.decomposedStringWithCanonicalMapping, "  \(name) ",
        name.uppercased().decomposedStringWithCanonicalMapping, name.replacing(" ", with: numbers.one(marks)),
      ]
      for other in others {
        #expect(scalars(VietnameseName.folded(other)) == scalars(key), "\(name) | \(other)")
        #expect(
          scalars(VietnameseName.spelling(other)) == scalars(VietnameseName.spelling(name)),
          "\(name) | \(other)")
      }
      for other in others.dropLast() {
        #expect(VietnameseName.slug(other) == VietnameseName.slug(name), "\(name) | \(other)")
      }
    }
  }
  @Test(arguments: 1...5) func `each form is its own form, and the key of persons is the wider one`(
    _ seed: Int
  ) {
    each(seed) { name, numbers in
      let (folded, spelling) = (VietnameseName.folded(name), VietnameseName.spelling(name))
      #expect(scalars(VietnameseName.folded(folded)) == scalars(folded), "\(name)")
      #expect(scalars(VietnameseName.spelling(spelling)) == scalars(spelling), "\(name)")
      #expect(scalars(VietnameseName.spelling(folded)) == scalars(spelling), "\(name)")
      let slug = VietnameseName.slug(name)
      #expect(VietnameseName.slug(slug) == slug, "\(name)")
      #expect(
        !slug.isEmpty
          && slug.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
      #expect(!slug.contains("--") && slug.first != "-" && slug.last != "-")
      // What is one name is one name of a person and one address; the other way round it need not be.
      let other = numbers.name()
      if VietnameseName.folded(other) == folded {
        #expect(VietnameseName.spelling(other) == spelling && VietnameseName.slug(other) == slug)
      }
    }
  }
  @Test(arguments: 1...5) func `a letter, a shape or a tone more is another name`(_ seed: Int) {
    each(seed) { name, _ in
      let key = VietnameseName.folded(name)
      for other in ["\(name) a", "\(name)x", "x\(name)", name + " 2"] {
        #expect(VietnameseName.folded(other) != key, "\(name) | \(other)")
      }
      let bare = String(
        String.UnicodeScalarView(
          name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36F).contains($0.value)
          }))
      let isBare = bare.unicodeScalars.count == name.decomposedStringWithCanonicalMapping.unicodeScalars.count
      #expect((VietnameseName.folded(bare) == key) == isBare, "\(name) | \(bare)")
    }
  }
  @Test(arguments: [
    ("hòa", "hoà", true), ("hóa", "hoá", true), ("hỏa", "hoả", true), ("hõa", "hoã", true),
    ("họa", "hoạ", true),
    ("thúy", "thuý", true), ("khỏe", "khoẻ", true), ("hòa", "hóa", false), ("hòa", "họa", false),
    ("hòa", "hoa", false),
    ("thúy", "thùy", false), ("hoàn", "hòan", true), ("Đà Nẵng", "ĐÀ NẴNG", true), ("Đà", "Dà", false),
    ("đ", "Đ", true),
    ("Phường 01", "phường 1", true), ("Phường 10", "Phường 1", false), ("Tổ 001", "Tổ 1", true),
    ("Tổ 0", "Tổ 00", true),
    ("Tổ 100", "Tổ 1", false), ("K'Ho", "KHo", true), ("K’Ho", "K'Ho", true), ("Bù Đăng", "Bù Đặng", false),
    ("Ia Lâu", "Ia  Lâu", true),
  ]) func `two names are one or two`(_ one: String, _ other: String, _ areOne: Bool) {
    for (a, b) in [(one, other), (other, one), (one.decomposedStringWithCanonicalMapping, other)] {
      #expect((VietnameseName.folded(a) == VietnameseName.folded(b)) == areOne)
    }
  }
  @Test(arguments: 1...3) func `a folder keeps nothing of the names before`(_ seed: Int) {
    var folder = NameFolder()
    each(seed) { name, numbers in
      folder.fold(numbers.below(3) == 0 ? name.decomposedStringWithCanonicalMapping : name)
      #expect(folder.bytes == Array(VietnameseName.folded(name).utf8), "\(name)")
    }
  }
  @Test(arguments: ["", " ", "\u{301}", "-", "'", ".,-", "\u{200B}", "\u{FEFF}", "\u{0}", "語", "👨‍👩‍👧", "١"])
  func `odd texts have forms as well, and each is its own`(_ text: String) {
    for form in [
      VietnameseName.folded, VietnameseName.spelling, VietnameseName.composed, VietnameseName.slug,
    ] {
      let once = form(text)
      #expect(scalars(form(once)) == scalars(once))
    }
  }
}
