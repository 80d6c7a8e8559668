import Figures
import Units

extension LeafUnits {
  /// Those around what a roll-up adds.
  init(_ rollUp: RollUp, _ figures: [Figure]) {
    self.init(
      rollUp.units, from: rollUp.from, codes: Set(figures.map { String($0.unit.prefix { $0 != "@" }) }))
  }
}
