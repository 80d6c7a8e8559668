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
      discussion: UnitsCommand.statuses)
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
    help: .words(vi: "Chỉ cấp này.", en: "Only this level.", value: Phrase(vi: "cấp", en: "level")))
  var level: LevelArgument?
  @Flag(
    help: .words(
      vi: "Ghi CSV, mỗi dòng một đơn vị có thể chỉ.", en: "Write CSV, a row for each unit that can be meant.")
  )
  var csv = false
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard names.isEmpty == (file == nil) else { return }
    throw ValidationError(
      Speech.say("cần các tên, hoặc --names với một tệp", "names are needed, or --names with a file"))
  }
  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    var texts = names[...].map { Substring($0) }
    if let file {
      guard let text = TextFile.read(file == "-" ? "/dev/stdin" : file) else {
        reporter.tell(Diagnostics(.noNames(file)), nil)
        return .commandLineWrong
      }
      texts = text.split { $0.isNewline }.filter { line in line.utf8.contains { $0 > 32 } }
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

extension Diagnostic {
  fileprivate static func noNames(_ file: String) -> Diagnostic {
    Diagnostic(
      "units.names-file",
      Phrase(
        vi: "không đọc được '\(file)' thành văn bản UTF-8",
        en: "cannot read '\(file)' as text in UTF-8"), at: nil,
      hint: Phrase(
        vi: "nêu một tệp văn bản UTF-8, mỗi dòng một tên; trong bảng tính, lưu cột tên thành văn bản",
        en: "name a text file in UTF-8 with a name a line; a spreadsheet can save the column of names as text"
      ))
  }
}
