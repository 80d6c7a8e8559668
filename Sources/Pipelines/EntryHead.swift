import Formats
import StageKit
import Tables

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
    // What is no line of JSON says nothing.
    guard let line = JSON(line: Array(entry.prefix { $0 != 10 })[...]),
      let edition = line.text(EditionKey.edition)
    else { return }
    self.edition = edition
    date = line.text(EditionKey.date).flatMap { Day(iso: $0) }
    (previous, previousDigest) = (line.text(EditionKey.previous), line.text(EditionKey.previousDigest))
    (replaces, replacesDigest) = (line.text(EditionKey.replaces), line.text(EditionKey.replacesDigest))
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

  /// A text of a line of JSON; `nil` when there is none.
  static func text(_ key: String, in line: [UInt8]) -> String? {
    JSON(line: line[...])?.text(key)
  }
}

extension JSON {
  /// A text under a key; `nil` for `null`.
  fileprivate func text(_ key: String) -> String? {
    if case .string(let text)? = self[key] { text } else { nil }
  }
}
