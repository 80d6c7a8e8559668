import Charts
import Diagnostics
import Figures
import Formats
import Plans
import SiteKit
import StageKit
import Units

import struct Tables.Day

// What search engines are told of a page that shows figures: schema.org Dataset.
extension SiteModel {
  func dataset(of unit: UnitVersion, _ figures: [Figure]) -> [UInt8]? {
    let name = fullName(of: unit)
    return dataset(
      words(.unitTitle, ["unit": name]), words(.dataSetUnit, ["unit": name]), place: name, path(of: unit),
      figures)
  }
  func dataset(of target: TargetVerdict, in plan: PlanVerdicts, _ figures: [Figure]) -> [UInt8]? {
    let (title, name) = (target.target.title.text, plan.plan.name.text)
    return dataset(
      words(.targetTitle, ["target": title, "plan": plan.plan.shortName.text]),
      words(.dataSetTarget, ["target": title, "plan": name, "unit": fullName(of: plan.unit)]),
      place: fullName(of: plan.unit), path(of: target.target, in: plan.plan), figures)
  }

  /// `nil` without figures: there is no data set then.
  private func dataset(
    _ name: String, _ description: String, place: String, _ path: PagePath, _ figures: [Figure]
  ) -> [UInt8]? {
    let years = figures.map { FigureText($0).year }
    guard let first = years.min(), let last = years.max() else { return nil }
    var writer = JSONWriter(.compact)
    writer.object {
      $0.member("@context", "https://schema.org")
      $0.member("@type", "Dataset")
      $0.member("name", name.composed)
      $0.member("description", description.composed)
      $0.member("inLanguage", SiteWords.language.rawValue)
      $0.member("license", licenceAddress ?? site.licence)
      $0.member("temporalCoverage", first == last ? "\(first)" : "\(first)/\(last)")
      $0.member("dateModified", edition.date.iso)
      $0.member("isAccessibleForFree", true)
      $0.name("creator")
      $0.object {
        $0.member("@type", "GovernmentOrganization")
        $0.member("name", site.agency.composed)
      }
      $0.name("spatialCoverage")
      $0.object {
        $0.member("@type", "Place")
        $0.member("name", place.composed)
      }
      addresses(path, &$0)
    }
    return writer.bytes.safeInScript
  }
  /// The address of the page and of the files, when the site has one.
  private func addresses(_ path: PagePath, _ writer: inout JSONWriter) {
    guard !site.baseUrl.isEmpty else { return }
    writer.member("url", feed.address(path))
    let tables = files.filter { $0.path.hasSuffix(".csv") }
    guard !tables.isEmpty else { return }
    writer.name("distribution")
    writer.array { writer in
      for file in tables {
        writer.object {
          $0.member("@type", "DataDownload")
          $0.member("encodingFormat", "text/csv")
          $0.member("contentUrl", feed.address(PagePath(file.path)))
        }
      }
    }
  }
}

extension [UInt8] {
  /// JSON whose texts can neither end the element of a script nor begin another.
  var safeInScript: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(count)
    for byte in self {
      switch byte {
      case UInt8(ascii: "<"): out += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): out += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): out += Array("\\u0026".utf8)
      default: out.append(byte)
      }
    }
    return out
  }
}
