import Figures
import Units

/// All figures there are, with the rows that lack, and what holds of each before anything is withheld.
struct Candidates {
  let figures: [Figure]
  /// Of every figure, whether it was carried over from the boundaries of its day to others.
  let isCarried: [Bool]
  /// Of every figure, whether a ground makes it public.
  let isPublic: [Bool]

  init(
    _ given: [Figure], _ grounds: [PublicGround], _ rule: (rule: DisclosureRule, units: UnitRegistry)?
  ) {
    var figures = given
    var isCarried = given.map { !$0.boundary.isEmpty }
    if let rule {
      var hierarchy = Hierarchy(rule.units)
      figures = Completion.completed(figures, &hierarchy, rule.rule)
      figures = CarriedCompletion.completed(figures, &hierarchy, rule.rule, grounds)
      isCarried = figures.map { hierarchy.isCarried($0) }
    }
    let rates = rule?.rule.rates ?? DisclosureRule.Rate.usual
    isPublic = zip(figures, isCarried).map { figure, isCarried in
      isCarried ? grounds.cover(carried: figure, rates) : grounds.contains { $0.covers(figure) }
    }
    (self.figures, self.isCarried) = (figures, isCarried)
  }
}

extension [PublicGround] {
  /// Whether a figure that was carried over is public: it, and all that it was made of.
  ///
  /// A count is made of counts of the same measure and group, to which the same grounds apply. A rate is made of two
  /// others, and tells both.
  fileprivate func cover(carried figure: Figure, _ rates: [DisclosureRule.Rate]) -> Bool {
    guard contains(where: { $0.covers(figure) }) else { return false }
    guard case .ratio? = figure.value else { return true }
    guard let rate = rates.first(where: { $0.measure == figure.measure }) else { return false }
    return [rate.part, rate.whole].allSatisfy { measure in
      var count = figure
      count.measure = measure
      return contains { $0.covers(count) }
    }
  }
}
