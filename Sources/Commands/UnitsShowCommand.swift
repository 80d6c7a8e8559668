import ArgumentParser
import Diagnostics
import StageKit
import Tables
import Units

/// Shows one unit.
struct UnitsShowCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Speech.say(
        "Xem một đơn vị: loại, hiệu lực, cấp trên và cấp dưới ở một ngày, đơn vị trước và sau nó.",
        "Shows a unit: type, validity, those above and below it on a day, those before and after it."),
      discussion: UnitsCommand.statuses)
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
        let found = try register.unit(unit, units)
        let sheet = UnitSheet(found, units, on: register.day?.day)
        reporter.say(sheet.text, json: sheet.json)
        return .fine
      } catch {
        reporter.tell(error, nil)
        return .dataFailed
      }
    }
  }
}

extension ArgumentHelp {
  /// What `show` and `history` take.
  static var unitOrName: ArgumentHelp {
    .words(
      vi: "Mã (19897), mã@ngày bắt đầu (19897@2004-08-31) hoặc tên.",
      en: "A code (19897), code@first-day (19897@2004-08-31) or a name.",
      value: Phrase(vi: "đơn_vị", en: "unit"))
  }
}
