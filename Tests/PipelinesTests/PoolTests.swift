import StageKit
import Tables
import Testing

@testable import Pipelines

/// What passes from worker to worker is held by one of them alone.
@Suite struct PoolTests {
  /// A state that knows how often it found that another had the same numbers.
  private final class Numbers: Sendable {}
  private struct State: Sendable {
    var numbers = Numbers()
    var copies = 0
    mutating func add() {
      guard !isKnownUniquelyReferenced(&numbers) else { return }
      (numbers, copies) = (Numbers(), copies + 1)
    }
  }

  @Test func `whoever takes a state has it alone`() throws {
    let pool = Pool<[State]>()
    var states = [State()]
    for _ in 0..<10 {
      states[0].add()
      pool.put(&states, leaving: [])
      #expect(states.isEmpty)
      states = try #require(pool.take())
    }
    #expect(states[0].copies == 0)
    #expect(pool.take() == nil)
  }
  @Test func `a state that two know is copied once`() throws {
    let pool = Pool<[State]>()
    let first = [State()]
    var states = first
    states[0].add()
    states[0].add()
    pool.put(&states, leaving: first)
    states = try #require(pool.take())
    states[0].add()
    #expect(states[0].copies == 1)
    #expect(first[0].copies == 0)
  }
}
