import Spelling

/// The words of a type as they stand before a name, folded, with a blank after them.
struct NamePrefix: Sendable {
  let bytes: [UInt8]
  let type: UnitType

  /// The word of each type written out.
  static let whole: [UnitType: [UInt8]] = Dictionary(
    uniqueKeysWithValues: UnitType.allCases.map { ($0, folded($0.rawValue)) })
  /// Every way in which a type is written.
  static let all: [NamePrefix] = UnitType.allCases.flatMap { type in
    ([type.rawValue] + type.abbreviations).map { NamePrefix(bytes: folded($0), type: type) }
  }
  /// Those of `all` that begin with each byte.
  static let byFirst: [[NamePrefix]] = (0...255).map { byte in
    all.filter { $0.bytes.first == UInt8(byte) }
  }

  private static func folded(_ word: String) -> [UInt8] { Array((VietnameseName.folded(word) + " ").utf8) }
}
