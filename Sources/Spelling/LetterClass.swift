/// What a scalar is in a name.
enum LetterClass {
  /// A Vietnamese or plain letter or digit in lower case, and its tone mark or 0.
  case letter(UInt32, tone: UInt32)
  /// A tone mark by itself.
  case tone
  /// A combining mark that may make another letter of the one before it.
  case shape
  /// An apostrophe, which does not count.
  case apostrophe
  /// What parts words.
  case separator
  /// Any other scalar.
  case other

  /// Looks a scalar up.
  init(_ scalar: UInt32) {
    guard scalar < Self.table.count else {
      self = Self.far(scalar)
      return
    }
    let entry = Self.table[Int(scalar)]
    switch entry >> 28 {
    case 0: self = .letter(entry & 0xFFFF, tone: entry >> 16 & 0xFFF)
    case 1: self = .tone
    case 2: self = .shape
    case 3: self = .apostrophe
    case 4: self = .separator
    default: self = .other
    }
  }

  /// By scalar: the class in four bits, and of a letter the tone mark in twelve and the letter in sixteen.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 5 << 28, count: 0x1F00)
    for scalar in 0x00..<0x80 as Range<UInt32> { table[Int(scalar)] = VietnameseName.lowered(scalar) }
    for letter in VietnameseLetter.composedLetters {
      table[Int(letter.scalar)] = VietnameseName.lowered(letter.toneless) | letter.tone << 16
    }
    for scalar in [0xD0, 0xF0, 0x110, 0x111, 0x189] { table[scalar] = 0x111 }
    for scalar in 0x300..<0x370 { table[scalar] = 2 << 28 }
    for scalar in VietnameseLetter.tones { table[Int(scalar)] = 1 << 28 }
    for scalar in 0x00..<0x100 where far(UInt32(scalar)).isSign {
      table[scalar] = far(UInt32(scalar)).isApostrophe ? 3 << 28 : 4 << 28
    }
    for scalar in [0x2B9, 0x2BB, 0x2BC, 0x2C8] { table[scalar] = 3 << 28 }
    return table
  }()

  private var isSign: Bool { if case .other = self { false } else { true } }
  private var isApostrophe: Bool { if case .apostrophe = self { true } else { false } }
  /// The signs and blanks of all of Unicode that people put into names.
  private static func far(_ scalar: UInt32) -> LetterClass {
    switch scalar {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xFF07: .apostrophe
    case 0x09...0x0D, 0x20, 0x22, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x3B, 0x5F, 0xA0, 0xAB, 0xBB: .separator
    case 0x2000...0x200D, 0x2010...0x2015, 0x201C...0x201E, 0x2028, 0x2029, 0x202F, 0x205F...0x2060,
      0x2212, 0x3000, 0xFEFF, 0xFF0C, 0xFF0E:
      .separator
    default: .other
    }
  }
}
