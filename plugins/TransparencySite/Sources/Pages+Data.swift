import Disclosure
import Figures
import Formats
import SiteKit
import StageKit

import struct Tables.FixedPoint

/// The columns of the table of figures that the page on data explains.
enum DataPageColumns {
  static let names = [
    "id", "unit", "unit_name", "as_of", "measure", "group", "kind", "value", "denominator", "status",
    "standard", "boundary",
    "grade", "precedence", "source", "decision", "place", "note", "edition",
  ]
}

// The files to download, what is in them, and how to know them again.
extension SiteModel {
  func dataPage() -> Page {
    let measures = Set(table.figures.map { SiteMeasure($0.measure) }).sorted(by: SiteMeasure.isBefore)
    return page(
      "du-lieu/index.html", "data", title: words(.dataTitle), description: words(.dataDescription),
      crumbs: [Crumb(name: words(.dataTitle))],
      [
        "count": .text(VietnameseNumber.text(table.figures.count)),
        "files": .list(
          files.map { file in
            [
              "path": .text(file.path), "name": .text(String(file.path.dropFirst("du-lieu/".count))),
              "type": .text(file.type), "size": .text(size(file.size)), "sha256": .text(file.sha256),
            ]
          }),
        "dictionary": .list(
          DataPageColumns.names.map {
            ["name": .text($0), "text": .optional(words.named("data.column", $0))]
          }),
        "measures": .list(
          measures.map { ["name": .text($0.measure), "text": .text(name(of: $0))] }),
        "shares": .list(shares), "rule": .optional(ruleText),
      ])
  }
  /// How many figures of every kind are withheld.
  private var shares: [TemplateValue] {
    table.shares.map { share in
      // In whole percent, rounded up: nobody is told that less is withheld than there is.
      let percent = (share.withheld * 100 + share.count - 1) / share.count
      return [
        "measure": .text(name(of: SiteMeasure(share.kind.measure))),
        "group": .text(kindName(share.kind.group)),
        "withheld": .text(VietnameseNumber.text(share.withheld)),
        "count": .text(VietnameseNumber.text(share.count)), "share": .text("\(percent)\u{A0}%"),
      ]
    }
  }
  private func kindName(_ kind: String) -> String {
    switch kind {
    case "all": words(.dataKindAll)
    case "area": words(.dataKindArea)
    case "ethnicity": words(.dataKindEthnicity)
    case "class": words(.dataKindClass)
    default: kind
    }
  }
  private func size(_ bytes: Int) -> String {
    guard bytes >= 1024 else { return words(.dataBytes, ["count": VietnameseNumber.text(bytes)]) }
    // Sizes are rounded up: nobody is told that a file is smaller than it is.
    let tenths = (Int128(bytes) * 10 + 1023) / 1024
    let count = VietnameseNumber.text(FixedPoint(units: tenths, scale: 1))
    return words(.dataKilobytes, ["count": count])
  }
}
extension StagedFile {
  /// The ending in large letters: CSV, JSON.
  fileprivate var type: String {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? (name.split(separator: ".").last?.uppercased() ?? "") : ""
  }
}
