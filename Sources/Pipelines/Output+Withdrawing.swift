import Diagnostics
public import StageKit
import YAML

extension Output {
  /// What stands in `public/` of an output.
  public struct Published: Sendable, Hashable {
    /// The id of the edition.
    public let edition: String
    /// Whether there is only a notice that it was withdrawn.
    public let isWithdrawn: Bool
  }
  /// Which edition stands in `public/`; `nil` when nothing is published there.
  public static func published(
    in root: String, _ system: FileSystem = .disk
  ) throws(StageError) -> Published? {
    guard let bytes = try system.read("\(root)/public/\(EditionMark.path)") else { return nil }
    let node: Node
    do throws(Diagnostics) { node = try parseYAML(bytes, file: EditionMark.path) } catch { return nil }
    guard let edition = node["edition"]?.scalar else { return nil }
    return Published(edition: edition, isWithdrawn: node["withdrawal_sha256"] != nil)
  }
  /// The names of all that the ledger of an output has, also of what a stop left to be confirmed.
  ///
  /// What a stop left of an edition that was not published, or of a withdrawal that did not take place, is not among them:
  /// nobody has seen it, and the next run drops it.
  public static func ledgerNames(in root: String, _ system: FileSystem = .disk) -> [String] {
    let ledger = OutputLedger(root: root, system: system)
    return Set(ledger.names).union(ledger.pendingNames.filter { ledger.mayBePublic(pending: $0) }).sorted()
  }

  /// Takes what is published down in one step: `public/` holds the notice afterwards, and nothing else.
  ///
  /// Nothing of the old site is kept. When something fails, all of the old site is there, or all of the notice, and the
  /// ledger goes with it or is settled by the next command that writes into the output.
  ///
  /// - Parameters:
  ///   - edition: The edition that is taken down, which must be the one that stands in `public/`.
  ///   - root: The folder of the output.
  ///   - record: What the ledger keeps of it.
  ///   - notice: The files of the notice, by path.
  ///   - system: The disk.
  /// - Returns: Whether it was taken down now; what a stop had left of taking it down before is cleared away in any case.
  /// - Throws: When the disk fails, or another command writes into the folder.
  public static func withdraw(
    _ edition: String, in root: String, record: [UInt8], notice: [(path: String, bytes: [UInt8])],
    _ system: FileSystem = .disk
  ) throws(StageError) -> Bool {
    let lock = try FolderLock(of: root)
    defer { withExtendedLifetime(lock) {} }
    let ledger = OutputLedger(root: root, system: system)
    let (new, name) = ("\(root)/.public.new", EditionName.withdrawal(of: edition))
    system.remove(new)
    try ledger.settle()
    // Another command may have published since this one was told what to take down, or taken it down.
    guard let found = try published(in: root, system), found.edition == edition else {
      throw .publishedMeanwhile
    }
    if found.isWithdrawn { return false }
    do throws(StageError) {
      for file in notice { try system.write("\(new)/\(file.path)", file.bytes, false) }
      let mark = EditionMark(name: name, entry: record)
      try system.write("\(new)/\(EditionMark.path)", mark.bytes, false)
      try system.flush(root)
      try system.write(ledger.pending(name), record, true)
      let exchanges = [
        OutputExchange(new: new, old: "\(root)/public"),
        OutputExchange(new: ledger.pending(name), old: ledger.path(name)),
      ]
      try OutputExchange.put(exchanges, system) { system.remove(ledger.pending(name)) }
    } catch {
      system.remove(new)
      throw error
    }
    // What was public is gone for good.
    system.remove(new)
    return true
  }
}

extension StageError {
  fileprivate static let publishedMeanwhile = StageError(
    Phrase(
      vi: "một lệnh khác vừa công bố một lần khác vào thư mục này",
      en: "another command has just published another edition into the folder"),
    hint: Phrase(
      vi: "xem trang đang công bố rồi chạy lại", en: "look at what is published, and run again"))
}
