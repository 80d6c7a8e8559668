public import Diagnostics
public import Disclosure
import Plans
import Standards
public import StageKit
import Units

/// Gives a verdict on every target of some plans, from published figures.
public struct TrackPlans: TableStage {
  /// The word after `use:`.
  public static let name = "plan.track"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Đánh giá từng chỉ tiêu của các kế hoạch.", en: "Gives a verdict on every target of the plans.")
  /// The register of units and the standards, which plans name.
  public static let resources: [any Resource.Type] = [UnitRegistry.self, StandardLibrary.self]
  /// The words of its codes, and of those in the files of plans.
  public static let explanations = trackExplanations + plansExplanations + standardsExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The figures that everybody may see.
    public let figures = Port<PublishedTable>(vi: "Số liệu đã qua bảo vệ.", en: "The published figures.")
    /// The ports.
    public init() {}
  }
  /// What it gives.
  public struct Outputs: Ports {
    /// The verdicts.
    public let verdicts = Port<PublishedVerdicts>(vi: "Các đánh giá.", en: "The verdicts.")
    /// The ports.
    public init() {}
  }
  /// The options of `plan.track`.
  public struct Options: StageOptions {
    @Option(vi: "Các tệp kế hoạch.", en: "The files of the plans.") var plans: [DocumentPath<Plan>]
    @Option(
      vi: "Cho dùng chuẩn nghèo còn là tạm, chỉ để chạy thử.",
      en: "Lets standards be used whose pack is provisional, for trials.", default: false)
    var allowProvisional: Bool
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Reads the plans, and finds the unit and the standard of each.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    let units = plan[UnitRegistry.self]
    let plans = tracked(&plan)
    if plan.pipeline.edition == nil { plan.report(.noEdition(at: plan.range)) }
    let day = plan.pipeline.edition?.date
    var shapes = Shapes<Outputs>()
    shapes.verdicts = NoShape()
    let place = plan.pipeline.edition?.$date
    return Planned(shapes) { (given, findings) throws(StageError) in
      var out = Given<Outputs>()
      if let day { findings.tell(given.figures.figures, after: day, at: place) }
      findings.tell(measuresOf: plans.map(\.plan), in: given.figures.figures)
      let verdicts = given.figures.verdicts(on: plans, units: units, day: day ?? UnitRegistry.firstDay)
      findings.tell(fractionsIn: verdicts.plans)
      findings.tell(partsIn: verdicts.plans)
      out.verdicts = verdicts
      return out
    }
  }

  private func tracked(_ plan: inout Planning) -> [(plan: Plan, unit: UnitVersion)] {
    if options.plans.isEmpty { plan.report(.noPlans(at: options.$plans ?? plan.range)) }
    let plans = options.plans.compactMap { plan.document($0) }
    for problem in plans.flatMap(\.contradictions) { plan.report(.contradiction(problem)) }
    for (index, one) in plans.enumerated() where plans[..<index].contains(where: { $0.id == one.id }) {
      plan.report(.planTwice(one))
    }
    let found: [(plan: Plan, unit: UnitVersion)] = plans.compactMap { one in
      do throws(Diagnostics) {
        let standard = try plan[StandardLibrary.self].resolve(one.standard, at: one.places.standard)
        let unit = try plan[UnitRegistry.self].resolve(
          code: one.unit, level: one.level, on: one.from, at: one.places.unit)
        check(standard, of: one, in: unit, &plan)
        return (one, unit)
      } catch {
        plan.report(error)
        return nil
      }
    }
    let tree = PlanTree(plans, found, plan[UnitRegistry.self])
    for one in plans { tree.problem(of: one).map { plan.report($0) } }
    return found
  }
  /// Notes a standard that no day of the plan is under, that of another province, and a provisional one.
  private func check(
    _ standard: Standard, of one: Plan, in unit: UnitVersion, _ plan: inout Planning
  ) {
    let place = one.places.standard
    if one.to < standard.validFrom || standard.validTo.map({ $0 < one.from }) ?? false {
      plan.report(.standardThen(standard, of: one))
    }
    let above = plan[UnitRegistry.self].ancestors(of: unit, on: one.from)
    let province = ([unit] + above).first { $0.level == .province }?.code
    guard let refusal = standard.refusal(in: province, allowsProvisional: options.allowProvisional)
    else { return }
    switch refusal.reason {
    case .scope:
      plan.report(Diagnostic("track.standard-scope", refusal.message, at: place, hint: refusal.hint))
    case .provisional:
      plan.report(Diagnostic("track.standard-provisional", refusal.message, at: place, hint: refusal.hint))
    }
  }
}

extension Diagnostic {
  fileprivate static func noEdition(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "track.no-edition",
      Phrase(
        vi: "không có ngày công bố, nên không đánh giá được",
        en: "without an edition there is no day for verdicts"),
      at: range,
      hint: Phrase(
        vi: "ghi edition: { id: …, date: … } ở đầu tệp pipeline",
        en: "write `edition: { id: …, date: … }` in the pipeline file"))
  }
  fileprivate static func standardThen(_ standard: Standard, of plan: Plan) -> Diagnostic {
    Diagnostic(
      "track.standard-then",
      Phrase(
        vi: "không ngày nào của kế hoạch thuộc kỳ áp dụng của chuẩn '\(standard.id)'",
        en: "no day of the plan is one on which the standard '\(standard.id)' is in force"),
      at: plan.places.standard,
      hint: Phrase(
        vi: "xem lại chuẩn áp dụng cho kỳ của kế hoạch",
        en: "check which standard is that of the period of the plan"))
  }
  fileprivate static func planTwice(_ plan: Plan) -> Diagnostic {
    Diagnostic(
      "track.plan-twice",
      Phrase(vi: "hai kế hoạch cùng mã '\(plan.id)'", en: "two plans have the id '\(plan.id)'"),
      at: plan.places.plan,
      hint: Phrase(
        vi: "đổi plan: trong một tệp, hoặc bỏ tệp được nêu hai lần ở plans:",
        en: "change `plan:` in one of the files, or remove a file that `plans:` names twice"))
  }
  fileprivate static func noPlans(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "track.no-plans",
      Phrase(vi: "'plans' không nêu kế hoạch nào", en: "'plans' names no plan"),
      at: range,
      hint: Phrase(
        vi: "ghi ít nhất một tệp kế hoạch, như plans: [ke-hoach.yaml], hoặc bỏ bước này",
        en: "name one file of a plan at least, such as `plans: [plan.yaml]`, or leave this step out"))
  }
}
