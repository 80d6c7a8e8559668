import Diagnostics
public import StageKit

// What is asked of an edition before it is published.
extension PublishedTable {
  /// Compares an edition with the one before: the office has the list of changes, and what is beyond the limits, or under an
  /// id that was used, needs a reason.
  public static func review(
    _ entry: [UInt8], of pipeline: PipelineInfo
  ) throws(StageError) -> EditionReview? {
    guard let edition = pipeline.edition else { return nil }
    let names = pipeline.ledgerNames()
    if names.contains(EditionName.withdrawal(of: edition.id)) {
      return EditionReview(refusal: .withdrawn(edition.id))
    }
    let new = try Ledger(entry)
    guard names.contains(edition.id) || edition.previous != nil else {
      return EditionReview(warnings: edition.unusedCorrections(nil, [new]))
    }
    let own = names.contains(edition.id) ? try ledger(edition.id, pipeline) : nil
    var isAsPublished = false
    if let own {
      let again = EditionDiff(from: own, to: new)
      guard again.isEmpty || pipeline.acceptance != nil else {
        return EditionReview(
          files: again.officeFiles, refusal: .publishedBefore(edition.id, at: edition.$id))
      }
      isAsPublished = again.isEmpty && own.head?.replaces == new.head?.replaces
    }
    let name = new.head?.replaces ?? edition.previous
    guard let before = try name.flatMap({ (name) throws(StageError) in try ledger(name, pipeline) }) ?? own
    else { return nil }
    let diff = EditionDiff(from: before, to: new)
    var review = EditionReview(
      files: diff.officeFiles, warnings: edition.unusedCorrections(diff, [before, new]))
    if isAsPublished {
      // It is what everybody can read already.
      if let reason = pipeline.acceptance, reason != new.head?.reason {
        review.warnings.add(.unusedAcceptance(edition.id, at: edition.$id))
      }
    } else if new.head?.reason == nil, let excess = diff.excess(over: edition.changes) {
      review.refusal = .beyondLimits(excess, at: edition.$id)
    }
    return review
  }
  private static func ledger(_ name: String, _ pipeline: PipelineInfo) throws(StageError) -> Ledger? {
    try pipeline.ledger(name).map { (entry) throws(StageError) in try Ledger(entry, named: name) }
  }
}

extension StageError {
  fileprivate static func withdrawn(_ id: String) -> StageError {
    StageError(
      Phrase(vi: "lần công bố '\(id)' đã bị gỡ xuống", en: "the edition '\(id)' was withdrawn"),
      hint: Phrase(
        vi: "đặt edition.id mới và ghi edition.previous: \(id)",
        en: "give this edition a new id, and write `previous: \(id)`"), cause: .data,
      code: "edition.withdrawn")
  }
  fileprivate static func publishedBefore(_ id: String, at range: SourceRange?) -> StageError {
    StageError(
      Phrase(
        vi: "lần công bố '\(id)' đã được công bố với nội dung khác",
        en: "the edition '\(id)' was published before, and told otherwise"
      ).placed(at: range),
      hint: Phrase(
        vi:
          "xem office/changes.csv; đặt edition.id mới và ghi edition.previous: \(id), hoặc chạy lại với --accept-changes \"lý do\"",
        en:
          "see office/changes.csv; give this edition a new id and write `previous: \(id)`, or run again with --accept-changes \"the reason\""
      ), cause: .data, code: "edition.published-before")
  }
  fileprivate static func beyondLimits(_ excess: Phrase, at range: SourceRange?) -> StageError {
    StageError(
      excess.placed(at: range),
      hint: Phrase(
        vi: "xem office/changes.csv; nếu các thay đổi là đúng, chạy lại với --accept-changes \"lý do\"",
        en: "see office/changes.csv; if the changes are right, run again with --accept-changes \"the reason\""
      ),
      cause: .data, code: "edition.changes")
  }
}

extension Diagnostic {
  fileprivate static func unusedAcceptance(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "edition.acceptance-unused",
      Phrase(
        vi:
          "lần công bố '\(id)' không có gì đổi so với bản đã công bố, nên lý do ở --accept-changes không được ghi",
        en:
          "nothing of the edition '\(id)' is told otherwise than it was published: the reason of --accept-changes is not kept"
      ), at: range,
      hint: Phrase(
        vi: "chạy lại cùng lần công bố thì không cần --accept-changes; lý do đã ghi trước đây vẫn giữ",
        en: "the same edition needs no --accept-changes; the reason that was given before stays"),
      severity: .warning)
  }
}
extension Phrase {
  /// The same with its place before it, by which commands show where it is.
  fileprivate func placed(at range: SourceRange?) -> Phrase {
    guard let range else { return self }
    let place = "\(range.file):\(range.start.line):\(range.start.column): "
    return Phrase(vi: place + vi, en: place + en)
  }
}
