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
    counts.map { spot, count in
      Figure(
        id: spot.id, unit: spot.unit, asOf: Self.day, measure: spot.measure, group: spot.group,
        value: .amount(FixedPoint(count)), standard: "vn-2022", grade: .official,
        source: Figure.Source(title: "s"))
    }
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
          rows.append(
            "\(commune),\(commune.prefix(5)),Xã Số \(index) \(number),commune,xã,\(900 + index),2004-08-31,,rural,s"
          )
        }
      }
      let head = "id,code,name,level,type,parent,valid_from,valid_to,area,source\n"
      return try UnitRegistry.load(
        "u", namedAt: nil,
        .memory([
          "u/units.csv": head + rows.joined(separator: "\n") + "\n",
          "u/successors.csv": "from,to,extent,source\n",
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
