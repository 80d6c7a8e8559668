import Diagnostics
import Plans
import Tables
import Units

/// Which plan stands under which, and what is wrong with that.
struct PlanTree {
  private let plans: [Plan]
  private let unitOf: [String: UnitVersion]
  private let units: UnitRegistry

  init(_ plans: [Plan], _ found: [(plan: Plan, unit: UnitVersion)], _ units: UnitRegistry) {
    (self.plans, self.units) = (plans, units)
    unitOf = Dictionary(found.map { ($0.plan.id, $0.unit) }) { a, _ in a }
  }

  /// The first thing wrong with the plan above a plan; `nil` when it may stand there, and when it names none.
  func problem(of one: Plan) -> Diagnostic? {
    guard let id = one.parent?.plan else { return nil }
    guard let above = plans.first(where: { $0.id == id }) else {
      return .unknownParent(id, of: one, among: plans.map(\.id))
    }
    if let circle = circle(from: one) { return .parentCircle(one, circle) }
    if above.to < one.from || one.to < above.from { return .parentPeriod(one, above) }
    // A unit that is not found is told already.
    guard let inner = unitOf[one.id], let outer = unitOf[above.id] else { return nil }
    if inner.level < outer.level { return .parentLevel(one, inner, above, outer) }
    return isWithin(inner, outer, one) ? nil : .parentElsewhere(one, inner, above, outer)
  }

  /// The ids on the way up from a plan back to itself; `nil` when it does not lead there.
  private func circle(from one: Plan) -> [String]? {
    var path = [one.id]
    var next = one.parent?.plan
    while let here = next, !path.contains(here) {
      path.append(here)
      next = plans.first { $0.id == here }?.parent?.plan
    }
    // A plan that only leads into a circle is not itself to blame.
    return next == one.id ? path + [one.id] : nil
  }
  /// Whether a unit is the other, or lies within it on the first day of the plan.
  private func isWithin(_ inner: UnitVersion, _ outer: UnitVersion, _ plan: Plan) -> Bool {
    ([inner] + units.ancestors(of: inner, on: plan.from)).contains {
      $0.id == outer.id || $0.code == outer.code && $0.level == outer.level
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownParent(_ id: String, of plan: Plan, among known: [String]) -> Diagnostic {
    Diagnostic(
      "track.unknown-parent",
      Phrase(
        vi: "kế hoạch cấp trên '\(id)' không được theo dõi", en: "the plan above, '\(id)', is not tracked"),
      at: plan.places.parent,
      hint: known.filter { $0 != plan.id }.suggestion(for: id)
        ?? Phrase(
          vi: "thêm kế hoạch ấy vào bước này, hoặc bỏ parent",
          en: "give that plan to this step too, or leave `parent` out"))
  }
  fileprivate static func parentCircle(_ plan: Plan, _ path: [String]) -> Diagnostic {
    Diagnostic(
      "track.parent-circle",
      Phrase(
        vi: "kế hoạch '\(plan.id)' đứng dưới chính nó: \(path.joined(separator: " → "))",
        en: "the plan '\(plan.id)' stands under itself: \(path.joined(separator: " → "))"),
      at: plan.places.parent,
      hint: Phrase(
        vi: "sửa parent.plan: kế hoạch cấp trên không thể đứng dưới kế hoạch cấp dưới của nó",
        en: "mend `parent.plan`: the plan above cannot stand under a plan below it"))
  }
  fileprivate static func parentPeriod(_ plan: Plan, _ above: Plan) -> Diagnostic {
    Diagnostic(
      "track.parent-period",
      Phrase(
        vi:
          "thời kỳ \(plan.from.iso) – \(plan.to.iso) của '\(plan.id)' không có ngày chung với '\(above.id)'",
        en: "the period \(plan.from.iso) to \(plan.to.iso) of '\(plan.id)' shares no day with '\(above.id)'"),
      at: plan.places.parent,
      hint: Phrase(
        vi: "'\(above.id)' là của thời kỳ \(above.from.iso) – \(above.to.iso)",
        en: "'\(above.id)' is of the period \(above.from.iso) to \(above.to.iso)"))
  }
  fileprivate static func parentLevel(
    _ plan: Plan, _ inner: UnitVersion, _ above: Plan, _ outer: UnitVersion
  ) -> Diagnostic {
    Diagnostic(
      "track.parent-level",
      Phrase(
        vi: "'\(plan.id)' của \(inner.name) không thể đứng dưới kế hoạch của cấp thấp hơn, \(outer.name)",
        en: "'\(plan.id)' of \(inner.name) cannot stand under a plan of a lower level, \(outer.name)"),
      at: plan.places.parent,
      hint: Phrase(
        vi: "sửa parent.plan, hoặc unit và level của một trong hai: '\(above.id)' là của cấp thấp hơn",
        en: "mend `parent.plan`, or `unit` and `level` of one: '\(above.id)' is of the lower level"))
  }
  fileprivate static func parentElsewhere(
    _ plan: Plan, _ inner: UnitVersion, _ above: Plan, _ outer: UnitVersion
  ) -> Diagnostic {
    Diagnostic(
      "track.parent-elsewhere",
      Phrase(
        vi:
          "\(inner.name) (\(inner.code)) không thuộc \(outer.name) (\(outer.code)), đơn vị của '\(above.id)'",
        en:
          "\(inner.name) (\(inner.code)) does not lie in \(outer.name) (\(outer.code)), the unit of '\(above.id)'"
      ),
      at: plan.places.parent,
      hint: Phrase(
        vi: "sửa parent.plan, hoặc unit của một trong hai kế hoạch",
        en: "mend `parent.plan`, or `unit` of one of the two plans"))
  }
}
