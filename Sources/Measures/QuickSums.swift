/// What is known of the households of many cells, and of the persons in them, in numbers of 64 bits.
///
/// Most of the time of adding rows would else go into numbers of 128 bits, each held below its limit. What is known of a
/// cell is added to `MeasureSums` at once.
///
/// A row is a word. Its lowest bits are the deprivations, bit `j` set for indicator `j`. Under a rule that asks for income
/// one more bit says that it is within the line, without which there are no deprivations. The next is set, and no other,
/// where an indicator or the income is not known.
public struct QuickSums: Sendable {
  /// More members than any household has; such a number is as good as none.
  public static let mostMembers: Int64 = 1_000_000

  /// The numbers of a cell; four of each indicator follow.
  enum Part: Int, CaseIterable {
    case households, persons, withoutMembers, leftOut
    case poor, poorPersons, poorWithoutMembers
    case score, scoreOfPersons, nearPoor, nearPoorPersons
  }
  private let rule: DeprivationRule
  let width: Int
  /// The bit of a row of which something is not known.
  public let openBit: Int
  private(set) var numbers: [Int64] = []

  /// No cells yet; two bits of a word say more than deprivations.
  public init(_ rule: DeprivationRule) {
    precondition(rule.indicators.count <= 62, "at most 62 indicators")
    self.rule = rule
    width = Part.allCases.count + 4 * rule.indicators.count
    openBit = rule.indicators.count + (rule.needsIncome ? 1 : 0)
  }
  /// The number of cells.
  public var cellCount: Int { numbers.count / width }
  /// As many households as can be added before any number could pass 64 bits.
  public var mostHouseholds: Int { Int(Int64.max / Self.mostMembers / rule.weights.total) }
  /// Makes room for so many cells.
  public mutating func makeRoom(for cells: Int) {
    let missing = cells * width - numbers.count
    if missing > 0 { numbers.append(contentsOf: repeatElement(0, count: missing)) }
  }
  /// Forgets all households, and keeps the cells.
  public mutating func clear() { numbers = Array(repeating: 0, count: numbers.count) }

  /// Some households that are alike.
  public struct Alike: Sendable {
    /// How many they are.
    public var households: Int64
    /// The persons in those whose number of members is known.
    public var persons: Int64
    /// Those whose number of members is not known.
    public var withoutMembers: Int64
    /// Households that are alike.
    @inline(__always) public init(households: Int64, persons: Int64, withoutMembers: Int64) {
      (self.households, self.persons, self.withoutMembers) = (households, persons, withoutMembers)
    }
    /// One household with so many members; −1 where they are not known.
    @inline(__always) public init(members: Int64) {
      // −1 has all bits, so that it is taken for no persons and one household without them.
      (households, persons, withoutMembers) = (1, members & ~(members >> 63), 0 &- (members >> 63))
    }
  }
  /// Adds some rows, each to its cell: the word of each and its members, none when persons are not counted.
  public mutating func add(_ words: [UInt64], members: [Int64], to cells: [UInt32], rows: Range<Int>) {
    let (rule, width, openBit) = (rule, width, openBit)
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      words.withUnsafeBufferPointer { words in
        members.withUnsafeBufferPointer { members in
          cells.withUnsafeBufferPointer { cells in
            for row in rows {
              let some = Alike(members: members.isEmpty ? 0 : members[row])
              Self.add(some, words[row], to: start + Int(cells[row]) * width, by: rule, openBit)
            }
          }
        }
      }
    }
  }
  /// Adds households that are alike to a cell.
  public mutating func add(_ some: Alike, _ word: UInt64, to cell: Int) {
    let (rule, openBit, first) = (rule, openBit, cell * width)
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      Self.add(some, word, to: start + first, by: rule, openBit)
    }
  }
  /// Adds what another knows of a cell to one of this; it is told by the same rule.
  public mutating func add(_ cell: Int, of other: QuickSums, to place: Int) {
    for index in 0..<width { numbers[place * width + index] &+= other.numbers[cell * width + index] }
  }

  @inline(__always) private static func add(
    _ some: Alike, _ word: UInt64, to cell: UnsafeMutablePointer<Int64>, by rule: DeprivationRule,
    _ openBit: Int
  ) {
    @inline(__always) func add(_ more: Int64, _ part: Part) { cell[part.rawValue] &+= more }
    guard word >> UInt64(openBit) == 0 else { return add(some.households, .leftOut) }
    add(some.households, .households)
    add(some.persons, .persons)
    add(some.withoutMembers, .withoutMembers)
    // Without a bit there is neither a score nor an income within the line.
    guard word != 0 else { return }
    let count = rule.indicators.count
    let vector = word & (1 << UInt64(count) - 1)
    let score = rule.score(vector)
    let isPoor = rule.isPoor(score: score)
    if isPoor {
      add(some.households, .poor)
      add(some.persons, .poorPersons)
      add(some.withoutMembers, .poorWithoutMembers)
      add(some.households &* score, .score)
      add(some.persons &* score, .scoreOfPersons)
    } else if rule.needsIncome {
      add(some.households, .nearPoor)
      add(some.persons, .nearPoorPersons)
    }
    let poor = (isPoor ? some.households : 0, isPoor ? some.persons : 0)
    var rest = vector
    while rest != 0 {
      let place = cell + (Part.allCases.count + 4 * rest.trailingZeroBitCount)
      rest &= rest - 1
      place[0] &+= some.households
      place[1] &+= some.persons
      place[2] &+= poor.0
      place[3] &+= poor.1
    }
  }
}
