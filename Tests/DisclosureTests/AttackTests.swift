import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Disclosure

/// Many provinces that look random, each attacked.
@Suite struct AttackTests {
  /// A province in which everybody is counted by class, area and ethnicity, and some of the poor by what they lack.
  static func world(_ random: inout SeededRandom) -> World {
    let sizes = (0..<(1 + random.next(below: 4))).map { _ in 1 + random.next(below: 5) }
    var world = World(sizes)
    let peoples = Array(
      ["kinh", "tày", "nùng", "dao", "mông"].shuffled(using: &random).prefix(2 + random.next(below: 4)))
    for commune in world.communes {
      // Where all are of one group, no row of it can be hidden: the run would stop.
      let first = commune == world.communes[0]
      for people in peoples where first || random.next(below: 3) > 0 {
        for area in ["urban", "rural"] where first || random.next(below: 4) > 0 {
          let size = [3, 12, 60, 200][random.next(below: 4)]
          let (poor, near) = (Int64(1 + random.next(below: size)), Int64(1 + random.next(below: size)))
          let groups = ["all", "area:\(area)", "ethnicity:\(people)"]
          for group in groups {
            for (measure, count) in [
              ("poor", poor), ("near_poor", near), ("poor_plus_near", poor + near),
              ("households", poor + near + 40),
            ] { world.add(World.Spot(commune, measure, group), count) }
          }
        }
      }
      for (measure, group, base) in [
        ("deprived_water", "class:poor", "poor"), ("deprived_toilet", "class:near_poor", "near_poor"),
      ] {
        let most = world.counts[World.Spot(commune, base)] ?? 0
        let share = random.next(below: 5)
        let count = share == 0 ? 0 : share == 1 ? most : Int64(random.next(below: Int(most) + 1))
        world.add(World.Spot(commune, measure, group), count)
      }
    }
    for measure in ["poor", "near_poor", "poor_plus_near", "households"] { world.fill(measure) }
    world.fill("deprived_water", "class:poor")
    world.fill("deprived_toilet", "class:near_poor")
    return world
  }
  /// Some communes of a world become one.
  static func merge(_ world: inout World, _ random: inout SeededRandom) {
    let communes = world.communes.shuffled(using: &random)
    let most = communes.count / 2
    guard most > 0 else { return }
    world.merges = (0..<(1 + random.next(below: most))).map { Array(communes[($0 * 2)..<($0 * 2 + 2)]) }
  }
  /// Some households more in some communes.
  static func grow(_ world: inout World, _ random: inout SeededRandom) {
    for commune in world.communes where random.next(below: 3) == 0 {
      let more = Int64(1 + random.next(below: 12))
      let counts = world.counts
      let of = { (kind: String) in
        counts.keys.filter { $0.unit == commune && $0.group.hasPrefix(kind) }.map(\.group).sorted()
      }
      let (peoples, areas) = (of("ethnicity:"), of("area:"))
      guard !peoples.isEmpty, !areas.isEmpty else { continue }
      let groups = [
        "all", peoples[random.next(below: peoples.count)], areas[random.next(below: areas.count)],
      ]
      for group in groups {
        for measure in ["poor", "poor_plus_near", "households"] {
          world.add(World.Spot(commune, measure, group), more)
        }
      }
      world.add(World.Spot(commune, "deprived_water", "class:poor"), Int64(random.next(below: Int(more) + 1)))
    }
  }
  static func rule(_ random: inout SeededRandom) -> DisclosureRule {
    DisclosureRule(threshold: 3 + random.next(below: 4), minBase: [0, 10, 30][random.next(below: 3)])
  }
  /// The rates of every unit and group, as ratios of their counts.
  static func rates(_ world: World) -> [Figure] {
    world.figures.filter { $0.measure == "poor" }.compactMap { figure in
      guard case .amount(let part)? = figure.value,
        let all = world.counts[World.Spot(figure.unit, "households", figure.group)]
      else { return nil }
      var rate = figure
      rate.id = figure.id.replacing("/poor/", with: "/poor_rate/")
      (rate.measure, rate.value) = ("poor_rate", .ratio(numerator: part, denominator: .init(all)))
      return rate
    }
  }

  @Test(arguments: 1...120) func `no withheld count follows from what is released`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let world = Self.world(&random)
    let rule = Self.rule(&random)
    let release = try world.release(rule, besides: Self.rates(world))
    #expect(world.known(from: release) == [])
    #expect(release.narrow.isEmpty)
    for spot in world.counts.keys where release.shown(spot) != nil && spot.group != "all" {
      let base = World.Spot(
        spot.unit, ["deprived_water": "poor", "deprived_toilet": "near_poor"][spot.measure] ?? spot.measure)
      let (count, most) = (world.counts[spot] ?? 0, world.counts[base] ?? 0)
      #expect(count == 0 || count >= rule.threshold, "\(spot)")
      #expect(most == 0 || most - count >= rule.threshold, "\(spot)")
    }
  }
  @Test(arguments: 200...300) func `with more that is public by law nothing follows either, or the run stops`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    let world = Self.world(&random)
    let groups = Set(world.counts.keys.map(\.group)).subtracting(["all"]).sorted()
    let measure = ["poor", "near_poor", "poor_plus_near", "households"][random.next(below: 4)]
    let ground = PublicGround(
      measures: [measure], groups: [groups[random.next(below: groups.count)]], reason: Phrase(same: "press"))
    do {
      let release = try world.release(Self.rule(&random), public: [ground], besides: Self.rates(world))
      let known = world.known(from: release)
      #expect(known.allSatisfy { release.reason($0) == .protectsAnother })
    } catch let error as StageError {
      #expect(error.cause == .data && error.message.en.contains("must be withheld"))
    }
  }
  @Test(arguments: 500...600) func `no withheld count follows from what is carried over to other boundaries`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    var world = Self.world(&random)
    Self.merge(&world, &random)
    let rule = Self.rule(&random)
    let without = try world.release(rule, besides: Self.rates(world))
    let release = try world.release(rule, besides: Self.rates(world) + world.carried)
    // What a new unit has of parts that are all told is no secret, though it is withheld.
    let new = Set(world.merges.indices.map { world.merged($0) })
    #expect(world.known(from: release).filter { !new.contains($0.unit) }.isEmpty)
    let hidden = release.withheld.filter { !$0.figure.hasSuffix("/recast") && $0.reason != .carried }
    #expect(hidden == without.withheld, "what is carried over changes nothing of the rest")
  }
  @Test(arguments: 700...740) func `rows of nobody that are hidden leave every public byte the same`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    var world = Self.world(&random)
    Self.merge(&world, &random)
    let rule = Self.rule(&random)
    let before = try world.release(rule, besides: world.carried)
    for commune in world.communes {
      for people in ["kinh", "tày", "nùng", "dao", "mông"] where random.next(below: 2) == 0 {
        let spot = World.Spot(commune, "poor", "ethnicity:\(people)")
        if before.reason(spot) != nil { world.fill(spot) }
      }
    }
    #expect(everything(try world.release(rule, besides: world.carried)) == everything(before))
  }
  @Test(arguments: 800...1000) func `an edition after another does not tell what that one withheld`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    var world = Self.world(&random)
    let rule = Self.rule(&random)
    let first = try world.release(rule, besides: Self.rates(world))
    Self.grow(&world, &random)
    do {
      let entry = String(decoding: first.table.ledgerEntry, as: UTF8.self)
      let second = try world.release(rule, besides: Self.rates(world), previous: entry)
      #expect(world.exposed(by: second, after: first) == [])
      #expect(world.known(from: second, after: first) == [])
      #expect(world.known(from: second) == [])
    } catch let error as StageError {
      #expect(error.cause == .data && error.message.en.contains("must be withheld"))
    }
  }
  @Test(arguments: 400...420) func `hidden values that could be others leave every public byte the same`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    var world = Self.world(&random)
    let rule = Self.rule(&random)
    let before = try world.release(rule)
    // One household more in one commune and one less in another is as good, where both are hidden and neither is at a bound.
    for communes in world.districts {
      let hidden = communes.map { World.Spot($0, "deprived_water", "class:poor") }.filter { spot in
        let count = world.counts[spot] ?? 0
        return before.reason(spot) == .fewOfThem && count > 1 && count + 1 < rule.threshold
          && count + 1 + Int64(rule.threshold) < world.counts[World.Spot(spot.unit, "poor")] ?? 0
      }
      guard hidden.count > 1 else { continue }
      world.move(from: hidden[0], to: hidden[1])
    }
    let after = try world.release(rule)
    #expect(everything(before) == everything(after))
  }
}
