import ArgumentParser
import Diagnostics
import StageKit
import Tables
import Units

/// Finds the units that names mean.
struct UnitsFindCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "find",
      abstract: Speech.say(
        "Tìm các đơn vị mà mỗi tên có thể chỉ; không bao giờ chọn tên gần giống.",
        "Finds the units that each name can mean; never the nearest one."),
      discussion: UnitsCommand.statuses + "\n\n"
        + Speech.say(
          "--format json ghi JSON Lines: mỗi tên một dòng, mỗi dòng một giá trị JSON.",
          "--format json writes JSON Lines: a line for each name, each a JSON value."))
  }
  @Argument(
    help: .words(
      vi: "Tên, có thể kèm đơn vị cấp trên sau dấu phẩy, như \"xã A, huyện B\"; hoặc mã.",
      en: "Names, with units above after commas if need be, such as \"xã A, huyện B\"; or codes.",
      value: Phrase(vi: "tên", en: "name")))
  var names: [String] = []
  @ArgumentParser.Option(
    name: .customLong("names"),
    help: .words(
      vi: "Tệp mỗi dòng một tên; - là đầu vào chuẩn.",
      en: "A file with a name a line; - is the standard input.", value: Phrase(vi: "tệp", en: "file")))
  var file: String?
  @ArgumentParser.Option(
    help: .words(
      vi: "Chỉ cấp này; ghi tỉnh, huyện, xã cũng được.",
      en: "Only this level; the Vietnamese words are taken too.", value: Phrase(vi: "cấp", en: "level")))
  var level: LevelArgument?
  @Flag(
    help: .words(
      vi: "Ghi CSV, mỗi dòng một đơn vị có thể chỉ.", en: "Write CSV, a row for each unit that can be meant.")
  )
  var csv = false
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if names.isEmpty, file == nil { throw ValidationError(UsageError.namesMissing) }
    if !names.isEmpty, file != nil { throw ValidationError(UsageError.namesTwice) }
    if csv, common.format == .json { throw ValidationError(UsageError.formTwice) }
  }
  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    var texts = names.map { Substring($0) }
    if let file {
      do throws(NamesFile.Failure) {
        texts = try NamesFile.names(in: file)
      } catch {
        reporter.tell(Diagnostics(error.diagnostic), nil)
        return error.status
      }
    }
    switch register.register(reporter) {
    case .failure(let failure): return failure.status
    case .success(let units):
      var names = FoundNames(
        units, self, form: csv ? .csv : common.format == .json ? .json : .text, context.language)
      var text = names.head
      for name in texts {
        names.append(name, to: &text)
        // Many small writes would take longer than finding the names.
        if text.utf8.count > 1 << 16 {
          context.console.out(text)
          text = ""
        }
      }
      if !text.isEmpty { context.console.out(text) }
      return names.areClear ? .fine : .dataFailed
    }
  }
}

/// A level as the command line has it.
enum LevelArgument: String, ExpressibleByArgument, CaseIterable, Sendable {
  case country, region, province, district, commune
  /// Reads a level in either language.
  init?(argument: String) {
    let words: [String: Self] = [
      "cả nước": .country, "vùng": .region, "tỉnh": .province, "huyện": .district, "xã": .commune,
    ]
    guard let level = words[argument.lowercased()] ?? Self(rawValue: argument) else { return nil }
    self = level
  }
  /// The level.
  var level: UnitLevel {
    switch self {
    case .country: .country
    case .region: .region
    case .province: .province
    case .district: .district
    case .commune: .commune
    }
  }
}
