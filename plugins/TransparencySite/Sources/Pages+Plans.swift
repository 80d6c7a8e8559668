import Formats
import Plans
import SiteKit

import struct Tables.Day

// The list of plans, and a page for each.
extension SiteModel {
  func planList() -> Page {
    page(
      "ke-hoach/index.html", "plans", title: words(.plansTitle), description: words(.plansDescription),
      crumbs: [Crumb(name: words(.navPlans))],
      [
        "plans": .list(
          plans.map { plan in
            [
              "name": .text(plan.plan.name.text), "url": .text(path(of: plan.plan).text),
              "unit": .text(fullName(of: plan.unit)), "unit_url": .text(path(of: plan.unit).text),
              "period": .text(period(of: plan.plan)),
              "total": .text(VietnameseNumber.text(plan.targets.count)),
              "counts": .text(countsText(of: plan.targets)),
            ]
          })
      ])
  }
  func planPage(_ verdicts: PlanVerdicts) -> Page {
    let plan = verdicts.plan
    let isActivity = { (target: TargetVerdict) in target.readings.isEmpty }
    return page(
      path(of: plan), "plan", title: plan.name.text,
      description: words(.planDescription, ["plan": plan.name.text]),
      crumbs: [
        Crumb(name: words(.navPlans), path: "ke-hoach/index.html"), Crumb(name: plan.shortName.text),
      ],
      [
        "summary": .text(
          words(
            .planSummary,
            [
              "total": VietnameseNumber.text(verdicts.targets.count),
              "counts": countsText(of: verdicts.targets),
            ])),
        "meta": .list(meta(of: verdicts)),
        "targets": .list(verdicts.targets.filter { !isActivity($0) }.map { row($0, of: plan) }),
        "caption": .text(words(.planCaption, ["plan": plan.shortName.text])),
        "checks": .list(
          verdicts.checks.map { check in
            [
              "text": .text(check.text.text), "detail": .optional(check.detail?.text),
              "icon": check.holds.map { .text($0 ? "check" : "warn") } ?? .nothing,
            ]
          }),
        "activities": .list(
          verdicts.targets.filter(isActivity).map { target in
            [
              "anchor": .text(anchor(of: target.target, in: plan)),
              "url": .text(path(of: target.target, in: plan).text),
              "title": .text(target.target.title.text), "goal": .text(goal(of: target.target)),
            ]
          }),
        "notices": .list(notices(about: plan)), "notices_heading": .text(words(.planNotices)),
        "cascade": .list(cascade(of: plan)), "sums": .list(sums(below: verdicts)),
        "sums_caption": .text(words(.planSumCaption, ["plan": plan.shortName.text])),
      ])
  }

  /// Whole years as such, other periods from day to day.
  func period(of plan: Plan) -> String {
    let isWhole =
      Day(year: plan.from.year, month: 1, day: 1) == plan.from
      && Day(year: plan.to.year, month: 12, day: 31) == plan.to
    guard isWhole else {
      return words(.planDays, ["from": plan.from.vietnamese, "to": plan.to.vietnamese])
    }
    return plan.from.year == plan.to.year ? "\(plan.to.year)" : "\(plan.from.year)–\(plan.to.year)"
  }
  private func meta(of verdicts: PlanVerdicts) -> [TemplateValue] {
    let plan = verdicts.plan
    let unknown = words(.planUnknown)
    var lines = [
      line(.planIssuer, plan.issuer),
      line(.planUnit, fullName(of: verdicts.unit), path: path(of: verdicts.unit).text),
      line(.planNumber, plan.number ?? unknown), line(.planDate, plan.date?.vietnamese ?? unknown),
      line(.planPeriod, period(of: plan)),
      line(.planStandard, standardName(plan.standard), path: standardLink(plan.standard)),
      line(.planSource, source(of: plan), path: plan.source.url.isAddress ? plan.source.url : nil),
    ]
    if !plan.source.note.isEmpty { lines.append(line(.planSourceNote, plan.source.note)) }
    if let note = plan.note { lines.append(line(.planNote, note.text)) }
    return lines
  }
  private func source(of plan: Plan) -> String {
    let day = plan.source.published.map { words(.planPublished, ["day": $0.vietnamese]) }
    return [plan.source.title, day].compactMap { $0 }.joined(separator: ", ")
  }
  /// The plan above, tracked or not, and the tracked plans below.
  private func cascade(of plan: Plan) -> [TemplateValue] {
    var lines: [TemplateValue] = []
    if let parent = plan.parent {
      let known = plans.first { $0.plan.id == parent.plan }?.plan
      let day = parent.date?.vietnamese ?? ""
      let told = [parent.number, day, parent.issuer].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append([
        "text": .text(words(.planAbove, ["plan": known?.name.text ?? told])),
        "url": .optional(known.map { path(of: $0).text }),
      ])
    }
    return lines
      + plans.map(\.plan).filter { $0.parent?.plan == plan.id }.map { below in
        [
          "text": .text(words(.planBelow, ["plan": below.name.text])), "url": .text(path(of: below).text),
        ]
      }
  }
}
