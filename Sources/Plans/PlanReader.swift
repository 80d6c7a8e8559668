import Diagnostics
import StageKit
import Tables

/// Makes a plan of its fields, with all mistakes noted.
struct PlanReader {
  let fields: PlanFields
  var problems = Diagnostics()

  init(_ fields: PlanFields) { self.fields = fields }

  /// The plan.
  ///
  /// - Throws: Everything wrong in it.
  mutating func plan() throws(Diagnostics) -> Plan {
    checkDays()
    let targets = fields.targets.compactMap { target($0) }
    checkIDs()
    checkNesting()
    let agreements = (fields.checks ?? []).map { agreement($0) }
    try problems.throwIfAny()
    return Plan(
      id: fields.plan, name: fields.name.phrase, shortName: (fields.shortName ?? fields.name).phrase,
      issuer: fields.issuer, unit: fields.unit, level: fields.level.level, number: fields.number,
      date: fields.date, from: fields.period.from, to: fields.period.to, standard: fields.standard,
      source: source, note: fields.note?.phrase, parent: parent, targets: targets, agreements: agreements,
      places: Plan.Places(
        unit: fields.$unit, standard: fields.$standard, plan: fields.$plan, parent: fields.parent?.$plan))
  }
  private var source: Plan.Source {
    Plan.Source(
      title: fields.source.title, url: fields.source.url ?? "", published: fields.source.published,
      note: fields.source.note ?? "")
  }
  private var parent: Plan.Parent? {
    fields.parent.map {
      Plan.Parent(plan: $0.plan, number: $0.number ?? "", date: $0.date, issuer: $0.issuer)
    }
  }

  private mutating func checkDays() {
    if fields.period.to < fields.period.from { problems.add(.periodBackwards(fields.period)) }
    if let signed = fields.date, signed > fields.period.to {
      problems.add(.signedAfterPeriod(signed, fields))
    }
    if fields.targets.isEmpty { problems.add(.noTargets(fields)) }
  }
  private mutating func checkIDs() {
    var first: [String: TargetFields] = [:]
    for target in fields.targets {
      // Pages are files, and some servers take `A` and `a` for one.
      let key = target.id.lowercased()
      if let known = first[key] {
        problems.add(
          known.id == target.id ? .targetTwice(target, first: known) : .targetCase(target, first: known))
      }
      first[key] = first[key] ?? target
    }
    var checks: [String: AgreementFields] = [:]
    for check in fields.checks ?? [] {
      if let known = checks[check.id] { problems.add(.checkTwice(check, first: known)) }
      checks[check.id] = checks[check.id] ?? check
    }
  }
  /// Every target is nested in one that is there, and in no circle.
  private mutating func checkNesting() {
    let above = Dictionary(fields.targets.map { ($0.id, $0.partOf) }) { a, _ in a }
    for target in fields.targets {
      guard let parent = target.partOf else { continue }
      guard above[parent] != nil else {
        problems.add(.unknownTarget(parent, of: fields.targets.map(\.id), at: target.$partOf))
        continue
      }
      var seen: Set<String> = [target.id]
      var next: String? = parent
      while let here = next, seen.insert(here).inserted { next = above[here] ?? nil }
      // A target that only leads into a circle is not itself to blame.
      if next == target.id { problems.add(.nestedInItself(target)) }
    }
  }

  private mutating func agreement(_ check: AgreementFields) -> Agreement {
    let named: [(String?, SourceRange?, TargetKindOption, Bool)] = [
      (check.levelRate, check.$levelRate, .level, true), (check.levelCount, check.$levelCount, .level, false),
      (check.cutRate, check.$cutRate, .change, true), (check.cutCount, check.$cutCount, .change, false),
    ]
    for (id, range, kind, isRate) in named {
      guard let id else { continue }
      guard let target = fields.targets.first(where: { $0.id == id }) else {
        problems.add(.unknownTarget(id, of: fields.targets.map(\.id), at: range))
        continue
      }
      if target.kind != kind || target.unit?.isRate != isRate { problems.add(.cannotAgree(id, at: range)) }
    }
    if named.count(where: { $0.0 != nil }) < 2 { problems.add(.agreesWithNothing(check)) }
    checkStated(check)
    return Agreement(
      id: check.id, levelRate: check.levelRate, levelCount: check.levelCount, cutRate: check.cutRate,
      cutCount: check.cutCount, households: check.households, startRate: check.startRate,
      startCount: check.startCount, range: check.$id)
  }
  /// The numbers that a check takes from the plan itself: households above zero, a start not below, a rate up to 100.
  private mutating func checkStated(_ check: AgreementFields) {
    let numbers: [(String, FixedPoint?, SourceRange?, Bool)] = [
      ("households", check.households, check.$households, false),
      ("start_rate", check.startRate, check.$startRate, true),
      ("start_count", check.startCount, check.$startCount, false),
    ]
    for (key, number, range, isRate) in numbers {
      guard let number else { continue }
      let isPossible = key == "households" ? number > 0 : number >= 0 && (!isRate || number <= 100)
      if !isPossible {
        problems.add(.statedOutside(key, number, at: range))
      } else if !isRate, number.scale > 0 {
        problems.add(.fraction(number, .households, key, at: range))
      }
    }
  }
}
