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
  /// What an edition without an id is called in the ledger.
  static let withoutEdition = "khong-ma"
  /// The ledger entry of an edition that was published into a folder; `nil` when there is none.
  ///
  /// - Throws: When it is not as it was written, or cannot be read.
  public static func ledgerEntry(
    _ edition: String, in root: String, _ system: FileSystem = .disk
  ) throws(StageError) -> [UInt8]? {
    guard !edition.isEmpty, !edition.contains("/") else { return nil }
    return try OutputLedger(root: root, system: system).verified(edition)
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
  private static let own =
    OutputPlaces.ownPublic.map { "everybody/\($0)" } + OutputPlaces.ownOffice.map { "office/\($0)" }
  private var edition: String { pipeline.info.edition?.id ?? Output.withoutEdition }
  private var ledger: OutputLedger { OutputLedger(root: root, system: system) }
  private var places: OutputPlaces { OutputPlaces(root: root, system: system) }
  private func folder(_ audience: Audience) -> String {
    audience == .everybody ? "\(root)/.public.new" : "\(root)/.office.new"
  }

  /// Removes what a crash left, and settles the ledger.
  func prepare() throws(StageError) {
    try places.refuseForeign(isPublishing: pipeline.isPublishing)
    if pipeline.isPublishing { _ = try Output.published(in: root, system) }
    try system.makeFolder(root)
    let lock = try FolderLock(of: root)
    self.lock.withLock { $0 = lock }
    try places.settleProvenance()
    _ = places.removeOldSites()
    for left in [OutputPlaces.newSite, ".office.new", ".spill.new", ".provenance.json.new"] {
      // What is left in the folder of the new site would be published with it.
      let files = places.remove(left)
      guard files.isEmpty else { throw StageError(.left(files, in: "\(root)/\(left)")) }
    }
    try ledger.settle()
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

  /// - Returns: What is told of files that others put into the folders that were replaced.
  func publish(_ entry: [UInt8], _ report: RunReport) throws(StageError) -> Diagnostics {
    let files = staged.withLock { $0.values.map(\.file) }
    let hasSite = staged.withLock { $0.keys.contains { $0.hasPrefix(Audience.everybody.rawValue) } }
    let before = hasSite ? [] : try places.publishedBefore()
    let provenance = report.provenance(files, published: before)
    try system.write("\(root)/.provenance.json.new", provenance, true)
    try writeOffice(report)
    let strangers = try places.keepStrangers(hasSite: hasSite)
    var swaps: [OutputExchange] = []
    var copy: String?
    do throws(StageError) {
      if hasSite {
        copy = try ledger.keepReplaced(edition, by: entry)
        swaps = try preparePublic(entry)
      }
      swaps.append(OutputExchange(new: "\(root)/.provenance.json.new", old: "\(root)/provenance.json"))
      swaps.append(OutputExchange(new: folder(.office), old: "\(root)/office"))
      try OutputExchange.put(swaps, system) { system.remove(ledger.pending(edition)) }
    } catch {
      // While the new entry is pending it may still take the place of the old one, of which the copy is then all there is.
      if let copy, !system.exists(ledger.pending(edition)) { system.remove(copy) }
      throw error
    }
    var (warnings, stuck) = places.moveStrangers(strangers)
    for swap in swaps where !stuck.contains(swap.new) { system.remove(swap.new) }
    system.remove("\(root)/.spill.new")
    warnings.add(leftovers(but: stuck))
    return warnings
  }
  /// What is told of folders that were replaced and cannot be removed.
  private func leftovers(but stuck: Set<String>) -> Diagnostics {
    var warnings = Diagnostics()
    for left in [".public.new", ".office.new", ".spill.new"] where !stuck.contains("\(root)/\(left)") {
      let files = places.remaining(in: left)
      if !files.isEmpty { warnings.add(.left(files, in: "\(root)/\(left)")) }
    }
    return warnings
  }
  /// Marks the new site, makes it durable, and notes its entry as pending.
  private func preparePublic(_ entry: [UInt8]) throws(StageError) -> [OutputExchange] {
    let mark = EditionMark(name: edition, entry: entry)
    try system.write("\(folder(.everybody))/\(EditionMark.path)", mark.bytes, false)
    // A power cut after the exchange must find whole pages, not the empty files that were still to be written.
    try system.flush(root)
    try system.write(ledger.pending(edition), entry, true)
    return [
      OutputExchange(new: folder(.everybody), old: "\(root)/public"),
      OutputExchange(new: ledger.pending(edition), old: ledger.path(edition)),
    ]
  }

  func abandon(_ report: RunReport) -> Diagnostics {
    system.remove(folder(.everybody))
    system.remove("\(root)/.provenance.json.new")
    system.remove("\(root)/.spill.new")
    var moved: (warnings: Diagnostics, stuck: Set<String>) = (Diagnostics(), [])
    // The office's report is of use when it can be written; that it cannot adds nothing to the failure it would tell of.
    do {
      try writeOffice(report)
      let strangers = officeStrangers
      try OutputExchange.put(
        [OutputExchange(new: folder(.office), old: "\(root)/office")], system, takenBack: {})
      moved = places.moveStrangers(strangers)
    } catch {}
    if !moved.stuck.contains(folder(.office)) { system.remove(folder(.office)) }
    moved.warnings.add(leftovers(but: moved.stuck))
    return moved.warnings
  }
  /// What others put into `office/`; more than that where it cannot be told, for the report must not wait for it.
  private var officeStrangers: Strangers {
    do throws(StageError) { return try places.keepStrangers(hasSite: false) } catch {
      return places.unknownOffice
    }
  }
  private func writeOffice(_ report: RunReport) throws(StageError) {
    let files = staged.withLock { files in
      files.keys.filter { $0.hasPrefix("office/") }.map { String($0.dropFirst(7)) }.sorted()
    }
    try system.write("\(folder(.office))/run.json", report.json(files: files), false)
    try system.write("\(folder(.office))/findings.ndjson", report.findingLines, false)
  }
}

extension CheckedPipeline {
  /// Whether a step writes for everybody.
  var isPublishing: Bool {
    steps.contains { step in
      if case .sink(.everybody, _) = step.work { true } else { false }
    }
  }
}
