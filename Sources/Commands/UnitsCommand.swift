import ArgumentParser
import Diagnostics
import Pipelines
import StageKit
import Tables
import Units

/// Looks units up in the register.
struct UnitsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "units",
      abstract: Speech.say(
        "Tra đơn vị hành chính theo tên hay mã, ở một ngày: tìm, xem, lịch sử.",
        "Looks administrative units up by name or code, on a day: find, show, history."),
      subcommands: [UnitsFindCommand.self, UnitsShowCommand.self, UnitsHistoryCommand.self])
  }
  @OptionGroup var common: CommonOptions

  /// What the commands say of their exit status.
  static var statuses: String {
    Speech.say(
      "Mã kết thúc: 0 mỗi tên chỉ đúng một đơn vị; 1 có tên không chỉ đơn vị nào, hoặc chỉ nhiều đơn vị; 2 danh mục sai; 3 lỗi của máy; 64 dòng lệnh sai.",
      "Exit status: 0 each name is exactly one unit; 1 a name is none, or several; 2 the register is wrong; 3 the environment failed; 64 the command line is wrong."
    )
  }
}

/// Which register is asked, and of which day.
struct RegisterOptions: ParsableArguments, Sendable {
  @ArgumentParser.Option(
    name: .customLong("on"),
    help: .words(
      vi: "Ngày cần tra, như 2024-12-31 hay 31/12/2024; không ghi thì mọi ngày.",
      en: "The day, such as 2024-12-31 or 31/12/2024; every day when left out.",
      value: Phrase(vi: "ngày", en: "day")), transform: DayArgument.read)
  var day: DayArgument?
  @ArgumentParser.Option(
    name: .customLong("in"),
    help: .words(
      vi: "Tên hay mã của đơn vị cấp trên; ghi được nhiều lần.",
      en: "The name or code of a unit above; may be given again.",
      value: Phrase(vi: "tên", en: "name")))
  var parents: [String] = []
  @ArgumentParser.Option(
    name: .customLong("units"),
    help: .words(
      vi: "Thư mục của một danh mục khác; không ghi thì là danh mục đi kèm chương trình.",
      en: "The folder of another register; the one that the program brings when left out.",
      value: Phrase(vi: "thư_mục", en: "dir")))
  var folder: String?

  /// The register, or how the command ends without it.
  func register(_ reporter: Reporter) -> Result<UnitRegistry, RegisterFailure> {
    loaded(reporter).flatMap { units in
      do throws(Diagnostics) {
        try units.checkParents(parents, on: day?.day)
        return .success(units)
      } catch {
        reporter.tell(error, nil)
        return .failure(RegisterFailure(status: .dataFailed))
      }
    }
  }
  private func loaded(_ reporter: Reporter) -> Result<UnitRegistry, RegisterFailure> {
    do throws(Diagnostics) {
      guard let folder else {
        return .success(try UnitRegistry.load("share:units", namedAt: nil, .folder(".")))
      }
      guard !TextFile.names(in: folder).isEmpty else {
        reporter.tell(Diagnostics(.noRegister(folder)), nil)
        return .failure(RegisterFailure(status: .commandLineWrong))
      }
      return .success(try UnitRegistry.load(".", namedAt: nil, .folder(folder)))
    } catch {
      // The register was read as a project of its own, and its files are told as people find them.
      var told = Diagnostics()
      for var problem in error.all {
        let (own, shown) = ("'./", "'\(folder ?? ".")/")
        problem.message = Phrase(
          vi: problem.message.vi.replacing(own, with: shown),
          en: problem.message.en.replacing(own, with: shown))
        told.add(problem)
      }
      reporter.tell(told) { $0.hasPrefix("./") ? "\(folder ?? ".")/\($0.dropFirst(2))" : $0 }
      return .failure(RegisterFailure(status: .pipelineWrong))
    }
  }
  /// The unit that a code, an id or a name is, told of when it is none or several.
  ///
  /// Digits of the length of a code are a code, and what has `@` in it is an id.
  func unit(_ text: String, _ register: UnitRegistry) throws(Diagnostics) -> UnitVersion {
    let text = text.bare
    if text.contains("@") || register.unit(id: text) != nil { return try register.resolve(id: text, at: nil) }
    if text.isCode { return try register.resolve(code: text, on: day?.day, at: nil) }
    let found = register.candidates(named: text, within: parents, on: day?.day)
    // One commune of that name in the register is the answer here: nothing is published by it.
    if found.count == 1, let only = found.first { return only }
    return try register.resolve(name: text, within: parents, on: day?.day, at: nil)
  }
}

/// How a command ends that has no register.
struct RegisterFailure: Error {
  let status: ExitStatus
}

extension String {
  /// The same without blanks around it.
  var bare: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
  /// Whether it is written as the code of a unit: two, three or five digits.
  var isCode: Bool { [2, 3, 5].contains(utf8.count) && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Diagnostic {
  fileprivate static func noRegister(_ folder: String) -> Diagnostic {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let near = TextFile.names(in: folder.folder).nearest(to: name)
    return Diagnostic(
      "units.no-register",
      Phrase(
        vi: "không có danh mục đơn vị nào ở '\(folder)'", en: "there is no register of units at '\(folder)'"),
      at: nil,
      hint: near.flatMap { $0 == name ? nil : $0 }.map {
        Phrase(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      }
        ?? Phrase(
          vi: "nêu thư mục có tệp units.csv, hoặc bỏ --units",
          en: "name the folder with a file units.csv, or leave --units out"))
  }
}
