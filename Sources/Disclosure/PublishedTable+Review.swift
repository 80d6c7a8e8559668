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
    if let own {
      let again = EditionDiff(from: own, to: new)
      guard again.isEmpty || pipeline.acceptance != nil else {
        return EditionReview(files: again.officeFiles, refusal: .publishedBefore(edition.id))
      }
    }
    let name = new.head?.replaces ?? edition.previous
    guard let before = try name.flatMap({ (name) throws(StageError) in try ledger(name, pipeline) }) ?? own
    else { return nil }
    let diff = EditionDiff(from: before, to: new)
    var review = EditionReview(
      files: diff.officeFiles, warnings: edition.unusedCorrections(diff, [before, new]))
    if new.head?.reason == nil, let excess = diff.excess(over: edition.changes) {
      review.refusal = .beyondLimits(excess)
    }
    return review
  }
  private static func ledger(_ name: String, _ pipeline: PipelineInfo) throws(StageError) -> Ledger? {
    try pipeline.ledger(name).map { (entry) throws(StageError) in try Ledger(entry) }
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
  fileprivate static func publishedBefore(_ id: String) -> StageError {
    StageError(
      Phrase(
        vi: "lần công bố '\(id)' đã được công bố với nội dung khác",
        en: "the edition '\(id)' was published before, and told otherwise"),
      hint: Phrase(
        vi:
          "xem office/changes.csv; đặt edition.id mới và ghi edition.previous: \(id), hoặc chạy lại với --accept-changes \"lý do\"",
        en:
          "see office/changes.csv; give this edition a new id and write `previous: \(id)`, or run again with --accept-changes \"the reason\""
      ), cause: .data, code: "edition.published-before")
  }
  fileprivate static func beyondLimits(_ excess: Phrase) -> StageError {
    StageError(
      excess,
      hint: Phrase(
        vi: "xem office/changes.csv; nếu các thay đổi là đúng, chạy lại với --accept-changes \"lý do\"",
        en: "see office/changes.csv; if the changes are right, run again with --accept-changes \"the reason\""
      ),
      cause: .data, code: "edition.changes")
  }
}
