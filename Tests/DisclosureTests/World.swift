import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Units

@testable import Disclosure

/// An invented province: its units, and what is counted in them.
struct World {
  /// The communes of each district; `c11` is the first of the first.
  let districts: [[String]]
  /// The communes that became one after the day of the counts, each with others.
  var merges: [[String]] = []
  /// The communes of a list of places, `hai-dao`.
  var listed: [String] = []
  /// What is counted, by unit, measure and group.
  private(set) var counts: [Spot: Int64] = [:]

  struct Spot: Hashable {
    let unit: String
    let measure: String
    let group: String
    init(_ unit: String, _ measure: String, _ group: String = "all") {
      (self.unit, self.measure, self.group) = (unit, measure, group)
    }
  }
  static let day = Day(number: 20_088)
  static let province = "90@2004-08-31"

  init(_ sizes: [Int]) {
    districts = sizes.enumerated().map { district, size in
      (0..<size).map { "\(90_000 + district * 100 + $0)@2004-08-31" }
    }
  }
  func district(_ index: Int) -> String { "\(900 + index)@2004-08-31" }
  var communes: [String] { districts.flatMap { $0 } }
  /// What communes became; its code and that of the province above it are those of units that were there before.
  func merged(_ index: Int) -> String { "\(merges[index][0].prefix(5))@2025-07-01" }
  /// All units with those in them.
  var tree: [(unit: String, parts: [String])] {
    districts.enumerated().map { (district($0), $1) } + [(Self.province, districts.indices.map(district))]
  }

  /// Adds a count of a commune to it and to all above it; a count of nobody has no row, as after adding rows up.
  mutating func add(_ spot: Spot, _ count: Int64) {
    guard count > 0 else { return }
    counts[spot, default: 0] += count
    guard let parent = tree.first(where: { $0.parts.contains(spot.unit) }) else { return }
    add(Spot(parent.unit, spot.measure, spot.group), count)
  }
  /// Counts one household elsewhere in the same district.
  mutating func move(from: Spot, to: Spot) {
    counts[from, default: 0] -= 1
    counts[to, default: 0] += 1
  }
  /// Makes sure that a count has a row in every unit.
  mutating func fill(_ measure: String, _ group: String = "all") {
    for unit in communes + tree.map(\.unit) { counts[Spot(unit, measure, group), default: 0] += 0 }
  }
  var figures: [Figure] {
    counts.map { spot, count in figure(spot, count) }
  }
  /// Sets a count of nobody where there is no row.
  mutating func fill(_ spot: Spot) { counts[spot, default: 0] += 0 }
  /// The counts of communes carried over to what they became: where one has no row, there is no sum.
  var carried: [Figure] {
    merges.indices.flatMap { index -> [Figure] in
      let parts = Set(
        counts.keys.filter { merges[index].contains($0.unit) }.map { Spot("", $0.measure, $0.group) })
      return parts.map { part in
        let rows = merges[index].map { (unit: $0, count: counts[Spot($0, part.measure, part.group)]) }
        let missing = rows.filter { $0.count == nil }.map(\.unit)
        let spot = Spot(merged(index), part.measure, part.group)
        var figure = figure(spot, rows.reduce(0) { $0 + ($1.count ?? 0) })
        figure.id = figure.id.replacing("/official", with: "/recast")
        (figure.boundary, figure.grade) = ("2025-07-01", .derived)
        if !missing.isEmpty { (figure.value, figure.status, figure.note) = (nil, .notReported, "\(missing)") }
        return figure
      }
    }
  }
  private func figure(_ spot: Spot, _ count: Int64) -> Figure {
    Figure(
      id: spot.id, unit: spot.unit, asOf: Self.day, measure: spot.measure, group: spot.group,
      value: .amount(FixedPoint(count)), standard: "vn-2022", grade: .official,
      source: Figure.Source(title: "s"))
  }
  var register: UnitRegistry {
    get throws {
      var rows = [
        "vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s",
        "\(Self.province),90,Tỉnh Mẫu,province,tỉnh,vn,2004-08-31,,,s",
      ]
      for (index, communes) in districts.enumerated() {
        rows.append("\(district(index)),\(900 + index),Huyện Số \(index),district,huyện,90,2004-08-31,,,s")
        for (number, commune) in communes.enumerated() {
          let end = merges.contains { $0.contains(commune) } ? "2025-07-01" : ""
          rows.append(
            "\(commune),\(commune.prefix(5)),Xã Số \(index) \(number),commune,xã,\(900 + index),2004-08-31,\(end),rural,s"
          )
        }
      }
      for (index, merge) in merges.enumerated() {
        rows.append(
          "\(merged(index)),\(merge[0].prefix(5)),Xã Mới \(index),commune,xã,90,2025-07-01,,rural,s")
      }
      let steps = merges.enumerated().flatMap { index, merge in
        merge.map { "\($0),\(merged(index)),full,s\n" }
      }.joined()
      let head = "id,code,name,level,type,parent,valid_from,valid_to,area,source\n"
      let members = listed.map { "hai-dao,\($0),2020-01-01,,QĐ 1,s\n" }.joined()
      return try UnitRegistry.load(
        "u", namedAt: nil,
        .memory([
          "u/lists.csv": "list,unit,valid_from,valid_to,decision,source\n" + members,
          "u/list-stretches.csv":
            "list,name,valid_from,valid_to,complete,members,decision,source\nhai-dao,Đảo,2020-01-01,,yes,\(listed.count),QĐ 1,s\n",
          "u/units.csv": head + rows.joined(separator: "\n") + "\n",
          "u/successors.csv": "from,to,extent,source\n" + steps,
          "u/regions.csv": "region,province,valid_from,valid_to,source\n",
          "u/gaps.csv": "code,valid_from,valid_to,source\n",
        ]))
    }
  }
  /// What is released of it; `poor` and such of everybody are public by law.
  func release(
    _ rule: DisclosureRule, public more: [PublicGround] = [], besides: [Figure] = [], previous: String? = nil
  ) throws -> Release {
    let law = PublicGround(
      measures: ["households", "poor", "near_poor", "poor_plus_near", "poor_rate"], groups: ["all"],
      reason: .init(same: "law"))
    return try Release(
      [FigureTable(figures + besides)], [], grounds: [law] + more, rule: (rule, try register), edition: "e",
      previous: previous.map { Array($0.utf8) })
  }
}
extension World.Spot {
  var id: String { "\(unit)/2024-12-31/\(measure)/\(group)/vn-2022/official" }
}
extension Release {
  /// What readers see of a world.
  func shown(_ spot: World.Spot) -> Int64? {
    guard case .amount(let value)? = table.figures.first(where: { $0.id == spot.id })?.value else {
      return nil
    }
    return value.whole
  }
  func reason(_ spot: World.Spot) -> WithholdingReason? { withheld.first { $0.figure == spot.id }?.reason }
}
