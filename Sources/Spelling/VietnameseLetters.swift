/// One letter taken apart: the Latin letter, its shape mark (circumflex, breve, horn) and its tone mark.
///
/// 0 stands for no mark. A mark that belongs to no letter is given as a letter of its own.
struct VietnameseLetter {
  var plain: UInt32
  var shape: UInt32 = 0
  var tone: UInt32 = 0

  /// The Vietnamese tone marks: grave, acute, tilde, hook above, dot below.
  static let tones: [UInt32] = [0x300, 0x301, 0x303, 0x309, 0x323]
  /// Whether a scalar is a tone mark.
  static func isTone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300, 0x301, 0x303, 0x309, 0x323: true
    default: false
    }
  }

  /// All vowels: each letter without a tone, its plain letter and shape, and the letter with each of `tones`.
  private static let rows: [(plain: Character, shape: UInt32, letters: String)] = [
    ("a", 0, "aàáãảạ"), ("a", 0x306, "ăằắẵẳặ"), ("a", 0x302, "âầấẫẩậ"), ("e", 0, "eèéẽẻẹ"),
    ("e", 0x302, "êềếễểệ"), ("i", 0, "iìíĩỉị"), ("o", 0, "oòóõỏọ"), ("o", 0x302, "ôồốỗổộ"),
    ("o", 0x31B, "ơờớỡởợ"), ("u", 0, "uùúũủụ"), ("u", 0x31B, "ưừứữửự"), ("y", 0, "yỳýỹỷỵ"),
    ("A", 0, "AÀÁÃẢẠ"), ("A", 0x306, "ĂẰẮẴẲẶ"), ("A", 0x302, "ÂẦẤẪẨẬ"), ("E", 0, "EÈÉẼẺẸ"),
    ("E", 0x302, "ÊỀẾỄỂỆ"), ("I", 0, "IÌÍĨỈỊ"), ("O", 0, "OÒÓÕỎỌ"), ("O", 0x302, "ÔỒỐỖỔỘ"),
    ("O", 0x31B, "ƠỜỚỠỞỢ"), ("U", 0, "UÙÚŨỦỤ"), ("U", 0x31B, "ƯỪỨỮỬỰ"), ("Y", 0, "YỲÝỸỶỴ"),
  ]
  private static let tables = makeTables()

  private static func makeTables() -> (apart: [UInt32: VietnameseLetter], whole: [UInt64: UInt32]) {
    var apart: [UInt32: VietnameseLetter] = [:]
    var whole: [UInt64: UInt32] = [:]
    for row in rows {
      for (scalar, tone) in zip(row.letters.unicodeScalars, [0] + tones) {
        guard let plain = row.plain.unicodeScalars.first else { continue }
        let letter = VietnameseLetter(plain: plain.value, shape: row.shape, tone: tone)
        apart[scalar.value] = letter
        whole[letter.key] = scalar.value
      }
    }
    return (apart, whole)
  }
  /// Every letter with a mark that is one scalar: the scalar, it without its tone, and the tone or 0.
  static var composedLetters: [(scalar: UInt32, toneless: UInt32, tone: UInt32)] {
    tables.apart.map { scalar, letter in
      let toneless = letter.shape == 0 ? letter.plain : whole(letter.plain, letter.shape)
      return (scalar, toneless ?? letter.plain, letter.tone)
    }
  }
  /// The one scalar of a plain letter with a shape mark; `nil` when there is none.
  static func whole(_ plain: UInt32, _ shape: UInt32) -> UInt32? {
    tables.whole[VietnameseLetter(plain: plain, shape: shape).key]
  }
  private var key: UInt64 { UInt64(plain) | UInt64(shape) << 21 | UInt64(tone) << 42 }

  /// Appends the letter in one scalar where Unicode has one, else the letter and then its marks.
  func append(to text: inout String.UnicodeScalarView) {
    if shape == 0, tone == 0 {
      text.appendScalar(plain)
    } else if let scalar = Self.tables.whole[key] {
      text.appendScalar(scalar)
    } else {
      for scalar in [plain, shape, tone] where scalar != 0 { text.appendScalar(scalar) }
    }
  }

  /// Calls `body` for each letter of a text, whether it is written in one scalar or in several.
  static func forEach(in text: String, _ body: (VietnameseLetter) -> Void) {
    var pending: VietnameseLetter?
    for scalar in text.unicodeScalars {
      if var letter = pending, letter.take(scalar.value) {
        pending = letter
        continue
      }
      if let letter = pending { body(letter) }
      pending =
        scalar.value < 0x80
        ? VietnameseLetter(plain: scalar.value)
        : tables.apart[scalar.value] ?? VietnameseLetter(plain: scalar.value)
    }
    if let letter = pending { body(letter) }
  }
  /// Takes a combining mark into the letter, if there is such a letter.
  private mutating func take(_ mark: UInt32) -> Bool {
    guard mark >= 0x300, mark < 0x370, !(0x300..<0x370).contains(plain) else { return false }
    if Self.isTone(mark) {
      guard tone == 0 else { return false }
      tone = mark
      return true
    }
    guard shape == 0, Self.tables.whole[Self(plain: plain, shape: mark).key] != nil else { return false }
    shape = mark
    return true
  }
}
extension String.UnicodeScalarView {
  fileprivate mutating func appendScalar(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    append(scalar)
  }
}
