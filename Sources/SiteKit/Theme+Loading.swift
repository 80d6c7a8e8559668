public import Diagnostics
public import StageKit

// A theme is named by `defaults.theme`, by an option of a stage, or is the one the program brings.
extension Theme: Resource {
  /// Itself.
  public typealias Shape = Theme
  /// The word for it in a message.
  public static let kind = Phrase(vi: "giao diện trang web", en: "the theme of the site")
  /// The key under `defaults:`.
  public static let key = "theme"
  /// The theme that the program brings.
  public static let builtIn: String? = "share:site"

  /// Reads a theme with its Vietnamese words, and compiles its templates.
  ///
  /// - Throws: Everything wrong in it.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> Theme {
    try Theme(path, language: .vi, namedAt: range, files)
  }
}
