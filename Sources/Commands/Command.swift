public import Diagnostics
public import StageKit

/// The command `minhbach` with a list of stages: what a package of your own starts with its own list.
///
///     import Commands
///     import Stages
///
///     await Command(stages: allStages).start()
public struct Command: Sendable {
  private let stages: [any Stage.Type]
  private let explanations: [Explanation]

  /// A command that knows some stages.
  ///
  /// - Parameters:
  ///   - stages: The stages, in the order in which they are listed to people.
  ///   - explanations: What `explain` says of codes of your own that belong to no stage.
  public init(stages: [any Stage.Type], explanations: [Explanation] = []) {
    (self.stages, self.explanations) = (stages, builtInExplanations + explanations)
  }

  /// Runs the command line of this process and ends the process with its exit status.
  public func start() async -> Never {
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    Console.process.end(status)
  }

  /// Runs one command line.
  ///
  /// - Parameter arguments: The words after the name of the program.
  /// - Returns: The exit status: 0 fine, 1 the data failed a gate, 2 the pipeline, plan, standard or theme is wrong,
  ///   3 the environment failed, 64 the command line is wrong.
  public func run(_ arguments: [String]) async -> Int32 { await run(arguments, console: .process) }

  /// The same, written to a given console.
  func run(_ arguments: [String], console: Console) async -> Int32 {
    let language = Language.preferred(arguments, variable: console.variable)
    let context = CommandContext(
      stages: stages, explanations: explanations, console: console, language: language)
    return await Speech.$language.withValue(language) { await context.run(arguments).rawValue }
  }
}
