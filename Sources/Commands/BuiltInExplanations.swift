public import Diagnostics

/// What `explain` says of every code that belongs to no stage: those of the engine, the domain and the command.
public let builtInExplanations: [Explanation] = [
  commandsExplanations
].flatMap { $0 }
