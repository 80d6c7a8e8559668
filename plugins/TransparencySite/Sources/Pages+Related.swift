import Plans
import SiteKit

// What stands beside a target: every link here has one back.
extension SiteModel {
  /// The target it is nested in and those nested in it, those that must agree with it, and those that ask for the same in
  /// the plan above and in the plans below.
  func related(to target: Target, in plan: Plan) -> [TemplateValue] {
    func link(_ word: SiteWord, _ other: Target) -> TemplateValue {
      row(words(word, ["target": other.title.text]), other, plan)
    }
    let whole = target.partOf.flatMap { plan.target($0) }.map { [link(.targetRelatedWhole, $0)] } ?? []
    let parts = plan.targets.filter { $0.partOf == target.id }
    let near = Set(parts.map(\.id) + [target.partOf ?? "", target.id])
    var agreeing: [(id: String, word: SiteWord)] = []
    for role in plan.agreements.flatMap({ $0.beside(target.id) })
    where !near.contains(role.id) && !agreeing.contains(where: { $0.id == role.id }) {
      agreeing.append(role)
    }
    return whole + parts.map { link(.targetRelatedPart, $0) }
      + agreeing.compactMap { role in plan.target(role.id).map { link(role.word, $0) } }
      + across(target, plan)
  }
  private func row(_ text: String, _ other: Target, _ plan: Plan) -> TemplateValue {
    ["title": .text(text), "url": .text(path(of: other, in: plan).text)]
  }
  /// The targets of the plan above and of the plans below that ask for the same, by the same day.
  private func across(_ target: Target, _ plan: Plan) -> [TemplateValue] {
    let above = plans.map(\.plan).filter { $0.id == plan.parent?.plan && $0.id != plan.id }
    let below = plans.map(\.plan).filter { $0.parent?.plan == plan.id && $0.id != plan.id }
    func links(_ word: SiteWord, _ others: [Plan]) -> [TemplateValue] {
      others.flatMap { other in
        other.targets.filter { $0.matches(target) }.map {
          row(words(word, ["target": $0.title.text, "plan": other.shortName.text]), $0, other)
        }
      }
    }
    return links(.targetRelatedAbove, above) + links(.targetRelatedBelow, below)
  }
}

extension Agreement {
  /// The targets that must agree with one, with what each is to it: the same in another unit, the cut that leads to its
  /// level, the level its cut leads to.
  fileprivate func beside(_ id: String) -> [(id: String, word: SiteWord)] {
    let roles: [(id: String?, isRate: Bool, isCut: Bool)] = [
      (levelRate, true, false), (levelCount, false, false), (cutRate, true, true), (cutCount, false, true),
    ]
    guard let own = roles.first(where: { $0.id == id }) else { return [] }
    return roles.compactMap { other in
      guard let otherID = other.id, otherID != id else { return nil }
      if other.isCut == own.isCut {
        return (otherID, other.isRate ? .targetRelatedRate : .targetRelatedCount)
      }
      guard other.isRate == own.isRate else { return (otherID, .targetRelatedAgrees) }
      return (otherID, other.isCut ? .targetRelatedCut : .targetRelatedLevel)
    }
  }
}
