import Diagnostics
import Figures
import Plans
import StageKit

extension Findings {
  /// Notes the figures of parts that are more than the figure of what the plan makes them a part of.
  mutating func tell(partsIn plans: [PlanVerdicts]) {
    for plan in plans {
      for target in plan.targets {
        let found = target.readings.flatMap(\.conditions).map(\.verdict).filter(\.isMoreThanWhole)
        guard let figure = found.lazy.compactMap(\.result).first, let around = target.target.partOf else {
          continue
        }
        add(
          "track.more-than-whole", file: target.target.range?.file ?? "",
          line: target.target.range?.start.line ?? 0, .moreThanWhole(figure, target.target.id, around))
      }
    }
  }
}

extension Phrase {
  fileprivate static func moreThanWhole(_ figure: Figure, _ target: String, _ around: String) -> Phrase {
    Phrase(
      vi:
        "chỉ tiêu '\(target)': số liệu '\(figure.id)' lớn hơn số của chỉ tiêu '\(around)' mà nó nằm trong, nên không đánh giá",
      en:
        "the target '\(target)': the figure '\(figure.id)' is more than that of '\(around)', which it is a part of, so that there is no verdict"
    )
  }
}
