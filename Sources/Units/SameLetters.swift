import Spelling

/// Finds the units whose names have the same letters as a name and other marks, to be shown and never chosen.
///
/// `Quang Phu` and `Quãng Phú` are written for `Quảng Phú`, and for others too: somebody has to say which.
public struct SameLetters: Sendable {
  private let registry: UnitRegistry
  private let byLetters: [String: [Int]]

  /// Takes the letters of all names of a register.
  ///
  /// - Complexity: O(n) in the units.
  public init(_ registry: UnitRegistry) {
    self.registry = registry
    let (store, column) = (registry.store, registry.store.columns.name)
    byLetters = Dictionary(grouping: store.entries.indices) { index in
      Self.letters(store.table.text(Int(store.entries[index].row), column))
    }
  }
  /// Gives the units with the letters of a name, its type written out or not; what stands after a comma does not count.
  public func units(like name: String) -> [UnitVersion] { places(like: name).map { registry.units[$0] } }
  /// Gives the same units as places in `UnitRegistry.units`.
  public func places(like name: String) -> [Int] {
    // A sign is no mark on a letter: Ward 1 is not like `-1`.
    guard !ParsedName.isBelowZero(name) else { return [] }
    let name = String(name.prefix { $0 != "," && $0 != ";" })
    let types = UnitType.allCases.map(\.rawValue)
    // Most people leave the type out, and then every type can be meant.
    let whole = Self.letters(name)
    guard !whole.isEmpty else { return [] }
    let keys = [whole] + types.map { Self.letters($0) + whole }
    return keys.flatMap { byLetters[$0] ?? [] }.sorted()
  }
  private static func letters(_ name: String) -> String {
    // `Phường 01` has the letters of `phuong 1`.
    VietnameseName.slug(name).split(separator: "-").map { word in
      word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? String(word.drop { $0 == "0" }) : withLatinI(word)
    }.joined()
  }
  /// A word with i for the y that sounds like it: `Kỳ` and `Kì`, `Mỹ` and `Mĩ`, `Quy` and `Qui` are both written.
  ///
  /// After another vowel it is a sound of its own: `Tây` is not `Tai`.
  private static func withLatinI(_ word: Substring) -> String {
    let start = word.dropLast()
    guard word.last == "y", start == "qu" || !start.contains(where: "aeiouy".contains) else {
      return String(word)
    }
    return start + "i"
  }
}
