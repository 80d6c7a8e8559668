import Diagnostics
public import StageKit

// Whether the ledger is as it was written.
extension OutputLedger {
  /// The entry of a name as it was written; `nil` when there is none.
  ///
  /// What `public/` is has the digest that its mark says, and what others came after has the digest that they found.
  ///
  /// - Throws: When it is another, or empty.
  func verified(_ name: String) throws(StageError) -> [UInt8]? {
    let entry = try system.read(path(name))
    let mark = try system.plainFile("\(root)/public/\(EditionMark.path)")
    if let mark, let live = try Output.published(in: root, system), live.name == name {
      func isLive(_ entry: [UInt8]) -> Bool { EditionMark(name: name, entry: entry).isSaid(by: mark) }
      if let entry, isLive(entry) { return entry }
      // A stop may have left what is public to be confirmed.
      if let left = try system.read(pending(name)), isLive(left) { return left }
      throw entry == nil ? .missingEntry(name) : .damagedEntry(name)
    }
    guard let entry else { return nil }
    guard !entry.isEmpty else { throw .damagedEntry(name) }
    if let strange = try entryOtherThanSaid(of: name) {
      throw system.exists(path(strange)) ? .damagedEntry(strange) : .missingEntry(strange)
    }
    return entry
  }
  /// The name of an entry that others of the ledger found otherwise than any of its edition is now; `nil` when all is as
  /// they found it.
  ///
  /// One that was replaced is kept under another name, and which name that is may change. What was withdrawn is as it was
  /// when it was published.
  private func entryOtherThanSaid(of name: String) throws(StageError) -> String? {
    guard !EditionName.isWithdrawal(name) else { return nil }
    let edition = EditionName.edition(of: name)
    let entries = names.filter { !EditionName.isWithdrawal($0) }
    var said: [(digest: String, name: String)] = []
    for other in entries { said += try head(of: other).digests(of: edition) }
    if let record = try withdrawal(of: edition), let digest = EntryHead.entryDigest(ofWithdrawal: record) {
      said.append((digest, edition))
    }
    guard !said.isEmpty else { return nil }
    var found: Set<String> = []
    for own in entries where EditionName.edition(of: own) == edition {
      if let bytes = try system.read(path(own)) { found.insert(sha256(bytes)) }
    }
    return said.first { !found.contains($0.digest) }?.name
  }
  private func withdrawal(of edition: String) throws(StageError) -> [UInt8]? {
    let name = EditionName.withdrawal(of: edition)
    if let record = try system.read(path(name)) { return record }
    return try system.read(pending(name))
  }

  /// Refuses a ledger that lacks what `public/` or one of its entries speaks of.
  ///
  /// - Throws: Which entry is missing.
  func requireAll() throws(StageError) {
    let live = try Output.published(in: root, system)
    let names = Set(Output.ledgerNames(in: root, system))
    if let live, !names.contains(live.name) { throw .missingEntry(live.name) }
    for name in names.sorted() {
      if EditionName.isWithdrawal(name) {
        let edition = EditionName.edition(of: name)
        if !names.contains(edition), let record = try withdrawal(of: edition),
          EntryHead.entryDigest(ofWithdrawal: record) != nil
        {
          throw .missingEntry(edition)
        }
      } else {
        let head = try head(of: name)
        if let previous = head.previous, !names.contains(previous) { throw .missingEntry(previous) }
        try requireReplaced(by: head, among: names)
      }
    }
  }
  /// Refuses a ledger without the entry that another took the place of, under any name of its edition.
  ///
  /// What it told is known to those who read it, and the next edition must be made with that in mind.
  private func requireReplaced(by head: EntryHead, among names: Set<String>) throws(StageError) {
    guard let replaced = head.replaces, let digest = head.replacesDigest else { return }
    let edition = EditionName.edition(of: replaced)
    for name in names where !EditionName.isWithdrawal(name) && EditionName.edition(of: name) == edition {
      if let bytes = try system.read(path(name)), sha256(bytes) == digest { return }
    }
    throw names.contains(replaced) ? .damagedEntry(replaced) : .missingEntry(replaced)
  }
  /// What an entry begins with, also one that a stop left to be confirmed.
  private func head(of name: String) throws(StageError) -> EntryHead {
    let file = system.exists(path(name)) ? path(name) : pending(name)
    guard system.exists(file) else { return EntryHead([]) }
    let start = try system.part(file, 0, 65_536)
    // Reasons may be long, and half a line says nothing.
    guard !start.contains(10) else { return EntryHead(start) }
    return EntryHead(try system.read(file) ?? [])
  }
}

extension Output.Published {
  /// The name under which the ledger has it.
  fileprivate var name: String { isWithdrawn ? EditionName.withdrawal(of: edition) : edition }
}
extension Output {
  /// Refuses a ledger that lacks what is published, or what one of its entries came after.
  ///
  /// - Throws: Which entry is missing.
  public static func requireLedger(in root: String, _ system: FileSystem = .disk) throws(StageError) {
    try OutputLedger(root: root, system: system).requireAll()
  }
  /// The SHA-256 of an entry, by which others say which one they mean.
  public static func digest(of entry: [UInt8]) -> String { sha256(entry) }
  /// The SHA-256 of the entry of an edition as it was published; `nil` when nothing says.
  ///
  /// What `public/` says counts before the ledger: an entry that was changed since is not what was published.
  public static func entryDigest(of edition: String, in root: String, _ system: FileSystem = .disk) -> String?
  {
    let ledger = OutputLedger(root: root, system: system)
    do throws(StageError) {
      if try published(in: root, system)?.edition == edition,
        let mark = try system.read("\(root)/public/\(EditionMark.path)"),
        let digest = EntryHead.entryDigest(ofMark: mark)
      {
        return digest
      }
      let record = try system.read(ledger.path(EditionName.withdrawal(of: edition)))
      if let digest = record.flatMap({ EntryHead.entryDigest(ofWithdrawal: $0) }) { return digest }
      // Of one that others found otherwise nobody knows what it was.
      return try ledger.verified(edition).map { sha256($0) }
    } catch { return nil }
  }
}
extension StageError {
  fileprivate static func missingEntry(_ name: String) -> StageError {
    StageError(
      Phrase(
        vi: "sổ công bố thiếu mục '\(name)' (tệp ledger/\(name).ndjson), đã được công bố",
        en: "the ledger lacks the entry '\(name)' (the file ledger/\(name).ndjson), which was published"),
      hint: Phrase(
        vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"),
      code: "ledger.damaged")
  }
  fileprivate static func damagedEntry(_ name: String) -> StageError {
    StageError(
      Phrase(
        vi: "sổ công bố hỏng: mục '\(name)' không còn như khi được ghi",
        en: "the ledger is damaged: the entry '\(name)' is not as it was written"),
      hint: Phrase(
        vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"),
      code: "ledger.damaged")
  }
}
