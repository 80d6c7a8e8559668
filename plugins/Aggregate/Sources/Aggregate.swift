public import StageKit

/// The stages of this module, in the order they are listed to people.
public let stages: [any Stage.Type] = [
  AggregateHouseholds.self, MeasureHouseholds.self, RebaseMeasures.self, CompareMeasures.self, MakeFlows.self,
  MakeDynamics.self, MakeForms.self, WriteForms.self, MakeFigures.self, RollUpFigures.self,
  RecastFigures.self,
]
