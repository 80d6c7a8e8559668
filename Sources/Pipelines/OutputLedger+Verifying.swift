import Diagnostics
import StageKit

// Whether the ledger is as it was written.
extension OutputLedger {
  /// The entry of a name as it was written; `nil` when there is none.
  ///
  /// What `public/` is has the digest that its mark says, and what others came after has the digest that they found.
  ///
  /// - Throws: When it is another, or empty.
  func verified(_ name: String) throws(StageError) -> [UInt8]? {
    let entry = try system.read(path(name))
    let mark = try system.read("\(root)/public/\(EditionMark.path)")
    if let mark, let live = try Output.published(in: root, system), live.name == name {
      func isLive(_ entry: [UInt8]) -> Bool { EditionMark(name: name, entry: entry).bytes == mark }
      if let entry, isLive(entry) { return entry }
      // A stop may have left what is public to be confirmed.
      if let left = try system.read(pending(name)), isLive(left) { return left }
      throw .damagedEntry(name)
    }
    guard let entry else { return nil }
    guard !entry.isEmpty, try isAsOthersSay(name) else { throw .damagedEntry(name) }
    return entry
  }
  /// Whether all that came after an edition found one of its entries as it is now.
  ///
  /// One that was replaced is kept under another name, and which name that is may change.
  private func isAsOthersSay(_ name: String) throws(StageError) -> Bool {
    guard !EditionName.isWithdrawal(name) else { return true }
    let edition = EditionName.edition(of: name)
    let entries = names.filter { !EditionName.isWithdrawal($0) }
    var said: Set<String> = []
    for other in entries { said.formUnion(try head(of: other).digests(of: edition)) }
    guard !said.isEmpty else { return true }
    for own in entries where EditionName.edition(of: own) == edition {
      if let bytes = try system.read(path(own)) { said.remove(sha256(bytes)) }
    }
    return said.isEmpty
  }
  /// What an entry begins with.
  private func head(of name: String) throws(StageError) -> EntryHead {
    let start = try system.part(path(name), 0, 65_536)
    // Reasons may be long, and half a line says nothing.
    guard !start.contains(10) else { return EntryHead(start) }
    return EntryHead(try system.read(path(name)) ?? [])
  }
}

extension Output.Published {
  /// The name under which the ledger has it.
  fileprivate var name: String { isWithdrawn ? EditionName.withdrawal(of: edition) : edition }
}
extension StageError {
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
