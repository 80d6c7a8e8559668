import Edits
import SiteKit

// What the data were asked before anything was made of them: the sheets of rules, as they are.
extension SiteModel {
  static let editsPath = PagePath("phuong-phap/kiem-tra/index.html")

  /// The page of the rules; `nil` where the pipeline shows none.
  func editsPage() -> Page? {
    guard !edits.isEmpty else { return nil }
    let count = edits.reduce(0) { $0 + $1.sheet.edits.count }
    return page(
      Self.editsPath, "edits", title: words(.editsTitle), description: words(.editsDescription),
      crumbs: [
        Crumb(name: words(.methodTitle), path: "phuong-phap/index.html"), Crumb(name: words(.editsTitle)),
      ],
      [
        "count": .text(words(.editsCount, ["count": "\(count)", "sheets": "\(edits.count)"])),
        "sheets": .list(edits.map { record($0) }),
      ])
  }
  private func record(_ shown: ShownSheet) -> TemplateValue {
    let sheet = shown.sheet
    return [
      "anchor": .text("bo-\(sheet.name)"), "title": .text(sheet.title.text),
      "remedy": .text(words(.editsRemedy, ["remedy": sheet.remedy.text])),
      "unused": .flag(!shown.isUsed()),
      "edits": .list(sheet.edits.map { record($0, in: sheet) }),
    ]
  }
  private func record(_ edit: Edit, in sheet: EditSheet) -> TemplateValue {
    let others = edit.covers.dropFirst().joined(separator: ", ")
    let own = edit.remedy == sheet.remedy ? nil : words(.editsRemedy, ["remedy": edit.remedy.text])
    return [
      "id": .text(edit.id), "others": .optional(others.isEmpty ? nil : others), "says": .text(edit.says.text),
      "severity": .text(edit.severity.text), "legal": .text(edit.legal.text), "remedy": .optional(own),
      "conditions": .list(
        edit.conditions.map {
          ["name": .text($0.name), "text": .text(sheet.publicText(of: $0, SiteWords.language))]
        }),
    ]
  }
}
