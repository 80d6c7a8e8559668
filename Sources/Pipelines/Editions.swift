import Diagnostics
import StageKit

/// What is known of the editions that were published where a run will publish.
struct Editions {
  let ledger: @Sendable (String) throws(StageError) -> [UInt8]?
  /// The names of all that the ledger has; `nil` when it is not known where a run will publish.
  let names: (@Sendable () -> [String])?
  let acceptance: String?
}

/// What is wrong with what an edition says of others; `names` are all that the ledger has.
func editionProblems(
  _ edition: EditionFields, among names: [String], at top: SourceRange
) -> Diagnostics {
  var problems = Diagnostics()
  let published = EditionName.editions(among: names).filter { $0 != Output.withoutEdition }
  let others = published.filter { $0 != edition.id }
  if names.contains(EditionName.withdrawal(of: edition.id)) {
    problems.add(.withdrawn(edition.id, at: edition.$id ?? top))
  } else if edition.previous == edition.id {
    problems.add(.ownPredecessor(edition.id, at: edition.$previous ?? top))
  } else if let previous = edition.previous, !published.contains(previous) {
    problems.add(.noPredecessor(previous, others, at: edition.$previous ?? top))
  } else if edition.previous == nil, let last = others.last, !published.contains(edition.id) {
    problems.add(.noPrevious(edition.id, last, at: edition.$id ?? top))
  }
  return problems
}

extension Diagnostic {
  fileprivate static func withdrawn(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.withdrawn",
      Phrase(vi: "lần công bố '\(id)' đã bị gỡ xuống", en: "the edition '\(id)' was withdrawn"), at: range,
      hint: Phrase(
        vi: "đặt edition.id mới và ghi previous: \(id)",
        en: "give this edition a new id, and write `previous: \(id)`"))
  }
  fileprivate static func ownPredecessor(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.own-predecessor",
      Phrase(
        vi: "lần công bố '\(id)' tự ghi mình là lần trước",
        en: "the edition '\(id)' names itself as the one before"
      ), at: range,
      hint: Phrase(
        vi: "ghi mã của lần công bố trước, hoặc bỏ previous nếu đây là lần đầu",
        en: "write the id of the edition before, or leave `previous` out of a first one"))
  }
  fileprivate static func noPredecessor(
    _ id: String, _ others: [String], at range: SourceRange
  ) -> Diagnostic {
    let near = others.suggestion(for: id)
    return Diagnostic(
      "edition.no-predecessor",
      Phrase(
        vi: "sổ công bố không có lần trước '\(id)'", en: "the ledger has no edition '\(id)' before this"),
      at: range,
      hint: near
        ?? Phrase(
          vi: "chạy với cùng --output như lần trước, hoặc sửa edition.previous",
          en: "run with the --output of that edition, or mend `edition.previous`"))
  }
  fileprivate static func noPrevious(_ id: String, _ last: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.no-previous",
      Phrase(
        vi: "lần công bố '\(id)' không ghi lần trước, mà sổ công bố đã có '\(last)'",
        en: "the edition '\(id)' names none before it, and the ledger has '\(last)'"), at: range,
      hint: Phrase(
        vi: "ghi previous: \(last), hoặc chọn thư mục khác bằng --output",
        en: "write `previous: \(last)`, or choose another folder by --output"))
  }
}
