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
    let words = arguments.prefix { $0 != "--" }
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let chosen = Language(rawValue: String(word.dropFirst(7))) {
        return chosen
      }
      if word == "--lang", index + 1 < words.count, let chosen = Language(rawValue: words[index + 1]) {
        return chosen
      }
    }
    // The first of these that is set decides, as in POSIX; a locale of no language, such as C.UTF-8, decides nothing.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    return locale?.prefix(2) == "en" ? .en : .vi
  }
}
