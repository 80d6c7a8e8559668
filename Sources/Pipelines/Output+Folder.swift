import Diagnostics
public import StageKit
import Synchronization

extension Output {
  /// A folder: `public/`, `office/`, `ledger/` and `provenance.json`.
  ///
  /// Everything is written beside its place, and then exchanged with what is there; when one exchange fails, those before
  /// it are taken back. The ledger entry is pending until `public/` has been exchanged; an entry that a crash left pending
  /// is confirmed by the next run if `public/` is the one it speaks of, and dropped otherwise.
  public static func folder(_ root: String, _ system: FileSystem = .disk) -> Output {
    Output { (pipeline) throws(StageError) in
      let tree = OutputTree(root: root, system: system, pipeline: pipeline)
      try tree.prepare()
      return Publication(
        staging: { audience, step in tree.staging(audience, step) }, scratch: tree.scratch,
        publish: { (entry, report) throws(StageError) in try tree.publish(entry, report) },
        abandon: { tree.abandon($0) })
    }
  }
  /// The ledger entry of an edition that was published into a folder; `nil` when there is none.
  public static func ledgerEntry(
    _ edition: String, in root: String, _ system: FileSystem = .disk
  ) throws(StageError) -> [UInt8]? {
    guard !edition.isEmpty, !edition.contains("/") else { return nil }
    return try system.read("\(root)/ledger/\(edition).ndjson")
  }
}

/// The folders of one output while a run writes to them.
private final class OutputTree: Sendable {
  private let root: String
  private let system: FileSystem
  private let pipeline: CheckedPipeline
  private let staged = Mutex<[String: WrittenFile]>([:])
  private let lock = Mutex<FolderLock?>(nil)

  init(root: String, system: FileSystem, pipeline: CheckedPipeline) {
    (self.root, self.system, self.pipeline) = (root, system, pipeline)
  }
  /// The files that are written here, which no sink may write.
  private static let own = ["everybody/\(EditionMark.path)", "office/run.json", "office/findings.ndjson"]
  private var edition: String { pipeline.info.edition?.id ?? "khong-ma" }
  private var pending: String { "\(root)/ledger/\(edition)\(Self.pendingSuffix)" }
  private static let pendingSuffix = ".ndjson.pending"
  private func folder(_ audience: Audience) -> String {
    audience == .everybody ? "\(root)/.public.new" : "\(root)/.office.new"
  }

  /// Removes what a crash left, and settles the ledger.
  func prepare() throws(StageError) {
    try system.makeFolder(root)
    let lock = try FolderLock(of: root)
    self.lock.withLock { $0 = lock }
    for left in [".public.new", ".office.new", ".spill.new", ".provenance.json.new"] {
      system.remove("\(root)/\(left)")
    }
    let mark = try system.read("\(root)/public/\(EditionMark.path)")
    for name in system.list("\(root)/ledger") where name.hasSuffix(Self.pendingSuffix) {
      let path = "\(root)/ledger/\(name)"
      let edition = String(name.dropLast(Self.pendingSuffix.count))
      let entry = try system.read(path) ?? []
      if mark == EditionMark(edition: edition, ledger: sha256(entry)).bytes {
        try system.rename(path, String(path.dropLast(".pending".count)))
      } else {
        system.remove(path)
      }
    }
    try system.makeFolder(folder(.office))
  }

  func staging(_ audience: Audience, _ step: String) -> Staging {
    let prefix = audience.rawValue + "/"
    return Staging {
      self.staged.withLock { files in
        files.filter { $0.key.hasPrefix(prefix) }.map(\.value.file).sorted { $0.path < $1.path }
      }
    } put: { (path, bytes) throws(StageError) in
      try self.note(path, bytes, audience, step, isOpen: false)
      try self.system.write("\(self.folder(audience))/\(path)", bytes, false)
    } add: { (path, bytes) throws(StageError) in
      try self.note(path, bytes, audience, step, isOpen: true)
      try self.system.append("\(self.folder(audience))/\(path)", bytes)
    }
  }
  /// Notes what a sink writes, unless another has written it.
  private func note(
    _ path: String, _ bytes: [UInt8], _ audience: Audience, _ step: String, isOpen: Bool
  ) throws(StageError) {
    let name = "\(audience.rawValue)/\(path)"
    guard !Self.own.contains(name), !name.hasPrefix("office/rejected/") else {
      throw StageError(
        Phrase(
          vi: "'\(path)' do chương trình tự ghi", en: "'\(path)' is written by the program itself"))
    }
    let other = staged.withLock { files -> String? in
      guard let known = files[name] else {
        files[name] = WrittenFile(path, bytes, of: step, isOpen: isOpen)
        return nil
      }
      guard known.isOpen, isOpen, known.step == step else { return known.step }
      files[name]?.append(bytes)
      return nil
    }
    guard let other else { return }
    throw StageError(
      Phrase(
        vi: "hai bước '\(other)' và '\(step)' cùng ghi '\(path)'",
        en: "the steps '\(other)' and '\(step)' both write '\(path)'"))
  }

  /// Files written bit by bit: those of the office in its staging folder, others in a folder of their own.
  var scratch: Scratch {
    @Sendable func full(_ path: String) -> String {
      path.hasPrefix("office/") ? "\(folder(.office))/\(path.dropFirst(7))" : "\(root)/.spill.new/\(path)"
    }
    let system = system
    return Scratch(
      append: { (path, bytes) throws(StageError) in try system.append(full(path), bytes) },
      part: { (path, offset, count) throws(StageError) in try system.part(full(path), offset, count) },
      remove: { system.remove(full($0)) })
  }

  func publish(_ entry: [UInt8], _ report: RunReport) throws(StageError) {
    let files = staged.withLock { $0.values.map(\.file) }
    let hasSite = staged.withLock { $0.keys.contains { $0.hasPrefix(Audience.everybody.rawValue) } }
    try system.write("\(root)/.provenance.json.new", report.provenance(files), true)
    try writeOffice(report)
    var swaps: [Swap] = []
    if hasSite {
      let mark = EditionMark(edition: edition, ledger: sha256(entry))
      try system.write("\(folder(.everybody))/\(EditionMark.path)", mark.bytes, false)
      // A power cut after the exchange must find whole pages, not the empty files that were still to be written.
      try system.flush(root)
      try system.write(pending, entry, true)
      swaps.append(Swap(new: folder(.everybody), old: "\(root)/public"))
      swaps.append(Swap(new: pending, old: "\(root)/ledger/\(edition).ndjson"))
    }
    swaps.append(Swap(new: "\(root)/.provenance.json.new", old: "\(root)/provenance.json"))
    swaps.append(Swap(new: folder(.office), old: "\(root)/office"))
    try put(swaps)
    for swap in swaps { system.remove(swap.new) }
    system.remove("\(root)/.spill.new")
  }

  func abandon(_ report: RunReport) {
    system.remove(folder(.everybody))
    system.remove("\(root)/.provenance.json.new")
    system.remove("\(root)/.spill.new")
    // The office's report is of use when it can be written; that it cannot adds nothing to the failure it would tell of.
    do {
      try writeOffice(report)
      try put([Swap(new: folder(.office), old: "\(root)/office")])
    } catch {}
    system.remove(folder(.office))
  }
  private func writeOffice(_ report: RunReport) throws(StageError) {
    try system.write("\(folder(.office))/run.json", report.json, false)
    try system.write("\(folder(.office))/findings.ndjson", report.findingLines, false)
  }

  /// A file or folder, and the place of the old one.
  private struct Swap {
    let new: String
    let old: String
  }
  /// Puts everything in place, or leaves all as it was.
  private func put(_ swaps: [Swap]) throws(StageError) {
    var done: [(swap: Swap, wasThere: Bool)] = []
    do throws(StageError) {
      for swap in swaps {
        let isThere = system.exists(swap.old)
        if isThere { try system.exchange(swap.new, swap.old) } else { try system.rename(swap.new, swap.old) }
        done.append((swap, isThere))
      }
    } catch {
      takeBack(done)
      throw error
    }
  }
  /// What cannot be taken back either is settled by the next run, which finds the entry of the new site pending.
  private func takeBack(_ done: [(swap: Swap, wasThere: Bool)]) {
    do {
      for (swap, wasThere) in done.reversed() {
        if wasThere { try system.exchange(swap.new, swap.old) } else { try system.rename(swap.old, swap.new) }
      }
      system.remove(pending)
    } catch {}
  }
}

/// The file in `public/` that says which edition it is and which ledger entry goes with it.
struct EditionMark {
  static let path = "lan-cong-bo.json"
  let edition: String
  let ledger: String
  var bytes: [UInt8] {
    Array("\(JSON.object([("edition", .string(edition)), ("ledger_sha256", .string(ledger))]))\n".utf8)
  }
}
