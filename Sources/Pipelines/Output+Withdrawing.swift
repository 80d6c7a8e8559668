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
  ///
  /// - Throws: When the disk refuses, or the file that says it is damaged.
  public static func published(
    in root: String, _ system: FileSystem = .disk
  ) throws(StageError) -> Published? {
    let found: [UInt8]?
    do throws(StageError) { found = try system.read("\(root)/public/\(EditionMark.path)") } catch {
      throw error.code == StageError.noPlainFileCode ? .damagedMark : error
    }
    guard let bytes = found else { return nil }
    let node: Node
    do throws(Diagnostics) { node = try parseYAML(bytes, file: EditionMark.path) } catch {
      throw .damagedMark
    }
    guard let edition = node["edition"]?.scalar else { throw .damagedMark }
    return Published(edition: edition, isWithdrawn: node[EditionMark.withdrawalKey] != nil)
  }
  /// The names of all that the ledger of an output has, also of what a stop left to be confirmed.
  ///
  /// What a stop left of an edition that was not published, or of a withdrawal that did not take place, is not among them:
  /// nobody has seen it, and the next run drops it.
  public static func ledgerNames(in root: String, _ system: FileSystem = .disk) -> [String] {
    let ledger = OutputLedger(root: root, system: system)
    // What is confirmed between the two looks is seen by the second.
    let pending = ledger.pendingNames.filter { ledger.mayBePublic(pending: $0) }
    return Set(pending).union(ledger.names).sorted()
  }

  /// The editions that a site may be of which nothing says which it is, sorted.
  ///
  /// - Returns: `nil` when there is no site that this program can have made.
  /// - Throws: When the disk refuses.
  public static func unmarked(
    in root: String, _ system: FileSystem = .disk
  ) throws(StageError) -> [String]? {
    guard system.kind("\(root)/public") == .folder, !system.list("\(root)/public").isEmpty else { return nil }
    let names = ledgerNames(in: root, system)
    let down = names.filter { EditionName.isWithdrawal($0) }.map { EditionName.edition(of: $0) }
    let last = try OutputPlaces(root: root, system: system).lastEdition().map { [$0] } ?? []
    return Set(EditionName.editions(among: names) + last).subtracting(down).sorted()
  }

  /// What became of taking an edition down.
  public enum Withdrawing: Sendable, Hashable {
    /// It was taken down.
    case done
    /// It was taken down, and the ledger does not know: it is no folder.
    case unrecorded
    /// It had been taken down before, and the notice is another now.
    case mended
    /// It had been taken down before, with the same notice.
    case unchanged
  }
  /// The paths of files in `public/` that others put there, as far as it can be told; a withdrawal removes them too.
  public static func strangers(in root: String, _ system: FileSystem = .disk) -> [String] {
    OutputPlaces(root: root, system: system).publicStrangers
  }
  /// The paths of files that were moved out of `public/` and kept, of which some may be of a site that is withdrawn.
  public static func keptPublic(in root: String, _ system: FileSystem = .disk) -> [String] {
    OutputPlaces(root: root, system: system).keptPublic
  }
  /// What the provenance of an output has of who published an edition, as the first line of its entry; empty when it has
  /// nothing of it.
  public static func headKept(of edition: String, in root: String, _ system: FileSystem = .disk) -> [UInt8] {
    do throws(StageError) {
      return try OutputPlaces(root: root, system: system).headKept(of: edition)
    } catch { return [] }
  }
  /// What taking an edition down has done.
  public struct TakenDown: Sendable, Hashable {
    /// What became of it.
    public let outcome: Withdrawing
    /// The paths of what was public and cannot be removed, in the folder of the output; none as a rule.
    public let left: [String]
  }
  /// Takes what is published down in one step: `public/` holds the notice afterwards, and nothing else.
  ///
  /// Nothing of the old site is kept. When something fails, all of the old site is there, or all of the notice, and the
  /// ledger goes with it or is settled by the next command that writes into the output.
  ///
  /// - Parameters:
  ///   - edition: The edition that is taken down, which must be the one that stands in `public/`, unless nothing says
  ///     which does.
  ///   - root: The folder of the output.
  ///   - record: What the ledger keeps of it.
  ///   - notice: The files of the notice, by path.
  ///   - system: The disk.
  /// - Returns: What became of it; what a stop had left of taking it down before is cleared away in any case.
  /// - Throws: When the disk fails, or another command writes into the folder.
  public static func withdraw(
    _ edition: String, in root: String, record: [UInt8], notice: [(path: String, bytes: [UInt8])],
    _ system: FileSystem = .disk
  ) throws(StageError) -> TakenDown {
    let lock = try FolderLock(of: root)
    defer { withExtendedLifetime(lock) {} }
    let places = OutputPlaces(root: root, system: system)
    try places.refuseLink()
    _ = places.removeOldSites()
    try OutputLedger(root: root, system: system).settle()
    // Another command may have published since this one was told what to take down, or taken it down.
    let found = try readable(in: root, system)
    let known = found == nil ? try unmarked(in: root, system) ?? [] : []
    guard found?.edition == edition || known.contains(edition) else { throw .publishedMeanwhile }
    let outcome = try replace(edition, wasWithdrawn: found?.isWithdrawn ?? false, places, record, notice)
    // What was public is gone for good.
    return TakenDown(outcome: outcome, left: places.removeOldSites())
  }
  /// Puts the notice in the place of what is public, unless it stands there.
  private static func replace(
    _ edition: String, wasWithdrawn: Bool, _ places: OutputPlaces, _ record: [UInt8],
    _ notice: [(path: String, bytes: [UInt8])]
  ) throws(StageError) -> Withdrawing {
    let (root, system) = (places.root, places.system)
    let ledger = OutputLedger(root: root, system: system)
    let name = EditionName.withdrawal(of: edition)
    if wasWithdrawn, try system.read(ledger.path(name)) == record { return .unchanged }
    let pending = ledger.isFolder ? ledger.pending(name) : nil
    let new = "\(root)/\(places.freeForNotice())"
    do throws(StageError) {
      for file in notice { try system.write("\(new)/\(file.path)", file.bytes, false) }
      let mark = EditionMark(name: name, entry: record, files: notice.map(\.path))
      try system.write("\(new)/\(EditionMark.path)", mark.bytes, false)
      try system.flush(root)
      var exchanges = [OutputExchange(new: new, old: "\(root)/public")]
      if let pending {
        try system.write(pending, record, true)
        exchanges.append(OutputExchange(new: pending, old: ledger.path(name)))
      }
      try OutputExchange.put(exchanges, system) { if let pending { system.remove(pending) } }
    } catch {
      system.remove(new)
      throw error
    }
    guard let pending else { return .unrecorded }
    system.remove(pending)
    return wasWithdrawn ? .mended : .done
  }
  /// What stands in `public/`; `nil` also when its mark says nothing.
  private static func readable(in root: String, _ system: FileSystem) throws(StageError) -> Published? {
    do throws(StageError) { return try published(in: root, system) } catch {
      guard error.code == StageError.damagedMark.code else { throw error }
      return nil
    }
  }
}

extension StageError {
  static let damagedMark = StageError(
    Phrase(
      vi: "public/\(EditionMark.path) thiếu hoặc hỏng: không rõ đang công bố lần nào",
      en: "public/\(EditionMark.path) is missing or damaged: nothing says which edition is published"),
    hint: Phrase(
      vi: "khôi phục tệp ấy từ bản sao, hoặc gỡ trang bằng `minhbach withdraw` với --edition; "
        + "nếu public/ không phải trang của chương trình này thì chuyển nó đi nơi khác",
      en: "restore that file from a copy, or take the site down by `minhbach withdraw` with --edition; "
        + "if public/ is no site of this program, move it away"),
    code: "output.mark")
  fileprivate static let publishedMeanwhile = StageError(
    Phrase(
      vi: "một lệnh khác vừa công bố một lần khác vào thư mục này",
      en: "another command has just published another edition into the folder"),
    hint: Phrase(
      vi: "xem trang đang công bố rồi chạy lại", en: "look at what is published, and run again"))
}
