import Diagnostics
import Pipelines
import StageKit

/// The output of a run as its ledger tells it: which editions there are, and which is published.
struct EditionFolder: Sendable {
  /// Why something cannot be told.
  enum Failure: Error {
    /// What was asked for is not there.
    case asked(Diagnostic)
    /// The disk refused, or the ledger is damaged.
    case unreadable(StageError)
  }
  let path: String
  /// The ids of the editions, sorted.
  let editions: [String]
  /// The ids of those that were withdrawn.
  let withdrawn: Set<String>
  /// What stands in `public/`.
  let published: Output.Published?

  /// - Throws: When there is no ledger in the folder.
  init(_ path: String) throws(Failure) {
    self.path = path
    let names = Output.ledgerNames(in: path)
    editions = EditionName.editions(among: names)
    withdrawn = Set(names.filter { EditionName.isWithdrawal($0) }.map { EditionName.edition(of: $0) })
    do throws(StageError) {
      published = try Output.published(in: path)
      try Output.requireLedger(in: path)
    } catch { throw .unreadable(error) }
    guard !editions.isEmpty else { throw .asked(.noLedger(path)) }
  }
  /// The edition of a name; the published one, or else the last, without a name.
  func edition(_ name: String?) throws(Failure) -> String {
    guard let name else { return published?.edition ?? editions.last ?? "" }
    guard editions.contains(name) else { throw .asked(.noEdition(name, path, editions)) }
    return name
  }
  /// The entry of an edition.
  func entry(_ edition: String) throws(Failure) -> [UInt8] {
    do throws(StageError) {
      if let found = try Output.ledgerEntry(edition, in: path) { return found }
    } catch { throw .unreadable(error) }
    throw .asked(.noEdition(edition, path, editions))
  }
}

extension Diagnostic {
  fileprivate static func noLedger(_ path: String) -> Diagnostic {
    Diagnostic(
      "diff.folder",
      Phrase(vi: "'\(path)' không có sổ công bố", en: "'\(path)' has no ledger of editions"), at: nil,
      hint: Phrase(
        vi: "nêu thư mục đã ghi sau --output của `minhbach run`",
        en: "name the folder given as --output to `minhbach run`"))
  }
  fileprivate static func noEdition(_ name: String, _ path: String, _ editions: [String]) -> Diagnostic {
    let list = editions.suffix(5).joined(separator: ", ")
    return Diagnostic(
      "diff.edition",
      Phrase(
        vi: "sổ công bố của '\(path)' không có lần '\(name)'",
        en: "the ledger of '\(path)' has no edition '\(name)'"), at: nil,
      hint: Phrase(vi: "các lần có trong sổ: \(list)", en: "the ledger has: \(list)"))
  }
}
extension Reporter {
  /// Tells why something of an output cannot be told.
  func tell(_ failure: EditionFolder.Failure, _ output: String) -> ExitStatus {
    switch failure {
    case .asked(let problem):
      tell(Diagnostics(problem), nil)
      return .commandLineWrong
    case .unreadable(let error):
      tell(error) { "\(output)/\($0)" }
      return error.cause == .data ? .dataFailed : .environmentFailed
    }
  }
}
