import Tables
import Units

/// Makes any row of the list from the seed and its number alone.
struct Simulation: Sendable {
  let rows: Int
  let seed: Int
  let year: Int
  let communes: [Commune]
  /// Whether a household is what its members say, or what was drawn before there were members.
  let isFromMembers: Bool
  let dirt: DirtPlan

  /// A row, with the mistake that falls to it.
  func household(_ row: Int) -> Household {
    let clean = clean(row)
    guard let (kind, copied) = dirt.dirt(of: row) else { return clean }
    guard let copied else { return spoilt(clean, kind) }
    guard kind == .duplicateID else { return self.clean(copied) }
    var household = clean
    household.id = id(copied)
    return household
  }

  /// A row without a mistake.
  private func clean(_ row: Int) -> Household {
    let drawn = drawn(row)
    return isFromMembers ? drawn.agreeing(with: Family(of: drawn, seed: seed, row: row)) : drawn
  }
  /// A household all of whose facts are drawn by lot.
  func drawn(_ row: Int) -> Household {
    var random = RowRandom(seed: seed, row: row)
    let commune = communes[Int(Int128(row) * Int128(communes.count) / Int128(rows))]
    let line = Household.line(commune.area)
    let isHard = random.percent(commune.area == .rural ? 18 : 6)
    let income =
      isHard
      ? 400 + random.below(line.income - 399) : line.income + 1 + random.below(line.income * 3)
    var deprivations = 0 as UInt16
    for bit in 0..<12 where random.percent(isHard ? 28 : 6) { deprivations |= 1 << UInt16(bit) }
    let members = 1 + random.below(4) + random.below(4)
    let over = (income - line.income + 39) / 40
    let points =
      income > line.income ? line.points + over : (income * line.points + line.income - 1) / line.income
    return Household(
      id: id(row), commune: commune.code, area: commune.area, name: name(&random),
      people: random.percent(78) ? Names.mostNumerous : random.of(Names.peoples), members: members,
      dependants: random.percent(isHard ? 70 : 40) ? random.below(members) : 0, income: income,
      points: (points, 10 * deprivations.nonzeroBitCount), deprivations: deprivations,
      declared: Household.ruled(commune.area, income: income, deprivations: deprivations.nonzeroBitCount),
      reviewed: day(&random, in: commune))
  }
  /// Twelve digits, the first of them 0; no two rows have the same.
  private func id(_ row: Int) -> String {
    let number = (row * 38_742_049 + (seed & 0xFFFF) * 7_919_117) % 100_000_000_000
    let digits = String(number)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }
  private func name(_ random: inout RowRandom) -> PersonName {
    PersonName(
      family: random.of(Names.family), middle: random.of(Names.middle), given: random.of(Names.given))
  }
  /// A day of the yearly review, from 1 September to 14 December, on which the commune was already what it is: its area,
  /// by which the household is poor, may have changed in the autumn.
  private func day(_ random: inout RowRandom, in commune: Commune) -> Day {
    let first = Day(year: year, month: 9, day: 1)?.number ?? 0
    let day = Day(number: first + Int32(random.below(105)))
    return commune.since.map { max($0, day) } ?? day
  }

  private func spoilt(_ clean: Household, _ kind: Dirt) -> Household {
    var household = clean
    switch kind {
    case .blankPoints: household.points = nil
    case .exactDuplicate, .duplicateID: break
    case .unknownEnum: household.people = Names.unknown
    case .lostLeadingZero: household.id.removeFirst()
    case .wrongIncomeUnit: household.income *= 1000
    case .pointsNotOfTens: household.points?.deprivations += 5
    case .unknownCommune: household.commune = Commune.unknown
    case .dependantsOverMembers: household.dependants = household.members + 1
    }
    return household
  }
}
