import StageKit

/// The names of files and folders under `office/rejected/`.
///
/// A file is named after its source, without the folder when no other source has that name, ending aside.
struct QuarantineNames {
  private var short: [String: Int] = [:]
  private let known: Set<String>

  /// Names for sources of which these have said how records stand in them.
  init(_ inputs: [String]) {
    known = Set(inputs)
    for path in inputs { short[Self.short(path).lowercased(), default: 0] += 1 }
  }
  /// The name of a file without the ending.
  func stem(of path: String) -> String {
    guard !path.isEmpty else { return "_khong-ro-tep" }
    let name = Self.short(path)
    let others = short[name.lowercased(), default: 0] - (known.contains(path) ? 1 : 0)
    guard others > 0 || name.hasSuffix(".reasons") else {
      return Self.safe(name)
    }
    return Self.cut(path.split(separator: "/").map { Self.safe(String($0)) }.joined(separator: "__"), path)
  }
  /// What follows the name of the file with the original rows.
  func rowsEnding(of form: SourceForm?) -> String {
    form == .json || form == .lines ? "ndjson" : "csv"
  }
  /// The folder of a group; that of rows whose group is not known begins as no other does.
  static func folder(of group: String?) -> String { group.map { $0.isEmpty ? "_" : safe($0) } ?? "_khong-ro" }

  private static func short(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
  /// A text as a name that every file system takes; two texts never have one name.
  ///
  /// What a name may not have is written as `_` and two digits for each byte, and a long name is cut and ends in a part of the
  /// SHA-256 of the text.
  static func safe(_ text: String) -> String {
    var name = ""
    for (index, character) in text.unicodeScalars.enumerated() {
      let isPlain =
        character.properties.isAlphabetic || character.properties.numericType != nil
        || character.properties.generalCategory == .nonspacingMark || character == "-"
        || index > 0 && (character == "." || character == " ")
      if isPlain {
        name.unicodeScalars.append(character)
      } else {
        for byte in String(character).utf8 { name += "_" + hexadecimal([byte]).uppercased() }
      }
    }
    // Windows drops a dot or a space at the end of a name.
    while let last = name.last, last == "." || last == " " {
      name.removeLast()
      return cut(name + (last == "." ? "_2E" : "_20"), text)
    }
    return cut(name, text)
  }
  private static func cut(_ name: String, _ text: String) -> String {
    guard name.utf8.count > 120 else { return name }
    var short = name
    while short.utf8.count > 80 { short.removeLast() }
    return short + "_-" + sha256(Array(text.utf8)).prefix(16)
  }
}
