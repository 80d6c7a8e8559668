import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Aggregate

/// What is told of `figures.recast` before anything is carried over.
@Suite struct RecastPlanningTests {
  private func expect(
    _ with: String, find expected: [(Int, String)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectPlan(
      """
      pipeline: t
      defaults: { units: u }
      steps:
        - { id: give, use: figures.give }
        - { id: new, use: figures.recast, from: give, with: \(with) }
      """, of: Aggregate::stages + [GiveFigures.self], files: changing, find: expected,
      sourceLocation: sourceLocation)
  }
  @Test(arguments: [
    "{ to: 2025-07-01, measures: [poor] }",
    "{ to: 2026-04-30, measures: [poor, households], rates: { poor_rate: [poor, households] } }",
  ]) func `what is right is planned`(with: String) { expect(with, find: []) }

  @Test func `a day outside the register is refused`() {
    expect(
      "{ to: 1️⃣1990-01-01, measures: [poor] }",
      find: [
        (
          1,
          "the register has no province on 1990-01-01 — write a day on which the units wanted are valid, such as 2025-07-01"
        )
      ])
  }
  @Test func `a step without measures is refused`() {
    expect(
      "{ to: 2025-07-01, measures: 1️⃣[] }",
      find: [
        (1, "there is no count in `measures` — write the counts to carry over, such as [poor, households]")
      ])
  }
  @Test func `a rate of anything but two counts that are carried is refused`() {
    expect(
      "{ to: 2025-07-01, measures: [poor, households], rates: { 1️⃣a: [poor], 2️⃣b: [poor, household] } }",
      find: [
        (1, "'a' must have exactly two counts — write `name: [numerator, denominator]`"),
        (2, "'b' needs 'household', which is not among the measures — did you mean 'households'?"),
      ])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: RecastFigures.self,
      """
      1️⃣measures: 2️⃣poor
      """,
      find: [(1, "missing option 'to'"), (2, "option 'measures': expected a list, found 'poor'")])
  }
  @Test func `a table without the columns of shares is told at planning`() throws {
    let run = try RecastRun([], shares: [RecastRun.table([])])
    #expect(run.mistakes.isEmpty)
  }
}
