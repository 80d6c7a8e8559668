import Plans
import SiteKit
import Standards
import Units

import struct Tables.Day

// Where every page stands. A path depends on plans and the register alone, so that it stays from edition to edition.
extension SiteModel {
  func path(of plan: Plan) -> PagePath { PagePath("ke-hoach/\(plan.id)/index.html") }
  func path(of target: Target, in plan: Plan) -> PagePath {
    PagePath("chi-tieu/\(plan.id)/\(target.id)/index.html")
  }
  /// `don-vi/96-tinh-ca-mau/`; versions since 2016 say from when, since their codes and names are often those of others.
  func path(of unit: UnitVersion) -> PagePath {
    let folder = folder(of: unit)
    let earlier = units.history(unit.code).prefix { $0.validFrom < unit.validFrom }
    let isTaken = earlier.contains { self.folder(of: $0) == folder }
    let day = isTaken ? unit.validFrom.iso : ""
    return PagePath("don-vi/\(folder)\(isTaken ? "-\(day)" : "")/index.html")
  }
  private func folder(of unit: UnitVersion) -> String {
    switch unit.level {
    case .country: return unit.id
    case .region: return unit.slug
    case .province, .district, .commune:
      let since = unit.validFrom.year >= UnitRegistry.firstDay.year ? "-tu-\(unit.validFrom.year)" : ""
      return "\(unit.code)-\(unit.slug)\(since)"
    }
  }
  /// The path of a unit's page; `nil` when it has none.
  func pathIfShown(_ unit: UnitVersion?) -> String? {
    unit.flatMap { isShown($0) ? path(of: $0).text : nil }
  }
  /// The anchor of a target in a table: plans may share ids, and an id of a page has no stroke.
  func anchor(of target: Target, in plan: Plan) -> String { "\(plan.id)/\(target.id)" }
  /// The anchor of a standard on the page of methods.
  func anchor(ofStandard id: String) -> String { "chuan-\(id)" }
  /// The page on which all of a standard is.
  func path(of standard: Standard) -> PagePath {
    PagePath("phuong-phap/\(anchor(ofStandard: standard.id))/index.html")
  }
  func standardLink(_ id: String) -> String? {
    standards[id] == nil ? nil : "phuong-phap/index.html#\(anchor(ofStandard: id))"
  }
}
