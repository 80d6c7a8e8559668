import Diagnostics
import StageKit

/// The folder `ledger/` of an output: an entry for every edition, and what was withdrawn.
///
/// What is about to be published is pending until `public/` has been exchanged. What a stop left pending is confirmed if
/// `public/` is the one it speaks of, and dropped otherwise.
struct OutputLedger: Sendable {
  let root: String
  let system: FileSystem

  static let suffix = ".ndjson"
  static let pendingSuffix = ".ndjson.pending"
  var folder: String { "\(root)/ledger" }
  func path(_ name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }
  func pending(_ name: String) -> String { "\(folder)/\(name)\(Self.pendingSuffix)" }

  /// Whether it is a folder, or can become one.
  var isFolder: Bool {
    switch system.kind(folder) {
    case nil, .folder: true
    case .link: system.exists("\(folder)/.")
    case .file, .other: false
    }
  }
  /// The names of all that was confirmed, sorted.
  var names: [String] {
    system.list(folder).filter { $0.hasSuffix(Self.suffix) }.map { String($0.dropLast(Self.suffix.count)) }
  }
  /// The names of all that is pending, sorted.
  var pendingNames: [String] {
    system.list(folder).filter { $0.hasSuffix(Self.pendingSuffix) }
      .map { String($0.dropLast(Self.pendingSuffix.count)) }
  }
  /// Whether `public/` is what a pending entry speaks of, or that cannot be told.
  func mayBePublic(pending name: String) -> Bool {
    do throws(StageError) { return try isPublic(pending: name, try mark()) } catch { return true }
  }
  private func mark() throws(StageError) -> [UInt8]? {
    try system.plainFile("\(root)/public/\(EditionMark.path)")
  }
  private func isPublic(pending name: String, _ mark: [UInt8]?) throws(StageError) -> Bool {
    EditionMark(name: name, entry: try system.read(pending(name)) ?? []).isSaid(by: mark)
  }
  /// Confirms or drops what is pending, and removes copies of entries that are in force.
  func settle() throws(StageError) {
    let mark = try mark()
    for name in pendingNames {
      if try isPublic(pending: name, mark) {
        try system.rename(pending(name), path(name))
      } else {
        system.remove(pending(name))
      }
    }
    for name in names where name.contains("~") && !EditionName.isWithdrawal(name) {
      guard try system.read(path(name)) == system.read(path(EditionName.edition(of: name))) else { continue }
      system.remove(path(name))
    }
  }
  /// Keeps a copy of the entry of an edition that another will take the place of.
  ///
  /// - Returns: The path of the copy; `nil` when there is no other entry.
  func keepReplaced(_ edition: String, by entry: [UInt8]) throws(StageError) -> String? {
    guard let old = try system.read(path(edition)), old != entry else { return nil }
    let copy = path(EditionName.replaced(edition, among: names))
    try system.write(copy, old, true)
    return copy
  }
}

/// The file in `public/` that says which edition it is and which ledger entry goes with it, or that it was withdrawn.
struct EditionMark {
  static let path = "lan-cong-bo.json"
  static let entryKey = "ledger_sha256"
  static let withdrawalKey = "withdrawal_sha256"
  static let filesKey = "files"
  let edition: String
  let isWithdrawn: Bool
  /// The files of the notice of a withdrawal, of which no provenance tells.
  private let files: [String]
  private let digest: String

  /// The mark of what the ledger has under a name.
  init(name: String, entry: [UInt8], files: [String] = []) {
    self.files = files
    edition = EditionName.edition(of: name)
    isWithdrawn = EditionName.isWithdrawal(name)
    digest = sha256(entry)
  }
  var bytes: [UInt8] {
    let key = isWithdrawn ? Self.withdrawalKey : Self.entryKey
    var pairs: [(String, JSON)] = [("edition", .string(edition)), (key, .string(digest))]
    if !files.isEmpty { pairs.append((Self.filesKey, .array(files.map { .string($0) }))) }
    return Array("\(JSON.object(pairs))\n".utf8)
  }
  /// Whether a file is this mark, whatever files of a notice it tells of.
  func isSaid(by mark: [UInt8]?) -> Bool {
    guard let mark else { return false }
    guard isWithdrawn else { return mark == bytes }
    return EntryHead.text("edition", in: mark) == edition
      && EntryHead.text(Self.withdrawalKey, in: mark) == digest
  }
}
