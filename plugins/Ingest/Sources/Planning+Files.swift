import Diagnostics
import Formats
import StageKit

extension Planning {
  /// The files of one path or several, each once, in the order named.
  mutating func files(_ paths: OneOf<Path, [Path]>) -> [String] {
    let paths =
      switch paths {
      case .first(let path): [path]
      case .second(let paths): paths
      }
    var files: [String] = []
    for path in paths {
      for file in self.files(matching: path) where !files.contains(file) { files.append(file) }
    }
    return files
  }
  /// The rules of the columns of a schema that is written in place or in a file; none when it is wrong, which is noted.
  mutating func rules(
    _ schema: OneOf<TableSchema, DocumentPath<TableSchema>>, namedAt range: SourceRange?
  ) -> [ColumnRule] {
    let found: TableSchema? =
      switch schema {
      case .first(let schema): schema
      case .second(let path): document(path)
      }
    guard let found else { return [] }
    do throws(Diagnostics) { return try found.rules(namedAt: range) } catch {
      report(error)
      return []
    }
  }
}
