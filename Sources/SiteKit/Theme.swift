public import Diagnostics
public import StageKit

/// How a site looks: templates, words of one language, icons, and files copied as they are.
///
/// A theme is a folder: `templates/*.html`, `words.vi.yaml`, `words.en.yaml`, `icons/*.svg`, and everything in `assets/`.
public struct Theme: Sendable {
  /// The words.
  public let words: Wording
  /// The files copied as they are, sorted by path.
  public let assets: [SiteFile]
  /// What every page has besides its own fields.
  public internal(set) var common: [String: TemplateValue] = [:]
  let templates: [String: Template]
  let icons: [String: [UInt8]]

  /// Reads a theme and compiles its templates.
  ///
  /// A template whose name begins with `_` is a layout or a part: it is compiled where another takes it.
  ///
  /// - Parameters:
  ///   - folder: The path of the theme, as `ProjectFiles` takes it.
  ///   - language: The language of its words.
  ///   - range: The place that names it, for what cannot be read.
  ///   - files: The files of the project.
  /// - Throws: Everything wrong in it: `files.unreadable`, `template.*`, `words.*`.
  public init(
    _ folder: String, language: Language, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) {
    let wordsFile = folder + "/words." + language.rawValue + ".yaml"
    let words = try Wording(files.bytes(wordsFile, namedAt: range), file: wordsFile)
    var sources: [String: (bytes: [UInt8], file: String)] = [:]
    for (name, file) in try Self.list(folder + "/templates", ending: ".html", range, files) {
      sources[name] = (try files.bytes(file, namedAt: range), file)
    }
    var icons: [String: [UInt8]] = [:]
    for (name, file) in try Self.list(folder + "/icons", ending: ".svg", range, files) {
      icons[name] = try files.bytes(file, namedAt: range).filter { $0 != 0x0A }
    }
    var assets: [SiteFile] = []
    for (name, file) in try Self.list(folder + "/assets", ending: "", range, files) {
      assets.append(SiteFile(PagePath(name), try files.bytes(file, namedAt: range)))
    }
    try self.init(sources: sources, words: words, icons: icons, assets: assets)
  }
  /// A theme whose parts are at hand.
  ///
  /// - Throws: Everything wrong in the templates.
  init(
    sources: [String: (bytes: [UInt8], file: String)], words: Wording, icons: [String: [UInt8]] = [:],
    assets: [SiteFile] = []
  ) throws(Diagnostics) {
    var problems = Diagnostics()
    var templates: [String: Template] = [:]
    // A layout stands in every page, and is cut into pieces once.
    let sources = sources.mapValues { TemplateSource($0.bytes, file: $0.file) }
    for name in sources.keys.sorted() where !name.hasPrefix("_") {
      var compiler = TemplateCompiler(name, sources: sources, words: words)
      templates[name] = compiler.compile()
      problems.add(compiler.problems)
    }
    try problems.throwIfAny()
    (self.words, self.templates, self.icons, self.assets) = (words, templates, icons, assets)
  }
  /// The names of the page templates, sorted.
  public var templateNames: [String] { templates.keys.sorted() }
  /// Finds what is needed and missing: page templates, and words with the names of the values each may take.
  ///
  /// - Throws: `theme.missing-template`, `theme.missing-word`, `theme.unknown-parameter`.
  public func require(templates needed: [String], words wanted: [String: [String]]) throws(Diagnostics) {
    var problems = Diagnostics()
    for name in needed where templates[name] == nil {
      problems.add(.missingTemplate(name, of: templateNames, in: words.file))
    }
    for (key, names) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let parameters = words.parameters(of: key) else {
        problems.add(.missingWord(key, in: words))
        continue
      }
      for name in parameters where !names.contains(name) {
        problems.add(.wordParameter(name, of: key, names, in: words))
      }
    }
    try problems.throwIfAny()
  }

  private static func list(
    _ folder: String, ending: String, _ range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> [(name: String, file: String)] {
    do throws(StageError) {
      return try files.list(folder).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
        .map { (String($0.dropLast(ending.count)), folder + "/" + $0) }
    } catch {
      throw Diagnostics(Diagnostic("files.unreadable", error.message, at: range, hint: error.hint))
    }
  }
}
