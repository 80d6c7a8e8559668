import Figures
import Formats
import Plans
import SiteKit
import Units

// Which notices stand on which page.
extension SiteModel {
  /// The notices for the first page: those about no unit first, and how many more there are.
  func notices(limit: Int) -> [TemplateValue] {
    let sorted = notices.filter { $0.unit.isEmpty } + notices.filter { !$0.unit.isEmpty }
    let shown = sorted.prefix(limit).map { TemplateValue.text($0.message.text) }
    guard sorted.count > limit else { return shown }
    let rest = VietnameseNumber.text(sorted.count - limit)
    return shown + [.text(words(.homeNoticesMore, ["count": rest]))]
  }
  func notices(about unit: UnitVersion) -> [TemplateValue] {
    texts(notices.filter { $0.unit == unit.id && !$0.subject.hasPrefix("target:") })
  }
  func notices(about plan: Plan) -> [TemplateValue] {
    texts(notices.filter { $0.subject == "plan:\(plan.id)" })
  }
  /// Those about a target, and those about figures it rests on.
  func notices(about target: Target, in plan: Plan, figures: [Figure]) -> [TemplateValue] {
    let subjects = ["target:\(target.id)", "target:\(plan.id)/\(target.id)"]
    let ids = Set(figures.map(\.id))
    return texts(
      notices.filter { notice in
        subjects.contains(notice.subject)
          || !notice.subject.hasPrefix("target:") && notice.figures.contains(where: ids.contains)
      })
  }
  private func texts(_ notices: [Notice]) -> [TemplateValue] {
    var seen: Set<String> = []
    return notices.map(\.message.text).filter { seen.insert($0).inserted }.map { .text($0) }
  }
}
