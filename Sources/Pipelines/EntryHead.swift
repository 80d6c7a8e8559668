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
  /// The digests that it says entries of an edition have, each with the name it had for that entry.
  func digests(of edition: String) -> [(digest: String, name: String)] {
    let found = [(previous, previousDigest), (replaces, replacesDigest)]
    return found.compactMap { name, digest in
      guard let name, let digest, EditionName.edition(of: name) == edition else { return nil }
      return (digest, name)
    }
  }
  /// The digest that the record of a withdrawal has of the entry of its edition; `nil` when it does not say.
  static func entryDigest(ofWithdrawal record: [UInt8]) -> String? {
    text(EditionKey.entryDigest, in: record)
  }
  /// The digest of an entry that the mark of a site has; `nil` for that of a notice.
  static func entryDigest(ofMark mark: [UInt8]) -> String? { text(EditionMark.entryKey, in: mark) }

  private static func text(_ key: String, in line: [UInt8]) -> String? {
    do throws(Diagnostics) { return try parseYAML(line, file: "ledger").text(key) } catch { return nil }
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
