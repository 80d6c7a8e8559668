public import StageKit

/// The stages of this module, in the order they are listed to people.
public let stages: [any Stage.Type] = [ValidateRows.self, CheckFigures.self, ProposeDuplicates.self]
