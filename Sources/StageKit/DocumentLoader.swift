package import Diagnostics
import Synchronization

/// Reads each document of a pipeline once, and remembers what it gave.
package final class DocumentLoader: Sendable {
  package let files: ProjectFiles
  private let known = Mutex<[String: Result<any Resource, Diagnostics>]>([:])
  package init(files: ProjectFiles) { self.files = files }

  package func load<R: Resource>(_: R.Type, _ path: Path) throws(Diagnostics) -> R {
    let resolved = try files.resolved(path)
    let key = "\(R.key):\(resolved)"
    if case .success(let resource)? = known.withLock({ $0[key] }), let resource = resource as? R {
      return resource
    }
    if case .failure(let problems)? = known.withLock({ $0[key] }) { throw problems }
    do {
      let resource = try R.load(resolved, namedAt: path.range, files)
      known.withLock { $0[key] = .success(resource) }
      return resource
    } catch {
      known.withLock { $0[key] = .failure(error) }
      throw error
    }
  }
  /// Whether the file at a path was read as a document of another type, too.
  package func isRead(_ path: Path, asOtherThan type: any Resource.Type) throws(Diagnostics) -> Bool {
    let resolved = try files.resolved(path)
    return known.withLock { known in
      known.keys.contains { key in
        let parts = key.split(separator: ":", maxSplits: 1)
        return parts.first ?? "" != type.key && parts.last ?? "" == resolved
      }
    }
  }
}

extension ProjectFiles {
  /// The files of a path whose last part may hold `*`, sorted by name.
  package func matching(_ path: Path) throws(Diagnostics) -> [String] {
    let resolved = try resolved(path)
    guard resolved.contains("*") else {
      try refuseMissing(resolved, namedAt: path.range)
      return [resolved]
    }
    let parts = resolved.split(separator: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let names: [String]
    do { names = try list(folder) } catch {
      throw Diagnostics(Diagnostic("files.unreadable", error.message, at: path.range, hint: error.hint))
    }
    let pieces = (parts.last ?? "").split(separator: "*", omittingEmptySubsequences: false)
    let found = names.filter { $0.isMatched(by: pieces) }.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    guard !found.isEmpty else {
      throw Diagnostics(
        Diagnostic(
          "files.no-match",
          Phrase(vi: "không có tệp nào khớp '\(path.text)'", en: "no file matches '\(path.text)'"),
          at: path.range))
    }
    return found
  }
  /// Looks whether a file is there, by its name in its folder, so that nothing of it is read.
  ///
  /// - Throws: `files.unreadable` with the nearest name.
  private func refuseMissing(_ file: String, namedAt range: SourceRange?) throws(Diagnostics) {
    let prefix = ["cwd:", "share:"].first { file.hasPrefix($0) } ?? ""
    let path = file.dropFirst(prefix.count)
    let slash = path.lastIndex(of: "/")
    let name = String(slash.map { path[path.index(after: $0)...] } ?? path)
    let folder =
      prefix
      + (slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? (prefix.isEmpty ? "" : "."))
    let names: [String]
    do { names = try list(folder) } catch {
      throw Diagnostics(Diagnostic("files.unreadable", error.message, at: range, hint: error.hint))
    }
    guard !names.contains(name) else { return }
    throw Diagnostics(
      Diagnostic(
        "files.unreadable", Phrase(vi: "không có tệp '\(path)'", en: "there is no file '\(path)'"), at: range,
        hint: names.nearest(to: name).map {
          Phrase(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
        }))
  }
}
extension String {
  /// Whether the text is made of these pieces with anything between them.
  fileprivate func isMatched(by pieces: [Substring]) -> Bool {
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return self == pieces.first ?? ""
    }
    guard hasPrefix(first) else { return false }
    var rest = dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
