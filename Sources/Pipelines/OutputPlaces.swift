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
  /// Where copies go of what others put into a folder that is replaced.
  static let kept = "giu-lai"

  /// Refuses an output in which something stands that a run would replace and did not make, before anything is touched.
  func refuseForeign(isPublishing: Bool) throws(StageError) {
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
      throw .foreign(path, isFile: false)
    case .file, .other: throw .foreign(path, isFile: true)
    }
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

  /// Copies what others put into the folders that will be replaced.
  ///
  /// A published site holds only what the run has looked through; what is not of it is not lost without a word.
  ///
  /// - Returns: A warning that names it.
  func keepStrangers(hasSite: Bool) throws(StageError) -> Diagnostics {
    var all: [String] = []
    if hasSite, let made = try madePublic() { all += strangers(in: "public", made: made) }
    if let made = try madeOffice() { all += strangers(in: "office", made: made) }
    for path in all where system.kind("\(root)/\(path)") == .file {
      try keep(path, try system.read("\(root)/\(path)") ?? [])
    }
    return all.isEmpty ? Diagnostics() : Diagnostics(.strangers(all, keptIn: "\(root)/\(Self.kept)"))
  }
  private func keep(_ path: String, _ bytes: [UInt8]) throws(StageError) {
    for number in 0... {
      let copy = "\(root)/\(Self.kept)/\(path)" + (number == 0 ? "" : "~\(number)")
      let known = try system.read(copy)
      if known == bytes { return }
      if known == nil { return try system.write(copy, bytes, true) }
    }
  }
  private func strangers(in folder: String, made: Set<String>) -> [String] {
    files(in: folder).filter { !made.contains(String($0.dropFirst(folder.count + 1))) }
  }
  /// The paths of all files in a folder, however deep.
  private func files(in folder: String) -> [String] {
    system.list("\(root)/\(folder)").flatMap { name in
      let path = "\(folder)/\(name)"
      return system.kind("\(root)/\(path)") == .folder ? files(in: path) : [path]
    }
  }
  /// What the run that published the site wrote there; `nil` when `provenance.json` is that of a run without a site.
  private func madePublic() throws(StageError) -> Set<String>? {
    let outputs = try node("provenance.json")?["outputs"]?.items?.compactMap { $0["path"]?.scalar } ?? []
    guard outputs.contains(where: { system.exists("\(root)/public/\($0)") }) else { return nil }
    return Set(outputs + Self.ownPublic)
  }
  /// What the last run wrote for the office; `nil` when it did not say.
  private func madeOffice() throws(StageError) -> Set<String>? {
    guard let report = try node("office/run.json"), let own = report["files"]?.items else { return nil }
    let rejected = files(in: "office/rejected").map { String($0.dropFirst(7)) }
    return Set(own.compactMap(\.scalar) + Self.ownOffice + rejected)
  }
  /// What a file of the program's own says; `nil` when it is none of them any more.
  private func node(_ path: String) throws(StageError) -> Node? {
    guard let bytes = try system.read("\(root)/\(path)") else { return nil }
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
extension Diagnostic {
  fileprivate static func strangers(_ paths: [String], keptIn copies: String) -> Diagnostic {
    let shown = paths.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let more = max(0, paths.count - 5)
    return Diagnostic(
      "output.stranger",
      Phrase(
        vi: "tệp không do chương trình này làm ra đã không còn ở chỗ cũ: \(shown)"
          + (more > 0 ? " và \(more) tệp nữa" : ""),
        en: "files that this program did not make are no longer in their places: \(shown)"
          + (more > 0 ? " and \(more) more" : "")),
      at: nil,
      hint: Phrase(
        vi: "bản sao ở '\(copies)'; tệp của riêng mình hãy để ngoài public/ và office/",
        en: "there are copies in '\(copies)'; keep files of your own out of public/ and office/"),
      severity: .warning)
  }
}
