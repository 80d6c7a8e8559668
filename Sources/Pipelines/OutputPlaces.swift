import Diagnostics
import StageKit
import YAML

/// The places of an output folder, and what others may have put there.
struct OutputPlaces: Sendable {
  let root: String
  let system: FileSystem

  /// The files of `public/` and `office/` that the program writes itself.
  static let ownPublic = [EditionMark.path]
  static let ownOffice = ["run.json", "findings.ndjson", "changes.csv", "changes.json"]
  /// Refuses an output in which something stands that a run would replace and did not make, before anything is touched.
  func refuseForeign(isPublishing: Bool) throws(StageError) {
    // A ledger that cannot be looked into is not an empty one.
    for folder in ["", "/office", "/public", "/ledger"] where system.kind(root + folder) == .folder {
      try system.mustList(root + folder)
    }
    if isPublishing {
      try refuse("public", unless: EditionMark.path)
      let ledger = "\(root)/ledger"
      if system.kind(ledger) == .file || system.kind(ledger) == .other {
        throw .foreign(ledger, isFile: true)
      }
    }
    try refuse("office", unless: "run.json")
    let provenance = "\(root)/provenance.json"
    if let kind = system.kind(provenance), kind != .file {
      throw .foreign(provenance, isFile: kind != .folder)
    }
  }
  private func refuse(_ folder: String, unless own: String) throws(StageError) {
    let path = "\(root)/\(folder)"
    switch system.kind(path) {
    case nil: return
    case .link(let target): throw .linked(path, to: target)
    case .folder:
      guard !system.exists("\(path)/\(own)"), !system.list(path).isEmpty else { return }
      if folder == "public", try isSite() { throw .damagedMark }
      throw .foreign(path, isFile: false)
    case .file, .other: throw .foreign(path, isFile: true)
    }
  }
  /// Whether what stands in `public/` without a mark is a site of this program all the same.
  private func isSite() throws(StageError) -> Bool {
    guard try Output.unmarked(in: root, system)?.isEmpty == false else { return false }
    // After a run for the office alone there is an edition too, and no site.
    if !Output.ledgerNames(in: root, system).isEmpty { return true }
    return try madePublic() != nil
  }
  /// Refuses a `public` that is a link: what it leads to would stay as it is.
  func refuseLink() throws(StageError) {
    let path = "\(root)/public"
    if case .link(let target) = system.kind(path) { throw .linked(path, to: target) }
  }

  /// The edition of the last run that wrote here; `nil` when nothing says so.
  func lastEdition() throws(StageError) -> String? {
    try node("provenance.json")?["edition"]?.scalar.map { $0.isEmpty ? Output.withoutEdition : $0 }
  }

  /// What the provenance has of who published an edition, as the first line of its entry; empty when it is of another.
  func headKept(of edition: String) throws(StageError) -> [UInt8] {
    guard let found = try node("provenance.json"), found["edition"]?.scalar == edition,
      let publisher = found[RunReport.publisherKey]?.pairs
    else { return [] }
    var line: [(String, JSON)] = [(EditionKey.edition, .string(edition))]
    if let pipeline = found["pipeline"]?.scalar { line.append(("pipeline", .string(pipeline))) }
    for (key, value) in publisher {
      if let key = key.scalar, let text = value.scalar { line.append((key, .string(text))) }
    }
    return Array("\(JSON.object(line))\n".utf8)
  }

  // MARK: What runs made

  /// What stands in `public/` by what is written of it: the files of a notice, or those of the run that made the site; `nil`
  /// when nothing says so.
  func madePublic() throws(StageError) -> Set<String>? {
    if let mark = try node("public/\(EditionMark.path)"), mark[EditionMark.withdrawalKey] != nil,
      let notice = mark[EditionMark.filesKey]?.items
    {
      return Set(notice.compactMap(\.scalar) + Self.ownPublic)
    }
    return try madePublic(by: "provenance.json").map { Set($0 + Self.ownPublic) }
  }
  /// What is written of the site in a provenance, which a run for the office alone has taken over; `nil` when none of it is
  /// there.
  private func madePublic(by provenance: String) throws(StageError) -> [String]? {
    guard let found = try node(provenance) else { return nil }
    let outputs = found["outputs"]?.items?.compactMap { $0["path"]?.scalar } ?? []
    let files = found[RunReport.publishedKey]?.items?.compactMap(\.scalar) ?? outputs
    return files.contains { system.exists("\(root)/public/\($0)") } ? files : nil
  }
  /// The files of the site that a run for the office alone leaves as it is, for its own provenance.
  func publishedBefore() throws(StageError) -> [String] {
    let files = try madePublic(by: "provenance.json") ?? []
    return files.filter { system.kind("\(root)/public/\($0)") == .file }.sorted()
  }
  /// Puts the provenance of the site in its place that a stop left beside it.
  ///
  /// - Throws: When the disk refuses.
  func settleProvenance() throws(StageError) {
    let left = ".provenance.json.new"
    guard system.kind("\(root)/\(left)") == .file, let new = try madePublic(by: left) else { return }
    let old = Set(try madePublic(by: "provenance.json") ?? [])
    let all = files(in: "public").map { String($0.dropFirst(7)) }
    let (made, known) = (Set(new), all.count { old.contains($0) })
    guard all.count(where: { made.contains($0) }) > known else { return }
    try system.rename("\(root)/\(left)", "\(root)/provenance.json")
  }
  /// What the last run wrote for the office; `nil` when it did not say.
  func madeOffice() throws(StageError) -> Set<String>? {
    guard let report = try node("office/run.json"), let own = report["files"]?.items else { return nil }
    let sheets = (report["rejected"]?.items ?? []).compactMap { $0["path"]?.scalar }
    return Set(own.compactMap(\.scalar) + Self.ownOffice + sheets.flatMap(rejected))
  }
  /// A sheet of reasons for rejected rows, and the sheet of the rows beside it.
  ///
  /// Where rows stand in both forms one of them is another's, and nothing says which.
  private func rejected(_ reasons: String) -> [String] {
    let rows = Quarantine.rows(beside: reasons).filter { system.kind("\(root)/office/\($0)") != nil }
    return [reasons] + (rows.count == 1 ? rows : [])
  }
  /// What a file of the program's own says; `nil` when it is none of them any more.
  private func node(_ path: String) throws(StageError) -> Node? {
    guard let bytes = try system.plainFile("\(root)/\(path)") else { return nil }
    do throws(Diagnostics) { return try parseYAML(bytes, file: path) } catch { return nil }
  }
}

extension StageError {
  fileprivate static func foreign(_ path: String, isFile: Bool) -> StageError {
    StageError(
      isFile
        ? Phrase(
          vi: "'\(path)' đã có và không phải do chương trình này làm ra; không đụng đến gì",
          en: "'\(path)' is there and was not made by this program; nothing was touched")
        : Phrase(
          vi: "'\(path)' có sẵn tệp mà chương trình này không làm ra; không đụng đến gì",
          en: "'\(path)' has files that this program did not make; nothing was touched"),
      hint: Phrase(
        vi: "chọn thư mục khác bằng --output, hoặc tự chuyển các tệp ấy đi nơi khác",
        en: "choose another folder by --output, or move those files away yourself"),
      code: "output.foreign")
  }
  fileprivate static func linked(_ path: String, to target: String) -> StageError {
    StageError(
      Phrase(
        vi: "'\(path)' là liên kết tới '\(target)', nên trang ở đó sẽ không được thay; không đụng đến gì",
        en: "'\(path)' is a link to '\(target)', where the site would stay as it is; nothing was touched"),
      hint: Phrase(
        vi: "bỏ liên kết và chuyển thư mục ấy về đúng '\(path)'; máy chủ web có thể liên kết ngược lại",
        en: "remove the link and move that folder to '\(path)'; a web server may have a link to it instead"),
      code: "output.linked")
  }
}
