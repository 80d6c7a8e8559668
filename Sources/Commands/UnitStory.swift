import Diagnostics
import StageKit
import Tables
import Units

/// One version of a unit with all that went before it and came after it.
struct UnitStory {
  private struct Link {
    let depth: Int
    let step: Succession
    let unit: UnitVersion
  }
  private let unit: UnitVersion
  private let register: UnitRegistry
  /// The days before it on which no unit had its code, after one that had.
  private let unused: Range<Day>?

  /// A version, after the unit that had the code `before`.
  init(_ unit: UnitVersion, _ register: UnitRegistry, before: UnitVersion? = nil) {
    (self.unit, self.register) = (unit, register)
    let end = before.flatMap(\.validTo)
    unused = end.flatMap { $0 < unit.validFrom ? $0..<unit.validFrom : nil }
  }

  /// For people: the unit, then a line a step, further steps further in.
  var text: Phrase {
    let head = register.line(unit)
    let lines =
      chain(backward: true).map { ($0, "←") } + chain(backward: false).map { ($0, "→") }
    var steps = lines.map { link, arrow -> Phrase in
      let (inset, line) = (
        String(repeating: "  ", count: link.depth + 1), register.line(link.step, to: link.unit)
      )
      return Phrase(vi: "\(inset)\(arrow) \(line.vi)", en: "\(inset)\(arrow) \(line.en)")
    }
    if let end = register.endOfLevel(unit).map({ unit.level.ended(on: $0) }) {
      steps.append(Phrase(vi: "  \(end.vi)", en: "  \(end.en)"))
    }
    let all = [unused.map(outOfUse), head].compactMap { $0 } + steps
    return Phrase(
      vi: all.map(\.vi).joined(separator: "\n"), en: all.map(\.en).joined(separator: "\n"))
  }
  private func outOfUse(_ days: Range<Day>) -> Phrase {
    let (from, to) = (days.lowerBound, days.upperBound)
    return Phrase(
      vi: "(mã \(unit.code) không được dùng từ \(from.vietnamese) đến trước \(to.vietnamese))",
      en: "(the code \(unit.code) was out of use from \(from.iso) until before \(to.iso))")
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
    json["unused_before"] =
      unused.map { ["from": .string($0.lowerBound.iso), "to": .string($0.upperBound.iso)] } ?? .null
    json["level_ended"] = register.endOfLevel(unit).map { .string($0.iso) } ?? .null
    return json
  }
  /// The units valid on a day that it became, as a whole or in part.
  func became(on day: Day) -> [UnitVersion] {
    chain(backward: false).map(\.unit).filter { $0.isValid(on: day) }
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
