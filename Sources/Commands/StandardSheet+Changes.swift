import Diagnostics
import StageKit
import Standards

extension StandardSheet {
  /// A part that one standard has otherwise than another, or not at all.
  struct Change {
    let before: Part?
    let after: Part?

    /// For people: the part, and below it what else is not the same.
    var text: Phrase {
      let part = after ?? before
      let place = "\(part?.section ?? "").\(part?.name ?? "")"
      guard let before else {
        return Phrase(vi: "+ \(place): ", en: "+ \(place): ") + (after?.whole ?? Phrase(same: ""))
      }
      guard let after else { return Phrase(same: "- \(place): ") + before.whole }
      let text = before.text == after.text ? after.text : before.text + Phrase(same: " → ") + after.text
      return ([Phrase(same: "~ \(place): ") + text] + Self.rest(before, after)).joined("\n    ")
    }
    /// What differs of clause and standing.
    private static func rest(_ before: Part, _ after: Part) -> [Phrase] {
      var lines: [Phrase] = []
      if before.clause != after.clause {
        let none = Phrase(vi: "không có điều khoản", en: "no clause")
        lines.append((before.clause?.phrase ?? none) + Phrase(same: " → ") + (after.clause?.phrase ?? none))
      }
      if before.isProvisional != after.isProvisional {
        lines.append(
          after.isProvisional
            ? Phrase(vi: "chắc chắn → tạm", en: "certain → provisional")
            : Phrase(vi: "tạm → chắc chắn", en: "provisional → certain"))
      }
      return lines
    }
    /// For programs.
    var json: JSON {
      let part = after ?? before
      return [
        "section": .string(part?.section ?? ""), "name": .string(part?.name ?? ""),
        "before": before?.json ?? .null, "after": after?.json ?? .null,
      ]
    }
  }

  /// What another standard has otherwise, in the order of this one; what only the other has comes after.
  ///
  /// A part differs when its words do, its clause, how that was compared, or whether it is certain.
  func changes(since other: StandardSheet) -> [Change] {
    let changed = parts.compactMap { part -> Change? in
      let before = other.part(part.section, part.name)
      return before == part ? nil : Change(before: before, after: part)
    }
    let gone = other.parts.filter { part(for: $0) == nil }
    return changed + gone.map { Change(before: $0, after: nil) }
  }
  private func part(for other: Part) -> Part? { part(other.section, other.name) }
  private func part(_ section: String, _ name: String) -> Part? {
    parts.first { $0.section == section && $0.name == name }
  }
}

extension StandardSheet.Part {
  /// The part with its standing and clause.
  fileprivate var whole: Phrase {
    var lines = [text + mark]
    if let clause { lines.append(clause.phrase) }
    return lines.joined("\n    ")
  }
}
extension Phrase {
  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(vi: a.vi + b.vi, en: a.en + b.en) }
}
extension [Phrase] {
  /// One after another.
  func joined(_ separator: String) -> Phrase {
    Phrase(
      vi: map(\.vi).joined(separator: separator), en: map(\.en).joined(separator: separator))
  }
}
