import Diagnostics
import Disclosure
import Figures
import StageKit
import Tables

extension Findings {
  /// Tells the office what is withheld and why, each at its place; never a value.
  mutating func add(_ release: Release, of tables: [FigureTable]) {
    let figures = FigureTable.joined(tables).figures
    let places = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    func tell(_ code: String, _ id: String, _ message: Phrase) {
      let origin = places[id]?.origin
      add(code, file: origin?.file ?? "", line: origin?.start.line ?? 0, message)
    }
    for id in release.publishedBefore {
      tell(
        "protect.published-before", id,
        Phrase(
          vi: "'\(id)' bị giữ lại, nhưng một lần công bố trước đã nêu nó; ai đã đọc thì đã biết",
          en: "'\(id)' is withheld, and an earlier edition has told it; whoever read that knows it"))
    }
    for id in release.known {
      tell(
        "protect.known", id,
        Phrase(
          vi:
            "'\(id)' bị giữ lại, nhưng các số phải công khai hoặc đã công bố cho phép trừ ra một số thay cho nó; các bảng ấy không khớp nhau nên chưa chắc là đúng số ấy",
          en:
            "'\(id)' is withheld, and what must be public or was published before lets readers subtract a number for it; those tables do not add up, so that it need not be the right one"
        ))
    }
    for id in release.narrow {
      tell(
        "protect.narrow", id,
        Phrase(
          vi: "'\(id)' bị giữ lại, nhưng các số công khai theo luật chỉ để lại rất ít giá trị có thể",
          en: "'\(id)' is withheld, and what is public by law leaves few values that it could have"))
    }
    // Figures alike are told once, so that a province does not fill the report with them.
    var kinds: [Kind: Int] = [:]
    var order: [(kind: Kind, first: Figure)] = []
    for hidden in release.withheld {
      guard let figure = places[hidden.figure] else { continue }
      let kind = Kind(measure: figure.measure, group: figure.group, day: figure.asOf, reason: hidden.reason)
      if kinds[kind] == nil { order.append((kind, figure)) }
      kinds[kind, default: 0] += 1
    }
    for (kind, first) in order {
      tell("protect.withheld", first.id, .withheld(first, kind.reason, besides: (kinds[kind] ?? 1) - 1))
    }
    if release.heldBack > 0 {
      add(
        "protect.notices-held-back", file: "", line: 0,
        Phrase(
          vi:
            "\(release.heldBack) thông báo không được công khai, vì nói về số bị giữ lại, về số không có, hoặc có chữ số mà không nêu số liệu nào",
          en:
            "\(release.heldBack) notices are not published: they speak of figures that are withheld or not there, or have numbers and name no figure"
        ))
    }
  }
}

/// What figures have in common that are told as one.
private struct Kind: Hashable {
  let measure: String
  let group: String
  let day: Day
  let reason: WithholdingReason
}

extension Phrase {
  fileprivate static func withheld(_ figure: Figure, _ reason: WithholdingReason, besides: Int) -> Phrase {
    let why =
      reason == .noGround
      ? Phrase(
        vi: "không căn cứ nào bao gồm số đo '\(figure.measure)', nhóm '\(figure.group)'",
        en: "no ground covers the measure '\(figure.measure)' of the group '\(figure.group)'") : reason.phrase
    guard besides > 0 else {
      return Phrase(
        vi: "không công bố '\(figure.id)': \(why.vi)", en: "'\(figure.id)' is withheld: \(why.en)")
    }
    return Phrase(
      vi: "không công bố '\(figure.id)' và \(besides) số cùng số đo, nhóm và ngày ở đơn vị khác: \(why.vi)",
      en:
        "'\(figure.id)' and \(besides) of the same measure, group and day in other units are withheld: \(why.en)"
    )
  }
}
