package import Diagnostics

/// The path of a document, whatever its type.
package protocol NamedDocument: Sendable {
  /// Reads the document, to find what is wrong with it.
  func read(by loader: DocumentLoader) throws(Diagnostics)
}
extension DocumentPath: NamedDocument {
  package func read(by loader: DocumentLoader) throws(Diagnostics) {
    _ = try loader.load(Document.self, path)
  }
}

extension StageOptions {
  /// The documents that decoded options name, wherever they stand in them, in the order declared.
  ///
  /// A step that cannot be planned asks for none; its documents are read all the same, so that the mistakes of all files
  /// are told in one pass.
  package var documents: [any NamedDocument] {
    var found: [any NamedDocument] = []
    collect(self, &found)
    return found
  }
}

private func collect(_ value: Any, _ found: inout [any NamedDocument]) {
  if let document = value as? any NamedDocument {
    found.append(document)
    return
  }
  for child in Mirror(reflecting: value).children { collect(child.value, &found) }
}
