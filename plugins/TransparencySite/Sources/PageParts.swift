import Diagnostics
import SiteKit
import StageKit

import struct Tables.Day

// What every page has.
extension SiteModel {
  /// One step of the way to a page; the page itself has no path.
  struct Crumb {
    let name: String
    var path: String?
  }
  func page(
    _ path: PagePath, _ template: String, title: String, description: String, crumbs: [Crumb],
    data: [UInt8]? = nil, isListed: Bool = true, _ fields: [String: TemplateValue]
  ) -> Page {
    var all = fields
    all["title"] = .text(title)
    all["description"] = .text(description)
    all["canonical"] = site.baseUrl.isEmpty ? .nothing : .text(feed.address(path))
    all["json_ld"] = data.map { .html($0) } ?? .nothing
    let home = Crumb(name: words(.navHome), path: "index.html")
    let way = crumbs.isEmpty ? [] : [home] + crumbs
    all["crumbs"] = .list(way.map { ["name": .text($0.name), "url": .optional($0.path)] })
    return Page(path, template: template, all, isListed: isListed)
  }
  var feed: Feed { Feed(baseURL: site.baseUrl, name: name) }

  /// What the frame of every page shows.
  var common: [String: TemplateValue] {
    [
      "lang": .text(SiteWords.language.rawValue), "site_title": .text(site.title.phrase.text),
      "agency": .text(site.agency), "contact": .text(site.contact), "licence": .text(site.licence),
      "licence_url": .optional(licenceAddress), "edition": .text(edition.id),
      "edition_day": .text(edition.date.vietnamese), "simulated": .flag(isSimulated),
    ]
  }
  /// The address of a licence that is in common use.
  var licenceAddress: String? {
    [
      "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
      "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
      "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
      "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    ][site.licence]
  }
  /// A line of a list of names and texts.
  func line(_ name: SiteWord, _ text: String, path: String? = nil) -> TemplateValue {
    ["name": .text(words(name)), "text": .text(text), "url": .optional(path)]
  }
}
