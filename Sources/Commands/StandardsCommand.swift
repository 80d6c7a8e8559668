import ArgumentParser
import Diagnostics
import Pipelines
import StageKit
import Standards
import Tables

/// Shows the poverty standards, line by line with their clauses.
struct StandardsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "standards",
      abstract: Speech.say(
        "Xem các chuẩn nghèo, từng mức, chỉ số, quy tắc kèm điều khoản; so hai chuẩn.",
        "Shows the poverty standards, each limit, indicator and rule with its clause; compares two."),
      subcommands: [
        StandardsListCommand.self, StandardsShowCommand.self, StandardsDiffCommand.self,
      ])
  }
  @OptionGroup var common: CommonOptions

  /// What the commands say of their exit status.
  static var statuses: String {
    Speech.say(
      "Mã kết thúc: 0 tốt; 1 ngày được hỏi có nhiều chuẩn quốc gia hoặc không có chuẩn nào; 2 tệp chuẩn sai hoặc không có chuẩn ấy; 64 dòng lệnh sai.",
      "Exit status: 0 fine; 1 the day asked for has several national standards, or none; 2 a pack is wrong or there is no such standard; 64 the command line is wrong."
    )
  }
}

/// Which standards are meant.
struct LibraryOptions: ParsableArguments, Sendable {
  @ArgumentParser.Option(
    name: .customLong("standards"),
    help: .words(
      vi: "Thư mục của các chuẩn khác; không ghi thì là các chuẩn đi kèm chương trình.",
      en: "The folder of other standards; those that the program brings when left out.",
      value: Phrase(vi: "thư_mục", en: "dir")))
  var folder: String?

  /// The standards; `nil` when something is wrong with them, which was told.
  func library(_ reporter: Reporter) -> StandardLibrary? {
    do throws(Diagnostics) {
      guard let folder else {
        return try StandardLibrary.load("share:standards", namedAt: nil, .folder("."))
      }
      return try StandardLibrary.load(".", namedAt: nil, .folder(folder))
    } catch {
      // The folder was read as a project of its own, and it and its files are told as people find them.
      let shown = folder ?? "."
      var told = Diagnostics()
      for var problem in error.all {
        func named(_ text: String) -> String {
          text.replacing("'.'", with: "'\(shown)'").replacing("'./", with: "'\(shown)/")
        }
        problem.message = Phrase(vi: named(problem.message.vi), en: named(problem.message.en))
        told.add(problem)
      }
      reporter.tell(told) { $0.hasPrefix("./") ? "\(shown)/\($0.dropFirst(2))" : $0 }
      return nil
    }
  }
  /// Does something with the standards; what is wrong with them, or a name that none has, is told.
  func status(
    _ reporter: Reporter, of work: (StandardLibrary) throws(Diagnostics) -> Void
  ) -> ExitStatus {
    guard let library = library(reporter) else { return .pipelineWrong }
    do throws(Diagnostics) {
      try work(library)
      return .fine
    } catch {
      reporter.tell(error, nil)
      return .pipelineWrong
    }
  }
}

/// Lists the standards.
struct StandardsListCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Speech.say(
        "Liệt kê các chuẩn, kỳ áp dụng và phạm vi; nói những ngày có hai chuẩn quốc gia.",
        "Lists the standards with validity and scope; tells the days with two national standards."),
      discussion: StandardsCommand.statuses)
  }
  @ArgumentParser.Option(
    name: .customLong("on"),
    help: .words(
      vi: "Chỉ những chuẩn áp dụng vào ngày này.", en: "Only those in force on this day.",
      value: Phrase(vi: "ngày", en: "day")), transform: DayArgument.read)
  var day: DayArgument?
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    guard let library = library.library(reporter) else { return .pipelineWrong }
    let shown = library.standards.filter { standard in day.map { standard.isValid(on: $0.day) } ?? true }
    let width = shown.map(\.id.count).max() ?? 0
    for standard in shown { reporter.say(standard.line(width), json: standard.head) }
    guard let day = day?.day else {
      for days in library.sharedDays { reporter.say(days.phrase, json: days.json) }
      return .fine
    }
    let national = shown.filter { $0.scope == nil }
    if national.count != 1 {
      let several = Diagnostic(
        "standards.day",
        national.isEmpty
          ? Phrase(
            vi: "ngày \(day.vietnamese) không có chuẩn quốc gia nào",
            en: "no national standard is in force on \(day.iso)")
          : Phrase(
            vi: "ngày \(day.vietnamese) có \(national.count) chuẩn quốc gia: phải nói rõ dùng chuẩn nào",
            en: "\(national.count) national standards are in force on \(day.iso): which one must be said"),
        at: nil,
        hint: national.isEmpty
          ? nil
          : Phrase(
            vi: "trong pipeline, ghi standard: cho từng bước và từng số liệu",
            en: "in a pipeline write `standard:` for each step and figure"))
      reporter.tell(Diagnostics(several), nil)
    }
    return national.count == 1 ? .fine : .dataFailed
  }
}

/// Shows all of one standard.
struct StandardsShowCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Speech.say(
        "Xem một chuẩn: từng mức, chỉ số, điều kiện, quy tắc, kèm điều khoản để đối chiếu.",
        "Shows a standard: each limit, indicator, condition and rule, with its clause to compare with."),
      discussion: StandardsCommand.statuses)
  }
  @Argument(help: .standard) var id: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    return library.status(reporter) { (library) throws(Diagnostics) in
      let sheet = StandardSheet(try library.resolve(id, at: nil))
      reporter.say(sheet.text, json: sheet.json)
    }
  }
}

/// Compares two standards.
struct StandardsDiffCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: Speech.say(
        "So hai chuẩn: mức, chỉ số, ngưỡng, quy tắc nào thêm, bỏ, đổi.",
        "Compares two standards: which limits, indicators, cut-offs and rules came, went or changed."),
      discussion: StandardsCommand.statuses)
  }
  @Argument(help: .standard) var first: String
  @Argument(help: .standard) var second: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    return library.status(reporter) { (library) throws(Diagnostics) in
      let (a, b) = (try library.resolve(first, at: nil), try library.resolve(second, at: nil))
      let changes = StandardSheet(b).changes(since: StandardSheet(a))
      for change in changes { reporter.say(change.text, json: change.json) }
      if changes.isEmpty {
        reporter.say(Phrase(vi: "không có gì khác", en: "nothing differs"), json: ["changes": .integer(0)])
      }
    }
  }
}

extension ArgumentHelp {
  fileprivate static var standard: ArgumentHelp {
    .words(
      vi: "Mã chuẩn, như vn-2022.", en: "Id of a standard, such as vn-2022.",
      value: Phrase(vi: "mã", en: "id"))
  }
}
