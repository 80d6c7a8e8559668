import ArgumentParser
import Diagnostics

/// The options of every command.
struct CommonOptions: ParsableArguments, Sendable {
  @ArgumentParser.Option(
    help: .words(
      vi: "Ngôn ngữ của lời nhắn.", en: "Language of messages.", value: Phrase(vi: "ngôn_ngữ", en: "lang")))
  var lang: SpokenLanguage?
  @ArgumentParser.Option(
    help: .words(
      vi: "Dạng của kết quả.", en: "Form of the output.", value: Phrase(vi: "dạng", en: "format")))
  var format: OutputFormat = .text
  @Flag(name: [.long, .short], help: .words(vi: "Chỉ nói khi có lỗi.", en: "Speak only of what is wrong."))
  var quiet = false
}

/// How results and diagnostics are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs: one JSON value a line.
  case json
}

/// A language as `--lang` takes it; `Language.preferred` reads the same words before the rest is parsed.
enum SpokenLanguage: String, ExpressibleByArgument, CaseIterable, Sendable { case vi, en }
