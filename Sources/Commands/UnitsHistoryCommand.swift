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
        for version in units.history(try code(in: units)) {
          let story = UnitStory(version, units)
          reporter.say(story.text, json: story.json)
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
    if unit.isCode, !units.history(unit).isEmpty { return unit }
    let found = units.candidates(named: unit, within: register.parents, on: register.day?.day)
    if let first = found.first, found.allSatisfy({ $0.code == first.code }) { return first.code }
    return try register.unit(unit, units).code
  }
}

/// One version of a unit with all that went before it and came after it.
struct UnitStory {
  private struct Link {
    let depth: Int
    let step: Succession
    let unit: UnitVersion
  }
  private let unit: UnitVersion
  private let register: UnitRegistry

  init(_ unit: UnitVersion, _ register: UnitRegistry) { (self.unit, self.register) = (unit, register) }

  /// For people: the unit, then a line a step, further steps further in.
  var text: Phrase {
    let unit = register.line(unit)
    let lines =
      chain(backward: true).map { ($0, "←") } + chain(backward: false).map { ($0, "→") }
    let steps = lines.map { link, arrow -> Phrase in
      let (inset, line) = (
        String(repeating: "  ", count: link.depth + 1), register.line(link.step, to: link.unit)
      )
      return Phrase(vi: "\(inset)\(arrow) \(line.vi)", en: "\(inset)\(arrow) \(line.en)")
    }
    return Phrase(
      vi: ([unit.vi] + steps.map(\.vi)).joined(separator: "\n"),
      en: ([unit.en] + steps.map(\.en)).joined(separator: "\n"))
  }
  /// For programs.
  var json: JSON {
    var json = register.json(unit, on: nil)
    for (name, backward) in [("before", true), ("after", false)] {
      json[name] = .array(
        chain(backward: backward).map { link in
          var step = register.json(link.step, to: link.unit)
          step["steps"] = .integer(link.depth + 1)
          return step
        })
    }
    return json
  }

  /// Every unit that can be reached by steps in one direction, nearest first along each way, each once.
  private func chain(backward: Bool) -> [Link] {
    var (links, seen) = ([Link](), Set([unit.id]))
    func walk(_ from: UnitVersion, _ depth: Int) {
      let steps = backward ? register.predecessors(of: from) : register.successors(of: from)
      for step in steps {
        let id = backward ? step.from : step.to
        guard seen.insert(id).inserted, let next = register.unit(id: id) else { continue }
        links.append(Link(depth: depth, step: step, unit: next))
        walk(next, depth + 1)
      }
    }
    walk(unit, 0)
    return links
  }
}
