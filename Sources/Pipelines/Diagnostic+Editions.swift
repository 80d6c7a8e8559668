import Diagnostics
import StageKit
import Tables

// What may be wrong with what an edition says of itself and of others.
extension Diagnostic {
  static func withdrawn(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.withdrawn",
      Phrase(vi: "lần công bố '\(id)' đã bị gỡ xuống", en: "the edition '\(id)' was withdrawn"), at: range,
      hint: Phrase(
        vi: "đặt edition.id mới và ghi previous: \(id)",
        en: "give this edition a new id, and write `previous: \(id)`"))
  }
  static func ownPredecessor(_ id: String, at range: SourceRange) -> Diagnostic {
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
  static func noPredecessor(
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
  static func noPrevious(_ id: String, _ last: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.no-previous",
      Phrase(
        vi: "lần công bố '\(id)' không ghi lần trước, mà sổ công bố đã có '\(last)'",
        en: "the edition '\(id)' names none before it, and the ledger has '\(last)'"), at: range,
      hint: Phrase(
        vi: "ghi previous: \(last), hoặc chọn thư mục khác bằng --output",
        en: "write `previous: \(last)`, or choose another folder by --output"))
  }
  static func blankReason(_ number: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.blank-reason",
      Phrase(
        vi: "lý do thứ \(number) trong corrections không có chữ nào",
        en: "reason number \(number) of `corrections` has no words"), at: range,
      hint: Phrase(
        vi: "ghi vì sao số liệu đã sửa; mọi người đọc được lời ấy",
        en: "write why the figures were changed; everybody can read it"))
  }
  static func circle(_ id: String, _ later: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "edition.circle",
      Phrase(
        vi: "lần công bố '\(id)' đứng trước '\(later)', nên không thể đứng sau nó",
        en: "the edition '\(id)' comes before '\(later)', so it cannot come after it"), at: range,
      hint: .newID)
  }
  static func usedBefore(_ id: String, _ latest: Output.Published, at range: SourceRange) -> Diagnostic {
    let told = latest.told
    return Diagnostic(
      "edition.not-latest",
      Phrase(
        vi: "\(told.vi); mã '\(id)' là của một lần cũ", en: "\(told.en); '\(id)' is the id of an older one"),
      at: range,
      hint: Phrase(
        vi: "đặt edition.id mới và ghi previous: \(latest.edition)",
        en: "give this edition a new id, and write `previous: \(latest.edition)`"))
  }
  static func notLatest(
    _ previous: String, _ latest: Output.Published, at range: SourceRange
  ) -> Diagnostic {
    let told = latest.told
    return Diagnostic(
      "edition.not-latest",
      Phrase(vi: "\(told.vi), không phải '\(previous)'", en: "\(told.en), not '\(previous)'"), at: range,
      hint: Phrase(
        vi: "ghi previous: \(latest.edition), để mọi thay đổi so với lần ấy được nêu",
        en: "write `previous: \(latest.edition)`, so that all that changes since then is told"))
  }
  static func beforePredecessor(
    _ date: Day, _ previous: String, _ day: Day, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "edition.order",
      Phrase(
        vi: "ngày \(date.vietnamese) trước ngày của lần '\(previous)' (\(day.vietnamese))",
        en: "\(date.iso) is before the day of the edition '\(previous)' (\(day.iso))"), at: range,
      hint: Phrase(
        vi: "ghi ngày của lần công bố này, không sớm hơn lần trước",
        en: "write the day of this edition, no earlier than that of the one before"))
  }
  static func otherwise(
    _ id: String, _ key: String, _ before: String?, at range: SourceRange
  ) -> Diagnostic {
    let said = before.map { "\(key): \($0)" }
    return Diagnostic(
      "edition.otherwise",
      Phrase(
        vi: "lần '\(id)' đã công bố \(said.map { "với \($0)" } ?? "mà không ghi \(key)")",
        en: "the edition '\(id)' was published \(said.map { "with `\($0)`" } ?? "without `\(key)`")"),
      at: range,
      hint: Phrase(
        vi: "ghi lại như cũ, đặt edition.id mới, hoặc chạy với --accept-changes \"lý do\"",
        en: "write it as before, give this edition a new id, or run with --accept-changes \"the reason\""))
  }
}

extension Phrase {
  fileprivate static let newID = Phrase(
    vi: "đặt edition.id mới cho lần công bố này", en: "give this edition an id of its own")
}

extension Output.Published {
  /// That it is published, or was the last that was.
  fileprivate var told: Phrase {
    isWithdrawn
      ? Phrase(
        vi: "lần công bố gần nhất là '\(edition)', đã gỡ", en: "the last edition is '\(edition)', withdrawn")
      : Phrase(vi: "đang công bố là lần '\(edition)'", en: "the edition '\(edition)' is published")
  }
}
