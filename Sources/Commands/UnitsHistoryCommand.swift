import ArgumentParser
import Diagnostics
import StageKit
import Tables
import Units

/// Tells what a code has been, and what became of each unit.
struct UnitsHistoryCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: Speech.say(
        "Kể mọi đơn vị mà một mã đã chỉ, và mỗi đơn vị từ đâu đến, thành những gì.",
        "Tells every unit that a code has been, where each came from and what became of it."),
      discussion: UnitsCommand.statuses + "\n\n"
        + Speech.say(
          "--format json ghi JSON Lines: mỗi đơn vị mà mã đã chỉ một dòng, mỗi dòng một giá trị JSON.",
          "--format json writes JSON Lines: a line for each unit that the code has been, each a JSON value."))
  }
  @Argument(help: .unitOrName) var unit: String
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    switch register.register(reporter) {
    case .failure(let failure): return failure.status
    case .success(let units):
      do throws(Diagnostics) {
        var before: UnitVersion?
        for version in units.history(try code(in: units)) {
          let story = UnitStory(version, units, before: before)
          reporter.say(story.text, json: story.json)
          before = version
        }
        return .fine
      } catch {
        reporter.tell(error, nil)
        return .dataFailed
      }
    }
  }
  /// The code whose history is asked for: every version of it is told, so the day of a code does not matter.
  private func code(in units: UnitRegistry) throws(Diagnostics) -> String {
    let unit = unit.bare
    if unit.isCode, !units.history(unit).isEmpty { return unit }
    let found = units.candidates(named: unit, within: register.parents, on: register.day?.day)
    if let first = found.first, found.allSatisfy({ $0.code == first.code }) { return first.code }
    return try register.unit(unit, units).code
  }
}
