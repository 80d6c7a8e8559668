import ArgumentParser
import Diagnostics

/// The language in which help is written while one command line is read.
///
/// Help texts are made when a command is created, so they are in the language that is in force there.
enum Speech {
  @TaskLocal static var language = Language.vi

  /// The text in the language in force.
  static func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
}

extension ArgumentHelp {
  /// Help in the language in force.
  static func words(vi: String, en: String, value: Phrase? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Speech.say(vi, en)).naming(value?(Speech.language))
  }
  private func naming(_ value: String?) -> ArgumentHelp {
    var help = self
    help.valueName = value
    return help
  }
}

extension Language {
  /// The language of a command line: `--lang`, else the locale, else Vietnamese.
  ///
  /// Read before the command line is parsed, so that what is wrong with it can be said in this language.
  static func preferred(_ arguments: [String], variable: (String) -> String?) -> Language {
    let words = Array(arguments.prefix { $0 != "--" })
    let joined = words.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    let apart = words.firstIndex(of: "--lang").flatMap {
      words.indices.contains($0 + 1) ? words[$0 + 1] : nil
    }
    return Language(preferring: joined ?? apart, environment: variable)
  }
}
