import Tables

/// A pattern as a table: one look-up for each byte of a cell, whatever the pattern, and no way back.
struct PatternMachine: Sendable {
  /// How many bytes of nothing but digits match, for the pattern that is most common.
  private let digits: ClosedRange<Int>?
  private let classes: [UInt8]
  private let width: Int
  /// The state after each state and class; state 0 is that nothing can match any more, 1 is the first.
  private let steps: [UInt16]
  private let isFinal: [Bool]

  init(_ tree: PatternTree) throws(PatternProblem) {
    if case .repeated(.bytes(.digits), let least, let most) = tree {
      digits = least...(most ?? .max)
    } else {
      digits = nil
    }
    let graph = try PatternGraph(tree)
    let table = try PatternTable(graph)
    (classes, width, steps, isFinal) = (table.classes, table.width, table.steps, table.isFinal)
  }

  /// Whether some bytes match from end to end.
  @inline(__always) func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if let digits { return digits.contains(end - start) && bytes.areDigits(start, end) }
    var state = 1
    for place in start..<end {
      state = Int(steps[state * width + Int(classes[Int(bytes[place])])])
      if state == 0 { return false }
    }
    return isFinal[state]
  }
  /// Whether some bytes match from end to end.
  func matches(_ bytes: some Collection<UInt8>) -> Bool {
    Array(bytes).withUnsafeBufferPointer { matches($0, 0, $0.count) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether bytes are all of `0` to `9`, eight at a time.
  @inline(__always) func areDigits(_ start: Int, _ end: Int) -> Bool {
    var place = start
    let raw = UnsafeRawBufferPointer(self)
    while place + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // A byte is a digit when its upper half is 3, and stays 3 when 6 is added.
      let upper = word & 0xF0F0_F0F0_F0F0_F0F0
      let more = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
      guard upper == 0x3030_3030_3030_3030, more == upper else { return false }
      place += 8
    }
    while place < end {
      guard self[place] &- 0x30 < 10 else { return false }
      place += 1
    }
    return true
  }
}

/// The states of a pattern with their ways, some of which take no byte.
struct PatternGraph {
  private(set) var free: [[Int]] = [[]]
  private(set) var taken: [(bytes: ByteSet, to: Int)?] = [nil]
  private(set) var last = 0
  /// More would be a table of many megabytes.
  private static let limit = 6000

  init(_ tree: PatternTree) throws(PatternProblem) { last = try add(tree, after: 0) }

  private mutating func newState() throws(PatternProblem) -> Int {
    guard free.count < Self.limit else { throw .tooLarge }
    free.append([])
    taken.append(nil)
    return free.count - 1
  }
  /// Adds the ways of a part from a state on; gives the state after it.
  private mutating func add(_ tree: PatternTree, after start: Int) throws(PatternProblem) -> Int {
    switch tree {
    case .bytes(let bytes):
      // A state has one way that takes a byte.
      let from = try newState()
      let end = try newState()
      free[start].append(from)
      taken[from] = (bytes, end)
      return end
    case .sequence(let parts):
      var end = start
      for part in parts { end = try add(part, after: end) }
      return end
    case .either(let parts):
      let end = try newState()
      for part in parts { free[try add(part, after: start)].append(end) }
      return end
    case .repeated(let part, let least, let most):
      var end = start
      for _ in 0..<least { end = try add(part, after: end) }
      guard let most else { return try loop(part, after: end) }
      let out = try newState()
      for _ in least..<most {
        free[end].append(out)
        end = try add(part, after: end)
      }
      free[end].append(out)
      return out
    }
  }
  private mutating func loop(_ part: PatternTree, after start: Int) throws(PatternProblem) -> Int {
    let (enter, out) = (try newState(), try newState())
    free[start].append(enter)
    free[try add(part, after: enter)].append(enter)
    free[enter].append(out)
    return out
  }
}

/// The sets of states in which a pattern can be, numbered.
struct PatternTable {
  private(set) var classes: [UInt8] = []
  private(set) var width = 0
  private(set) var steps: [UInt16] = []
  private(set) var isFinal: [Bool] = []
  private static let limit = 2000

  init(_ graph: PatternGraph) throws(PatternProblem) {
    let samples = divide(Array(Set(graph.taken.compactMap { $0?.bytes })))
    var numbers: [[Int]: Int] = [[]: 0]
    var sets: [[Int]] = [[]]
    func number(_ set: [Int]) throws(PatternProblem) -> UInt16 {
      if let known = numbers[set] { return UInt16(known) }
      guard sets.count < Self.limit else { throw .tooLarge }
      numbers[set] = sets.count
      sets.append(set)
      return UInt16(sets.count - 1)
    }
    _ = try number(graph.closure([0]))
    var next = 0
    var work = 0
    while next < sets.count {
      let set = sets[next]
      // What looks small can still be slow to lay out.
      work += set.count * samples.count
      guard work < 1_000_000 else { throw .tooLarge }
      isFinal.append(set.contains(graph.last))
      for byte in samples {
        let reached = set.compactMap { state in
          graph.taken[state].flatMap { $0.bytes.contains(byte) ? $0.to : nil }
        }
        steps.append(try number(graph.closure(reached)))
      }
      next += 1
    }
  }
  /// Puts bytes into classes that no set tells apart; gives a byte of each.
  private mutating func divide(_ sets: [ByteSet]) -> [UInt8] {
    var known: [[Bool]: UInt8] = [:]
    var samples: [UInt8] = []
    for byte in 0...255 as ClosedRange<UInt8> {
      let kind = sets.map { $0.contains(byte) }
      if known[kind] == nil {
        known[kind] = UInt8(samples.count)
        samples.append(byte)
      }
      classes.append(known[kind] ?? 0)
    }
    width = samples.count
    return samples
  }
}

extension PatternGraph {
  /// All states that are reached without a byte, sorted.
  fileprivate func closure(_ states: [Int]) -> [Int] {
    var seen = Set(states)
    var waiting = states
    while let state = waiting.popLast() {
      for other in free[state] where seen.insert(other).inserted { waiting.append(other) }
    }
    return seen.sorted()
  }
}

extension PatternProblem {
  static let tooLarge = PatternProblem(
    vi: "mẫu quá lớn: lặp lại ít hơn, hoặc tách thành nhiều quy tắc",
    en: "the pattern is too large: repeat less, or split it into several rules")
}
