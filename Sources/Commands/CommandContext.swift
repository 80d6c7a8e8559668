import ArgumentParser
import Diagnostics
import StageKit

/// What every command is given.
struct CommandContext: Sendable {
  var stages: [any Stage.Type]
  var explanations: [Explanation]
  var console: Console
  var language: Language

  /// The text in the language of this command line.
  func say(_ phrase: Phrase) -> String { phrase(language) }
  /// The text in the language of this command line.
  func say(vi: String, en: String) -> String { language == .vi ? vi : en }

  /// Reads a command line and does what it says.
  func run(_ arguments: [String]) async -> ExitStatus {
    do {
      try arguments.refuseSlips()
      var command = try RootCommand.parseAsRoot(arguments)
      if let command = command as? any Subcommand { return await command.run(in: self) }
      // The command alone, and `help`: both answer by throwing the help.
      try command.run()
      return .fine
    } catch {
      return tell(error, of: arguments)
    }
  }

  /// Says why a command line was not carried out, or gives the help it asked for.
  private func tell(_ error: any Error, of arguments: [String]) -> ExitStatus {
    let text = RootCommand.fullMessage(for: error, columns: min(console.terminalWidth ?? 100, 100))
    guard RootCommand.exitCode(for: error) != .success else {
      console.out(HelpText.translated(text, to: language) + "\n")
      return .fine
    }
    let message = UsageError(
      RootCommand.message(for: error), commands: RootCommand.names(of: arguments),
      words: arguments)
    if arguments.asksForJSON {
      let renderer = DiagnosticRenderer(language: language, source: { _ in nil })
      console.out(renderer.json(Diagnostic("command.usage", message.phrase, at: nil)) + "\n")
    } else {
      console.err(message.rendered(HelpText.translated(text, to: language), language) + "\n")
    }
    return .commandLineWrong
  }
}

extension [String] {
  /// Options that may be given again.
  private static let repeatable: Set<Substring> = ["--set", "--in", "--lang", "--quiet", "--csv", "--help"]

  /// Options of which the value is a number from 1.
  private static let counts: Set<String> = ["--workers", "--rows", "--row", "--limit"]

  /// Refuses what the parser would pass over: an option given twice, of which it takes the last, and help on no command.
  fileprivate func refuseSlips() throws {
    var seen: Set<Substring> = []
    for word in prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let name = word.prefix { $0 != "=" }
      guard Self.repeatable.contains(name) || seen.insert(name).inserted else {
        throw ValidationError(UsageError.twice(String(name)))
      }
    }
    // The parser takes a number below zero for an option, and says that the value is missing.
    for (name, value) in zip(self, dropFirst()).prefix(while: { $0.0 != "--" })
    where Self.counts.contains(name) && value.first == "-" && Int(value) != nil {
      throw ValidationError("The value '\(value)' is invalid for '\(name)': \(UsageError.belowOne)")
    }
    let rest = fromCommand
    guard rest.first == "help", let command = rest.dropFirst().first, !command.hasPrefix("-") else { return }
    guard (RootCommand.commandNames + ["help"]).contains(command) else {
      throw ValidationError("Unexpected argument '\(command)'")
    }
  }
  /// The words without the options that may stand before the command.
  var fromCommand: ArraySlice<String> {
    var rest = self[...]
    while let word = rest.first, word.hasPrefix("-") {
      rest = rest.dropFirst(["--lang", "--format"].contains(word) ? 2 : 1)
    }
    return rest
  }
  /// Whether the words ask for JSON, read without parsing the rest.
  fileprivate var asksForJSON: Bool {
    contains("--format=json") || zip(self, dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }
}

/// A command under `minhbach`.
protocol Subcommand: ParsableCommand, Sendable {
  /// Does it.
  func run(in context: CommandContext) async -> ExitStatus
}
