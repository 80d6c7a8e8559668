public import Diagnostics
import Edits
import Expressions
import Formats
import Measures
import Pipelines
import SiteKit
import StageKit
import Standards
import Units
import YAML

/// What `explain` says of every code that belongs to no stage: those of the engine, the domain and the command.
public let builtInExplanations: [Explanation] = [
  yamlExplanations, expressionsExplanations, stageKitExplanations, formatsExplanations,
  pipelinesExplanations, unitsExplanations, standardsExplanations, editsExplanations, measuresExplanations,
  siteKitExplanations, commandsExplanations,
].flatMap { $0 }
