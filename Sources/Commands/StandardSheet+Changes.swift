import Diagnostics
import StageKit

extension StandardSheet {
  /// A part that one standard has otherwise than another, or not at all.
  struct Change {
    let before: Part?
    let after: Part?

    /// For people.
    var text: Phrase {
      let part = after ?? before
      let place = "\(part?.section ?? "").\(part?.name ?? "")"
      guard let before else {
        return Phrase(
          vi: "+ \(place): \(after?.text.vi ?? "")", en: "+ \(place): \(after?.text.en ?? "")")
      }
      guard let after else {
        return Phrase(vi: "- \(place): \(before.text.vi)", en: "- \(place): \(before.text.en)")
      }
      return Phrase(
        vi: "~ \(place): \(before.text.vi) → \(after.text.vi)",
        en: "~ \(place): \(before.text.en) → \(after.text.en)")
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
  /// Clauses always differ between acts, so that a part of the same words is the same.
  func changes(since other: StandardSheet) -> [Change] {
    let changed = parts.compactMap { part -> Change? in
      let before = other.part(part.section, part.name)
      return before.map { $0.text == part.text } ?? false ? nil : Change(before: before, after: part)
    }
    let gone = other.parts.filter { part(for: $0) == nil }
    return changed + gone.map { Change(before: $0, after: nil) }
  }
  private func part(for other: Part) -> Part? { part(other.section, other.name) }
  private func part(_ section: String, _ name: String) -> Part? {
    parts.first { $0.section == section && $0.name == name }
  }
}
