import Diagnostics
import Disclosure
import Figures
import Pipelines
import StageKit
import Stages
import Tables
import Testing

@testable import Plans

/// The pipeline of the invented province as it is committed, from its lists to the verdicts, held to what was counted apart.
@Suite struct InventedPipelineTests {
  private struct Outcome: Sendable {
    let kept: [Int: Int]
    let figures: [Int: FigureTable]
    let published: PublishedTable
    let verdicts: PublishedVerdicts
  }
  /// Run once for all tests.
  private static let outcome = Task { () async throws -> Outcome in
    let path = Here.root + "/\(InventedProvince.folder)/pipeline.yaml"
    let project = try Project.find(path, share: Here.share)
    let pipeline = try checkPipeline(project.file, stages: allStages, files: project.files)
    let runner = Runner(pipeline, files: project.files, width: 2)
    func value<F>(_ step: String, _ port: String, _: F.Type = F.self) async throws -> F {
      guard let value = try await runner.value(of: step, port: port) as? F else {
        throw StageError(Phrase(same: "\(step).\(port) is no \(F.self)"))
      }
      return value
    }
    var kept: [Int: Int] = [:]
    var figures: [Int: FigureTable] = [:]
    for year in [2023, 2024] {
      kept[year] = try #require(try await runner.value(of: "doi-chieu-\(year)") as? Table).rows.count
      figures[year] = try await value("so-lieu-\(year)", "figures")
    }
    return Outcome(
      kept: kept, figures: figures, published: try await value("cong-bo", "figures"),
      verdicts: try await value("danh-gia", "verdicts"))
  }

  /// The counts that a row of `expected/counts.csv` stands for, by measure and group.
  private func counts(_ row: [String: String]) -> [(measure: String, group: String, count: Int)] {
    func number(_ name: String) -> Int { Int(row[name] ?? "") ?? -1 }
    let group = row["group"] ?? ""
    let whole = [
      ("poor", group, number("poor")), ("near_poor", group, number("near_poor")),
      ("poor_plus_near", group, number("poor") + number("near_poor")),
      ("poor_persons", group, number("members_poor")),
    ]
    guard group == "all" else { return whole }
    return whole
      + InventedProvince.indicators.enumerated().map { place, id in
        ("deprived_\(id)", "class:poor", number("dep_\(place + 1)_poor"))
      }
  }

  @Test(arguments: [2023, 2024]) func `as many rows are kept as are right`(_ year: Int) async throws {
    let province = try InventedProvince.table("expected/counts.csv").first {
      $0["year"] == "\(year)" && $0["level"] == "province" && $0["group"] == "all"
    }
    #expect(try await Self.outcome.value.kept[year].map { "\($0)" } == province?["households"])
  }
  @Test(arguments: [2023, 2024]) func `every count is that of the rows that are right`(_ year: Int)
    async throws
  {
    let table = try #require(try await Self.outcome.value.figures[year])
    let made = Dictionary(uniqueKeysWithValues: table.figures.map { ($0.id, $0) })
    var compared = 0
    for row in try InventedProvince.table("expected/counts.csv") where row["year"] == "\(year)" {
      let unit = "\(row["unit"] ?? "")@2016-01-01"
      for (measure, group, number) in counts(row) {
        let figure = made["\(unit)/\(year)-12-31/\(measure)/\(group)/vn-2022/simulated"]
        #expect(figure?.value == count(number), "\(unit) \(measure) \(group)")
        compared += 1
      }
    }
    #expect(compared > 2000)
  }
  @Test func `what is published is what was counted, and nothing that gives a household away`() async throws {
    let result = try await Self.outcome.value
    var isPublished: [String: Bool] = [:]
    let made = Dictionary(
      uniqueKeysWithValues: result.figures.values.flatMap(\.figures).map { ($0.id, $0) })
    for figure in result.published.figures where figure.status == .value {
      if let counted = made[figure.id] { #expect(figure.value == counted.value) }
      isPublished[figure.id] = true
    }
    for figure in made.values where figure.measure.hasPrefix("deprived_") && isPublished[figure.id] == true {
      guard case .amount(let amount)? = figure.value, let whole = amount.whole else { continue }
      #expect(whole == 0 || whole >= 5, "\(figure.id)")
    }
    #expect(isPublished["99@2016-01-01/2024-12-31/poor_rate/all/vn-2022/simulated"] == true)
  }
  @Test func `every target gets its word`() async throws {
    let verdicts = try await Self.outcome.value.verdicts
    let found = verdicts.plans.flatMap { plan in
      plan.targets.map { "\(plan.plan.id),\($0.target.id),\($0.verdict.word.rawValue)" }
    }
    let expected = try InventedProvince.table("expected/words.csv").map {
      [$0["plan"], $0["target"], $0["word"]].map { $0 ?? "" }.joined(separator: ",")
    }
    #expect(found == expected)
  }
}
