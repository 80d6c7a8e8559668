import Diagnostics
public import StageKit
import Synchronization

extension Output {
  /// A folder: `public/`, `office/`, `ledger/` and `provenance.json`.
  ///
  /// `public/` is built beside its place and exchanged with it in one step. The ledger entry is written as pending before
  /// the exchange and confirmed after it; an entry that a crash left pending is confirmed by the next run if `public/` is
  /// the one it speaks of, and dropped otherwise.
  public static func folder(_ root: String, _ system: FileSystem = .disk) -> Output {
    Output { (pipeline) throws(StageError) in
      let tree = OutputTree(root: root, system: system, pipeline: pipeline)
      try tree.prepare()
      return Publication(
        staging: { audience, step in tree.staging(audience, step) },
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
  private let staged = Mutex<[String: (file: StagedFile, step: String)]>([:])

  init(root: String, system: FileSystem, pipeline: CheckedPipeline) {
    (self.root, self.system, self.pipeline) = (root, system, pipeline)
  }
  private var edition: String { pipeline.info.edition?.id ?? "khong-ma" }
  private func folder(_ audience: Audience) -> String {
    audience == .everybody ? "\(root)/.public.new" : "\(root)/.office.new"
  }

  /// Removes what a crash left, and settles the ledger.
  func prepare() throws(StageError) {
    try system.makeFolder(root)
    for left in [".public.new", ".office.new", ".provenance.json.new"] { system.remove("\(root)/\(left)") }
    let mark = try system.read("\(root)/public/\(EditionMark.path)").map {
      String(decoding: $0, as: UTF8.self)
    }
    for name in system.list("\(root)/ledger") where name.hasSuffix(".pending") {
      let path = "\(root)/ledger/\(name)"
      let entry = try system.read(path) ?? []
      if let mark, mark.contains(sha256(entry)) {
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
      try self.put(path, bytes, audience, step)
    }
  }
  private func put(_ path: String, _ bytes: [UInt8], _ audience: Audience, _ step: String) throws(StageError)
  {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    precondition(
      !parts.contains("..") && !parts.contains("") && path != EditionMark.path, "a path inside the folder")
    let file = StagedFile(path: path, size: bytes.count, sha256: sha256(bytes))
    let other = staged.withLock { files in
      let other = files["\(audience.rawValue)/\(path)"]?.step
      files["\(audience.rawValue)/\(path)"] = (file, step)
      return other
    }
    if let other {
      throw StageError(
        Phrase(
          vi: "hai bước '\(other)' và '\(step)' cùng ghi '\(path)'",
          en: "the steps '\(other)' and '\(step)' both write '\(path)'"))
    }
    try system.write("\(folder(audience))/\(path)", bytes, false)
  }

  func publish(_ entry: [UInt8], _ report: RunReport) throws(StageError) {
    let files = staged.withLock { $0.values.map(\.file) }
    let hasSite = staged.withLock { $0.keys.contains { $0.hasPrefix(Audience.everybody.rawValue) } }
    try system.write("\(root)/.provenance.json.new", report.provenance(files), true)
    if hasSite {
      let mark = EditionMark(edition: edition, ledger: sha256(entry))
      try system.write("\(folder(.everybody))/\(EditionMark.path)", mark.bytes, true)
      let ledger = "\(root)/ledger/\(edition).ndjson"
      try system.write(ledger + ".pending", entry, true)
      try put(folder(.everybody), inPlaceOf: "\(root)/public")
      try system.rename(ledger + ".pending", ledger)
    }
    try system.rename("\(root)/.provenance.json.new", "\(root)/provenance.json")
    try writeOffice(report)
    system.remove(folder(.everybody))
  }

  func abandon(_ report: RunReport) {
    system.remove(folder(.everybody))
    system.remove("\(root)/.provenance.json.new")
    // The office's report is of use when it can be written; that it cannot adds nothing to the failure it would tell of.
    do { try writeOffice(report) } catch { system.remove(folder(.office)) }
  }
  private func writeOffice(_ report: RunReport) throws(StageError) {
    try system.write("\(folder(.office))/run.json", report.json, false)
    try system.write("\(folder(.office))/findings.ndjson", report.findingLines, false)
    try put(folder(.office), inPlaceOf: "\(root)/office")
    system.remove(folder(.office))
  }
  private func put(_ new: String, inPlaceOf old: String) throws(StageError) {
    if system.exists(old) { try system.exchange(new, old) } else { try system.rename(new, old) }
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
