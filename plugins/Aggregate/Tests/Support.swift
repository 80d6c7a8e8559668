import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Units

@testable import Aggregate

/// A small country: three provinces in two regions, merged to two in 2025; 02 has an island district without communes.
let documents = [
  "u/units.csv": """
  id,code,name,level,type,parent,valid_from,valid_to,area,source
  vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
  vung:a,vung:a,Vùng A,region,vùng,vn,2016-01-01,2025-07-01,,s
  vung:b,vung:b,Vùng B,region,vùng,vn,2016-01-01,2025-07-01,,s
  01@2004-08-31,01,Tỉnh Một,province,tỉnh,vn,2004-08-31,2025-07-01,,s
  02@2004-08-31,02,Tỉnh Hai,province,tỉnh,vn,2004-08-31,2025-07-01,,s
  04@2004-08-31,04,Tỉnh Bốn,province,tỉnh,vn,2004-08-31,,,s
  01@2025-07-01,01,Tỉnh Một,province,tỉnh,vn,2025-07-01,,,s
  001@2004-08-31,001,Huyện Bắc,district,huyện,01,2004-08-31,2025-07-01,,s
  002@2004-08-31,002,Huyện Nam,district,huyện,01,2004-08-31,2025-07-01,,s
  003@2004-08-31,003,Huyện Đông,district,huyện,02,2004-08-31,2025-07-01,,s
  004@2004-08-31,004,Huyện Đảo,district,huyện,02,2004-08-31,2025-07-01,,s
  00001@2004-08-31,00001,Xã Một,commune,xã,001,2004-08-31,2025-07-01,,s
  00002@2004-08-31,00002,Xã Hai,commune,xã,001,2004-08-31,2025-07-01,,s
  00003@2004-08-31,00003,Xã Ba,commune,xã,002,2004-08-31,2025-07-01,,s
  00005@2004-08-31,00005,Xã Năm,commune,xã,003,2004-08-31,2025-07-01,,s
  00001@2025-07-01,00001,Xã Mới,commune,xã,01,2025-07-01,,,s
  00005@2025-07-01,00005,Đặc khu Đảo,commune,đặc khu,01,2025-07-01,,,s

  """, "u/successors.csv": "from,to,extent,source\n",
  "u/regions.csv": """
  region,province,valid_from,valid_to,source
  vung:a,01,2016-01-01,2025-07-01,s
  vung:a,02,2016-01-01,2025-07-01,s
  vung:b,04,2016-01-01,2025-07-01,s

  """, "u/gaps.csv": "code,valid_from,valid_to,source\n",
  // Two communes of 01 and the island district until 2024; since then one commune that is known, of two.
  "u/lists.csv": """
  list,unit,valid_from,valid_to,decision,source
  ven-bien,00001@2004-08-31,2020-01-01,2025-07-01,QĐ 1,s
  ven-bien,00003@2004-08-31,2020-01-01,2025-01-01,QĐ 1,s
  ven-bien,004@2004-08-31,2020-01-01,2025-01-01,QĐ 1,s

  """,
  "u/list-stretches.csv": """
  list,name,valid_from,valid_to,complete,members,decision,source
  ven-bien,Xã ven biển,2020-01-01,2025-01-01,yes,3,QĐ 1,s
  ven-bien,Xã ven biển,2025-01-01,2025-07-01,no,2,QĐ 2,s

  """,
]
func registry() throws(Diagnostics) -> UnitRegistry {
  try UnitRegistry.load("u", namedAt: nil, .memory(documents))
}
/// A figure of a unit at the end of 2024, but for what is said.
func figure(
  _ unit: String, _ value: Int?, _ measure: String = "poor", on iso: String = "2024-12-31",
  group: String = "all",
  standard: String = "vn-2022", grade: Figure.Grade = .official, status: Figure.Status? = nil,
  precedence: Int = 0
) -> Figure {
  let version = unit.contains("@") || unit.hasPrefix("v") ? unit : unit + "@2004-08-31"
  return Figure(
    id:
      "\(version)/\(iso)/\(measure)/\(group)/\(standard)/\(grade.rawValue)\(precedence == 0 ? "" : "/\(precedence)")",
    unit: version, asOf: Day(iso: iso) ?? Day(number: 0), measure: measure, group: group,
    value: value.map { .amount(FixedPoint(Int64($0))) },
    status: status ?? (value == nil ? .notReported : .value),
    standard: standard, grade: grade, source: Figure.Source(title: "s"), precedence: precedence)
}
/// What is summed, and told.
struct Summed {
  let figures: [Figure]
  let notices: [Notice]
  /// `unit day measure value` of every sum, sorted.
  var shown: [String] {
    figures.map {
      let value = if case .amount(let n)? = $0.value { n.plain } else { "-" }
      return "\($0.unit) \($0.asOf.iso) \($0.measure) \(value)"
    }.sorted()
  }
}
func rollUp(
  _ figures: [Figure], measures: [String] = ["poor"], sums: [String: [String]] = [:],
  from: UnitLevel = .province,
  to: [UnitLevel] = [.region, .country], lists: [String] = []
) throws -> Summed {
  let rollUp = RollUp(
    measures: measures, sums: sums, from: from, to: to, units: try registry(), edition: "e1",
    lists: lists)
  let made = try rollUp.made(of: figures)
  return Summed(figures: made.figures, notices: made.notices)
}
