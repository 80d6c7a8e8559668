import Diagnostics
import Figures
import Plans
import StageKit
import Tables

extension Findings {
  /// Notes the measures of targets that no figure has, where one has nearly their name.
  mutating func tell(measuresOf plans: [Plan], in figures: [Figure]) {
    let published = Set(figures.map(\.measure))
    let known = published.union(KnownMeasures.all).sorted()
    for target in plans.flatMap(\.targets) {
      let place = (file: target.range?.file ?? "", line: target.range?.start.line ?? 0)
      for measure in target.measures
      where !published.contains(measure) && !KnownMeasures.all.contains(measure) {
        // Long names of measures share most of their letters; more than two are no slip.
        guard let near = known.nearest(to: measure, within: Swift.min(2, measure.count / 3)) else { continue }
        add(
          "track.unknown-measure", file: place.file, line: place.line,
          .unknownMeasure(measure, near: near, target))
      }
    }
  }
  /// Notes the figures that are not whole, of those that the verdicts on targets that count rest on.
  mutating func tell(fractionsIn plans: [PlanVerdicts]) {
    for told in plans.flatMap(\.targets) where told.target.unit?.isWhole == true {
      let range = told.target.range
      for figure in told.figures where figure.isBroken {
        add(
          "track.fraction", file: range?.file ?? "", line: range?.start.line ?? 0,
          .fraction(figure, told.target))
      }
    }
  }
}

extension Target {
  /// Every measure that it names, in the order of its readings, each once.
  fileprivate var measures: [String] {
    readings.flatMap(\.conditions).reduce(into: []) { found, condition in
      if !found.contains(condition.measure) { found.append(condition.measure) }
    }
  }
}
extension TargetVerdict {
  /// The base figures and the results of its readings, each once.
  fileprivate var figures: [Figure] {
    readings.flatMap(\.conditions).map(\.verdict).reduce(into: []) { found, verdict in
      for figure in [verdict.base, verdict.result].compactMap({ $0 }) where !found.contains(figure) {
        found.append(figure)
      }
    }
  }
}
extension Figure {
  /// Whether it is an amount with a fraction.
  fileprivate var isBroken: Bool {
    if case .amount(let amount)? = value { amount.rounded(places: 0) != amount } else { false }
  }
}
extension Phrase {
  fileprivate static func unknownMeasure(_ measure: String, near: String, _ target: Target) -> Phrase {
    Phrase(
      vi:
        "chỉ tiêu '\(target.id)': không số liệu nào có số đo '\(measure)'; có phải ý bạn là '\(near)'?",
      en: "the target '\(target.id)': no figure has the measure '\(measure)'; did you mean '\(near)'?")
  }
  fileprivate static func fraction(_ figure: Figure, _ target: Target) -> Phrase {
    Phrase(
      vi:
        "chỉ tiêu '\(target.id)' là số đếm, mà số liệu '\(figure.id)' không phải số nguyên",
      en: "the target '\(target.id)' is a count, and the figure '\(figure.id)' is not whole")
  }
}
