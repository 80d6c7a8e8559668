import Diagnostics
import Figures
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// Takes all rows and writes nothing, so that a run makes all of them.
struct TakeRows: SinkStage {
  static let name = "rows.take"
  static let summary = Phrase(vi: "Lấy mọi dòng.", en: "Takes all rows.")
  static let audience = Audience.office
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    SinkWork { (given, _) throws(StageError) in
      try await given.table.forEach { (_) throws(StageError) in }
    }
  }
}

/// A whole pipeline of households, whose files are in memory.
struct HouseholdRun {
  let files: ProjectFiles
  let checked: CheckedPipeline

  /// - Throws: What is wrong with the pipeline.
  init(_ pipeline: String, _ files: [String: String] = [:]) throws {
    var all = files
    all["p.yaml"] = pipeline
    for name in ["vn-2016.yaml", "vn-2022.yaml"] {
      let path = StageContractTests.root.appending(path: "pipelines/standards/\(name)")
      all["s/\(name)"] = try String(contentsOf: path, encoding: .utf8)
    }
    all.merge(Self.register) { given, _ in given }
    self.files = .memory(all)
    checked = try checkPipeline("p.yaml", stages: allStages + [TakeRows.self], files: self.files)
  }
  /// The table that a step gives.
  func table(_ step: String, workers: Int = 2) async throws -> NamedTable {
    let runner = Runner(checked, files: files, width: workers)
    let table = try #require(try await runner.value(of: step) as? Table)
    let schema = try #require(checked.steps.first { $0.id == step }?.schema)
    return NamedTable(names: schema.names, rows: table.rows)
  }
  /// The schema of what a step gives.
  func schema(_ step: String) -> Schema? { checked.steps.first { $0.id == step }?.schema }

  /// An invented province with one district and four communes.
  static let register = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa
    98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa
    981@2016-01-01,981,Huyện Hoa Sen,district,huyện,98,2016-01-01,,,bịa
    90001@2016-01-01,90001,Xã Một,commune,xã,981,2016-01-01,,rural,bịa
    90002@2016-01-01,90002,Xã Hai,commune,xã,981,2016-01-01,,rural,bịa
    90003@2016-01-01,90003,Xã Ba,commune,xã,981,2016-01-01,,rural,bịa
    90004@2016-01-01,90004,Thị trấn Bốn,commune,thị trấn,981,2016-01-01,,urban,bịa

    """, "u/successors.csv": "from,to,extent,source\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  /// The twelve indicators with columns whose names are numbered.
  static func deprivations(_ name: (Int) -> String) -> String {
    let ids = [
      "employment", "dependants", "nutrition", "insurance", "adult_education", "child_schooling",
      "housing_quality", "housing_space", "water", "toilet", "telecom", "devices",
    ]
    return "{ " + ids.enumerated().map { "\($1): \(name($0 + 1))" }.joined(separator: ", ") + " }"
  }
}

/// A table whose cells are found by the names of their columns.
struct NamedTable: Equatable {
  let names: [String]
  let rows: Batch

  func column(_ name: String) -> Column { rows.columns[names.firstIndex(of: name) ?? 0] }
  func text(_ name: String, _ row: Int) -> String? {
    guard case .text(let cells) = column(name), !column(name).isMissing(row) else { return nil }
    return String(decoding: cells[row], as: UTF8.self)
  }
  func number(_ name: String, _ row: Int) -> FixedPoint? {
    guard !column(name).isMissing(row) else { return nil }
    switch column(name) {
    case .int(let cells): return FixedPoint(cells.values[row])
    case .decimal(let cells): return FixedPoint(units: Int128(cells.units.values[row]), scale: cells.scale)
    default: return nil
    }
  }
  /// The row of a unit and group.
  func row(_ level: String, _ unit: String, _ group: String) -> Int? {
    (0..<rows.count).first {
      text("level", $0) == level && text("unit", $0) == unit && text("group", $0) == group
    }
  }
}
