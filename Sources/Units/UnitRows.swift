import Tables

/// All unit versions as columns of numbers: what a look-up by name has to know of each.
struct UnitRows: Sendable {
  /// Of each version its type.
  let types: [UnitType]
  /// Of each version its level.
  let levels: [UnitLevel]
  /// Of each version its first day.
  private let from: [Int32]
  /// Of each version the first day after it.
  private let to: [Int32]
  /// Of each version its own code and the one above, as numbers; -1 where that code is none of the register.
  private let codes: [Int32]
  private let parents: [Int32]
  /// The versions of each code.
  private let versions: [[Int32]]
  /// The regions of each code of a province, with their days.
  private let regions: [Int32: [(region: Int32, days: Range<Int32>)]]
  /// The last day on which a unit begins or ends.
  let latest: Day

  init(_ units: [UnitVersion], _ memberships: [UnitRegistry.Membership]) {
    types = units.map(\.type)
    levels = units.map(\.level)
    from = units.map(\.validFrom.number)
    to = units.map { $0.validTo?.number ?? .max }
    var byCode: [String: Int32] = [:]
    var versions: [[Int32]] = []
    codes = units.indices.map { index in
      let code = byCode[units[index].code] ?? Int32(versions.count)
      if code == versions.count {
        byCode[units[index].code] = code
        versions.append([])
      }
      versions[Int(code)].append(Int32(index))
      return code
    }
    self.versions = versions
    parents = units.map { byCode[$0.parent] ?? -1 }
    var regions: [Int32: [(region: Int32, days: Range<Int32>)]] = [:]
    for member in memberships {
      guard let province = byCode[member.province], let region = byCode[member.region] else { continue }
      let days = member.validFrom.number..<(member.validTo?.number ?? .max)
      regions[province, default: []].append((region, days))
    }
    self.regions = regions
    latest = Day(number: (from + to.filter { $0 != .max }).max() ?? 0)
  }

  /// The days of a version.
  func days(of unit: Int) -> Range<Int32> { from[unit]..<to[unit] }
  /// The versions of the code above a version.
  func above(_ unit: Int) -> [Int32] { parents[unit] < 0 ? [] : versions[Int(parents[unit])] }
  /// The versions of the regions of a province, with the days on which it belongs to them.
  func regions(of province: Int) -> [(versions: [Int32], days: Range<Int32>)] {
    (regions[codes[province]] ?? []).map { (versions[Int($0.region)], $0.days) }
  }
}
