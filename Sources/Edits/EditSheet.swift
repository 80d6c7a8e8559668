public import Diagnostics
public import StageKit
import YAML

/// A sheet of edits as people read it, whichever stage carries them out.
public struct EditSheet: Resource {
  /// Itself.
  public typealias Shape = EditSheet
  /// The word for it in a message.
  public static let kind = Phrase(vi: "bộ quy tắc", en: "a sheet of rules")
  /// The key under `defaults:`.
  public static let key = "edits"

  /// The name of the file without its ending.
  public let name: String
  /// What its edits are about.
  public let title: Phrase
  /// What to do, where an edit does not say otherwise.
  public let remedy: Phrase
  /// Words for columns whose names stand on no public page, since they tell of persons.
  public let names: [String: Phrase]
  /// The edits, in the order written.
  public let edits: [Edit]

  /// Reads a sheet that rules are read from, too.
  ///
  /// - Throws: `edits.incomplete` for all that lacks words in both languages, a basis or what to do.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> EditSheet {
    let root = try parseYAML(files.bytes(path, namedAt: range), file: path)
    var reader = EditReader()
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let sheet = reader.sheet(root, name: file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file)
    try reader.problems.throwIfAny()
    return sheet
  }
}

extension EditSheet {
  /// A condition for a public page: words in place of the names of personal columns.
  public func publicText(of condition: Edit.Condition, _ language: Language) -> String {
    var shown = ""
    var rest = condition.text[...]
    while let first = rest.first {
      // A name of any letters, be it in quotes: names of columns are not all plain.
      if first == "\"", let end = rest.dropFirst().firstIndex(of: "\""),
        let word = names[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        shown += "‹\(word(language))›"
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter || first == "_" {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        shown += names[String(name)].map { "‹\($0(language))›" } ?? String(name)
        rest = rest[name.endIndex...]
      } else {
        shown.append(rest.removeFirst())
      }
    }
    return shown
  }
  /// Reads every sheet of a folder, such as the one that the program brings.
  ///
  /// - Throws: `files.unreadable`, and what is wrong with the sheets.
  public static func all(in folder: String, _ files: ProjectFiles) throws(Diagnostics) -> [EditSheet] {
    var problems = Diagnostics()
    var sheets: [EditSheet] = []
    for name in try names(folder, files) {
      do throws(Diagnostics) { sheets.append(try load("\(folder)/\(name)", namedAt: nil, files)) } catch {
        problems.add(error)
      }
    }
    try problems.throwIfAny()
    return sheets
  }
  private static func names(_ folder: String, _ files: ProjectFiles) throws(Diagnostics) -> [String] {
    do throws(StageError) { return try files.list(folder).filter { $0.hasSuffix(".yaml") }.sorted() } catch {
      throw Diagnostics(Diagnostic("files.unreadable", error.message, at: nil, hint: error.hint))
    }
  }
}
