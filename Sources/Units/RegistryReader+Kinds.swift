import Diagnostics
import Tables

extension RegistryReader {
  /// Level and type where the table writes them out.
  mutating func writtenKind(_ row: Int) -> (UnitLevel, UnitType)? {
    let level = table.word(row, UnitColumns.level, UnitLevel.words, &problems)
    let type = table.word(row, UnitColumns.type, UnitType.words, &problems)
    guard let level, let type else { return nil }
    return (level, type)
  }
  /// Id, level and type fit code, day and each other, where the table writes them out.
  mutating func checkForm(_ entry: UnitEntry) {
    let row = Int(entry.row)
    let day = entry.level >= .province ? "@" + table.text(row, columns.from) : ""
    let id = table.text(row, columns.code) + day
    if table.text(row, UnitColumns.id) != id {
      problems.add(
        .badValue(table.text(row, UnitColumns.id), expected: id, at: table.place(row, UnitColumns.id)))
    }
    let code = table.range(row, columns.code)
    if let length = entry.level.codeLength, code.count != length || table.bytes.number(at: code) == nil {
      problems.add(
        .badValue(
          table.text(row, columns.code), expected: String(repeating: "0", count: length),
          at: table.place(row, columns.code)))
    }
    if !entry.type.levels.contains(entry.level) {
      let levels = entry.type.levels.map(\.rawValue).joined(separator: " | ")
      problems.add(
        .badValue(entry.level.rawValue, expected: levels, at: table.place(row, UnitColumns.level)))
    }
  }

  /// Level and type where the table leaves them out: the level by the form of the code, the type by the name.
  mutating func derivedKind(_ row: Int) -> (UnitLevel, UnitType)? {
    guard let level = derivedLevel(row) else { return nil }
    let name = table.range(row, columns.name)
    switch level {
    case .country: return (.country, .country)
    case .region: return (.region, .region)
    case .province, .district, .commune:
      for (type, word) in level.typesInNames where table.bytes.begins(with: word, at: name) {
        if name.count > word.count { return (level, type) }
      }
    }
    let words = level.typesInNames.map { String(decoding: $0.word, as: UTF8.self) + "…" }
    problems.add(
      .badValue(
        table.text(row, columns.name), expected: words.joined(separator: " | "),
        at: table.place(row, columns.name)))
    return nil
  }
  private mutating func derivedLevel(_ row: Int) -> UnitLevel? {
    let code = table.range(row, columns.code)
    let isDigits = !code.isEmpty && table.bytes[code].allSatisfy { (0x30...0x39).contains($0) }
    switch (isDigits, code.count) {
    case (true, 2): return .province
    case (true, 3): return .district
    case (true, 5): return .commune
    case (false, 1...): return table.range(row, columns.parent).isEmpty ? .country : .region
    default:
      problems.add(
        .badValue(
          table.text(row, columns.code), expected: "00 | 000 | 00000", at: table.place(row, columns.code)))
      return nil
    }
  }
}
extension UnitLevel {
  /// The number of digits of a code of this level.
  fileprivate var codeLength: Int? {
    switch self {
    case .country, .region: nil
    case .province: 2
    case .district: 3
    case .commune: 5
    }
  }
  /// The types of a level as a name begins with them.
  fileprivate var typesInNames: [(type: UnitType, word: [UInt8])] {
    switch self {
    case .country, .region: []
    case .province: Self.provinceTypes
    case .district: Self.districtTypes
    case .commune: Self.communeTypes
    }
  }
  private static let provinceTypes = types(of: .province)
  private static let districtTypes = types(of: .district)
  private static let communeTypes = types(of: .commune)
  private static func types(of level: Self) -> [(type: UnitType, word: [UInt8])] {
    UnitType.allCases.filter { $0.levels.contains(level) }.map { type in
      (type, Array((type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst() + " ").utf8))
    }
  }
}
