public import Diagnostics
public import StageKit
public import Tables
import YAML

/// The standards that figures and plans may name: a folder with a YAML file for each.
public struct StandardLibrary: PublicDocument {
  /// Itself.
  public typealias Shape = StandardLibrary
  /// The word for it in a message.
  public static let kind = Phrase(vi: "các chuẩn nghèo", en: "the poverty standards")
  /// The key under `defaults:`.
  public static let key = "standards"
  /// What the program brings along.
  public static let builtIn: String? = "share:standards"

  /// The standards, earliest first.
  public let standards: [Standard]
  /// The standard with an id, or `nil`.
  public subscript(id: String) -> Standard? { standards.first { $0.id == id } }
  /// The standards under which a review of a day may be, earliest first: those of the country, and of a province.
  ///
  /// - Parameters:
  ///   - day: The day of the review.
  ///   - province: The code of the province whose own standards count too.
  /// - Returns: More than one where several were in force at a time: then one must be named.
  public func valid(on day: Day, in province: String? = nil) -> [Standard] {
    standards.filter { $0.isValid(on: day) && ($0.scope == nil || $0.scope?.province == province) }
  }
  /// The days on which two standards of the whole country are in force at a time.
  public var sharedDays: [SharedDays] {
    let national = standards.filter { $0.scope == nil }
    return national.indices.flatMap { index in
      national[(index + 1)...].compactMap { SharedDays(national[index], $0) }
    }
  }

  /// Reads every `*.yaml` of a folder.
  ///
  /// - Throws: `files.unreadable`, what is wrong with a file, `standards.validity`, `standards.duplicate`.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> StandardLibrary {
    var problems = Diagnostics()
    var found: [Standard] = []
    for name in try names(path, range, files) {
      let file = path + "/" + name
      do throws(Diagnostics) {
        let root = try parseYAML(files.bytes(file, namedAt: range), file: file)
        found.append(try Standard(StandardFields.decoded(from: root)))
      } catch { problems.add(error) }
    }
    for (index, standard) in found.enumerated()
    where found[..<index].contains(where: { $0.id == standard.id }) {
      problems.add(.duplicateStandard(standard))
    }
    try problems.throwIfAny()
    return StandardLibrary(standards: found.sorted { ($0.validFrom, $0.id) < ($1.validFrom, $1.id) })
  }
  private static func names(
    _ path: String, _ range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> [String] {
    do throws(StageError) { return try files.list(path).filter { $0.hasSuffix(".yaml") } } catch {
      throw Diagnostics(Diagnostic("files.unreadable", error.message, at: range, hint: error.hint))
    }
  }

  /// Finds a standard that something names.
  ///
  /// - Throws: `standards.unknown` with the nearest id.
  public func resolve(_ id: String, at range: SourceRange?) throws(Diagnostics) -> Standard {
    if let standard = self[id] { return standard }
    throw Diagnostics(
      Diagnostic(
        "standards.unknown",
        Phrase(vi: "không có chuẩn nghèo '\(id)'", en: "there is no poverty standard '\(id)'"), at: range,
        hint: standards.map(\.id).suggestion(for: id)))
  }
}

extension Standard {
  init(_ fields: StandardFields) throws(Diagnostics) {
    var problems = Diagnostics()
    fields.checkNames(&problems)
    fields.checkClauses(&problems)
    let rules = ClassRules(fields, &problems)
    try problems.throwIfAny()
    self.init(
      id: fields.standard, name: fields.name.phrase, legalBasis: fields.legal,
      validFrom: fields.valid.from, validTo: fields.valid.to, meaning: fields.meaning.phrase,
      scope: fields.scope.map {
        Scope(province: $0.province, name: $0.name.phrase, clause: Clause($0.clause, $0.checked))
      },
      provisional: fields.provisional?.phrase, unchecked: fields.unchecked?.phrase, rules: rules,
      range: fields.$standard)
  }
}
extension Diagnostic {
  static func duplicateStandard(_ standard: Standard) -> Diagnostic {
    Diagnostic(
      "standards.duplicate",
      Phrase(
        vi: "hai tệp cùng mô tả chuẩn '\(standard.id)'",
        en: "two files describe the standard '\(standard.id)'"),
      at: standard.range,
      hint: Phrase(vi: "bỏ một tệp, hoặc đổi mã của nó", en: "remove one of them, or change its id"))
  }
}
