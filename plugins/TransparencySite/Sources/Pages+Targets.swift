import Figures
import Formats
import Plans
import SiteKit
import Units

// The list of all targets, and a page for each.
extension SiteModel {
  func targetList() -> Page {
    page(
      "chi-tieu/index.html", "targets", title: words(.targetsTitle), description: words(.targetsDescription),
      crumbs: [Crumb(name: words(.navTargets))],
      [
        "plans": .list(
          plans.map { plan in
            [
              "id": .text("kh-\(plan.plan.id)"), "name": .text(plan.plan.shortName.text),
              "url": .text(path(of: plan.plan).text),
              "caption": .text(words(.planCaption, ["plan": plan.plan.shortName.text])),
              "targets": .list(plan.targets.map { row($0, of: plan.plan) }),
            ]
          })
      ])
  }

  func targetPage(_ verdict: TargetVerdict, of plan: PlanVerdicts) -> Page {
    let target = verdict.target
    let goal = goal(of: target)
    let title = words(.targetTitle, ["target": target.title.text, "plan": plan.plan.shortName.text])
    let series = series(of: verdict, in: plan)
    let used = figures(of: verdict)
    let sources = SourceRows(used + series.figures, others: series.table?.others ?? [])
    return page(
      path(of: target, in: plan.plan), "target", title: title,
      description: words(
        .targetDescription,
        [
          "target": target.title.text, "goal": goal.isEmpty ? words(.targetSummaryNone) : goal,
          "verdict": text(verdict.verdict), "plan": plan.plan.name.text,
        ]),
      crumbs: [
        Crumb(name: words(.navPlans), path: "ke-hoach/index.html"),
        Crumb(name: plan.plan.shortName.text, path: path(of: plan.plan).text),
        Crumb(name: target.title.text),
      ],
      data: dataset(of: verdict, in: plan, series.figures),
      [
        "verdict": record(verdict.verdict),
        "summary": .text(goal.isEmpty ? words(.targetSummaryNone) : words(.targetSummary, ["goal": goal])),
        "meta": .list(meta(of: verdict, in: plan)), "readings": .list(readings(of: verdict)),
        "reason": .optional(verdict.readings.isEmpty ? verdict.verdict.reason?.text : nil),
        "same": .flag(verdict.readings.count > 1 && !verdict.readingsDiffer),
        "differ": .flag(verdict.readingsDiffer),
        "notices": .list(notices(about: target, in: plan.plan, figures: used)),
        "notices_heading": .text(words(.targetNotices)),
        "chart": series.table.map {
          record(
            $0, id: "chuoi", caption: words(.targetTableCaption, ["unit": fullName(of: plan.unit)]),
            chart: series.chart, anchors: sources.anchors)
        } ?? .nothing,
        "figures": records(sources),
        "figures_caption": .text(words(.targetFiguresCaption, ["target": target.title.text])),
        "figures_cut": .nothing, "related": .list(related(to: target, in: plan.plan)),
      ])
  }
  /// The figures that its verdicts rest on: results, base figures, and counts by which a distance is told in households.
  func figures(of verdict: TargetVerdict) -> [Figure] {
    verdict.readings.flatMap(\.conditions).flatMap { condition -> [Figure] in
      let verdict = condition.verdict
      return [verdict.result, verdict.base].compactMap { $0 } + verdict.beside
    }
  }

  private func readings(of verdict: TargetVerdict) -> [TemplateValue] {
    let many = verdict.readings.count > 1
    return verdict.readings.map { reading in
      let several = reading.conditions.count > 1
      return [
        "name": .optional(many || several ? reading.reading.name?.text : nil),
        "verdict": record(reading.verdict), "show_verdict": .flag(many),
        "conditions": .list(
          reading.conditions.map { condition in
            [
              "name": .optional(several ? condition.condition.name?.text : nil),
              "verdict": record(condition.verdict),
              "goal": .text(goal(of: condition.condition, in: verdict.target)),
              "reason": .optional(condition.verdict.reason?.text.sentence),
              "steps": .list(condition.verdict.steps.map { .text($0.text) }),
            ]
          }),
      ]
    }
  }
}

extension String {
  /// The same as a sentence: its first letter large, a stop at its end.
  var sentence: String {
    let text = prefix(1).uppercased() + dropFirst()
    return text.hasSuffix(".") ? text : text + "."
  }
}
