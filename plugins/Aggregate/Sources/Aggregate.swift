public import StageKit

/// The stages of this module, in the order they are listed to people.
public let stages: [any Stage.Type] = [
  AggregateHouseholds.self, MeasureHouseholds.self, CompareMeasures.self, MakeFlows.self, MakeForms.self,
  WriteForms.self, MakeFigures.self, RollUpFigures.self, RecastFigures.self,
]
