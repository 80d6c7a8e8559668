import Diagnostics
import StageKit
import Tables
import YAML

/// What the first line of an entry says of the edition and of those before it; nothing where there is no such line.
struct EntryHead: Sendable, Hashable {
  private(set) var edition: String?
  private(set) var date: Day?
  private(set) var previous: String?
  private(set) var previousDigest: String?
  private(set) var replaces: String?
  private(set) var replacesDigest: String?

  /// Reads what an entry begins with.
  init(_ entry: some Collection<UInt8>) {
    // A line of JSON is YAML too; what is none says nothing.
    let node: Node
    do throws(Diagnostics) {
      node = try parseYAML(Array(entry.prefix { $0 != 10 }), file: "ledger")
    } catch { return }
    guard let edition = node.text(EditionKey.edition) else { return }
    self.edition = edition
    date = node.text(EditionKey.date).flatMap { Day(iso: $0) }
    (previous, previousDigest) = (node.text(EditionKey.previous), node.text(EditionKey.previousDigest))
    (replaces, replacesDigest) = (node.text(EditionKey.replaces), node.text(EditionKey.replacesDigest))
  }
  /// The digests that it says entries of an edition have.
  func digests(of edition: String) -> [String] {
    let ofPrevious = previous == edition ? previousDigest : nil
    let ofReplaced = replaces.map { EditionName.edition(of: $0) } == edition ? replacesDigest : nil
    return [ofPrevious, ofReplaced].compactMap { $0 }
  }
}

extension Node {
  /// A text under a key; `nil` for `null`.
  fileprivate func text(_ key: String) -> String? {
    guard let node = self[key] else { return nil }
    if case .scalar("null", plain: true) = node.content { return nil }
    return node.scalar
  }
}
