import Spelling

/// A name taken apart into type and bare name, in every way it can be read, as numbers of an index.
struct ParsedName {
  struct Reading: Equatable {
    /// The type it must have; any when `nil`.
    let type: UnitType?
    let name: Int32
  }
  private(set) var readings: [Reading] = []

  /// Reads a name of an index, by a folder reused from name to name; a name that no unit has gives no reading.
  init(_ text: some StringProtocol, _ index: NameIndex, _ folder: inout NameFolder) {
    guard !Self.isBelowZero(text) else { return }
    folder.fold(text)
    let key = folder.bytes
    guard let first = key.first else { return }
    if let name = index.number(key[...]) { readings.append(Reading(type: nil, name: name)) }
    for prefix in NamePrefix.byFirst[Int(first)]
    where key.count > prefix.bytes.count && key.starts(with: prefix.bytes) {
      let rest = key[prefix.bytes.count...]
      if let name = index.number(rest) { readings.append(Reading(type: prefix.type, name: name)) }
    }
    if let type = Self.numbered[first], let number = Self.digits(after: key),
      let name = index.number(number[...])
    {
      readings.append(Reading(type: type, name: name))
    }
  }
  /// Whether a unit of a name and a type can be meant.
  func matches(_ name: Int32, _ type: UnitType) -> Bool {
    readings.contains { $0.name == name && ($0.type == nil || $0.type == type) }
  }

  /// Whether it is a number with a sign, such as `-1`, which is not Ward 1.
  private static func isBelowZero(_ text: some StringProtocol) -> Bool {
    let start = text.unicodeScalars.drop { $0 == " " || $0 == "\t" }
    guard let sign = start.first, sign == "-" || sign == "\u{2212}" else { return false }
    return start.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
  }
  /// `P1`, `Q3`: a letter with nothing before the number.
  private static let numbered: [UInt8: UnitType] = [
    UInt8(ascii: "p"): .ward, UInt8(ascii: "q"): .urbanDistrict,
  ]
  private static func digits(after key: [UInt8]) -> [UInt8]? {
    let digits = key.dropFirst()
    guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let number = digits.drop { $0 == 0x30 }
    return number.isEmpty ? nil : Array(number)
  }
}
