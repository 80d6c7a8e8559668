import Diagnostics
import Disclosure
import Figures
import Pipelines
import StageKit
import Stages
import Tables
import Units

@testable import Plans

/// The pipeline of the five plans, run as it is committed, up to the verdicts.
struct FivePlans: Sendable {
  let verdicts: PublishedVerdicts
  let published: PublishedTable
  let notices: Notices
  let released: ReleasedNotices
  let sums: FigureTable

  /// Run once for all tests.
  static let result = Task { try await FivePlans() }

  private init() async throws {
    let project = try Project.find(Here.root + "/pipelines/five-plans/pipeline.yaml", share: Here.share)
    let pipeline = try checkPipeline(project.file, stages: allStages, files: project.files)
    let runner = Runner(pipeline, files: project.files, width: 2)
    func value<F>(_ step: String, _ port: String, _: F.Type = F.self) async throws -> F {
      guard let value = try await runner.value(of: step, port: port) as? F else {
        throw StageError(Phrase(same: "\(step).\(port) is no \(F.self)"))
      }
      return value
    }
    verdicts = try await value("danh-gia", "verdicts")
    published = try await value("cong-bo", "figures")
    released = try await value("cong-bo", "notices")
    notices = try await value("cong-len", "notices")
    sums = try await value("cong-len", "figures")
  }
  /// The plans of places, and the two programmes of the whole country.
  var five: [PlanVerdicts] { verdicts.plans.filter { $0.plan.level != .country } }
  var national: [PlanVerdicts] { verdicts.plans.filter { $0.plan.level == .country } }
  func plan(_ id: String) -> PlanVerdicts? { verdicts.plans.first { $0.plan.id == id } }
  func target(_ id: String) -> TargetVerdict? {
    verdicts.plans.flatMap(\.targets).first { $0.target.id == id }
  }
  /// What is published of a unit, measure and day, in the order of precedence.
  func figures(_ unit: String, _ measure: String, _ iso: String, standard: String = "vn-2022") -> [Figure] {
    published.figures.filter {
      $0.unit == unit && $0.measure == measure && $0.asOf.iso == iso && $0.standard == standard
        && $0.group == "all"
    }.sorted { $0.precedence < $1.precedence }
  }
}
