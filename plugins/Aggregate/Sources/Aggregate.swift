public import StageKit

/// The stages of this module, in the order they are listed to people.
public let stages: [any Stage.Type] = [
  AggregateHouseholds.self, MeasureHouseholds.self, MakeFlows.self, MakeFigures.self, RollUpFigures.self,
  RecastFigures.self,
]
