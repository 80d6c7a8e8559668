import Diagnostics
import StageKit
import StageTestKit
import Synchronization
import Tables
import Testing

@testable import Pipelines

/// How much of a source is held at a time.
@Suite struct BoundedMemoryTests {
  @Test(arguments: [1, 2, 7]) func `no more than two pieces a worker are held, and all come in order`(
    width: Int
  ) async throws {
    let text = "pipeline: t\nsteps: [{ use: pieces.count }, { use: rows.write }]"
    let files = ProjectFiles.memory(["p.yaml": text])
    let checked = try checkPipeline("p.yaml", stages: [CountPieces.self, WriteRows.self], files: files)
    let held = Held()
    let output = MemoryOutput()
    let report = await Held.$current.withValue(held) {
      await Runner(checked, files: files, width: width).run(into: output.output)
    }
    #expect(report.failure == nil)
    #expect(held.most <= 2 * width)
    #expect(held.now == 0)
    #expect(output["office/rows.txt"] == (1...200).map { "\($0)\n" }.joined())
  }
}

/// Pieces that are held, and the most there have been.
private final class Held: Sendable {
  @TaskLocal static var current = Held()
  private let counts = Mutex((now: 0, most: 0))
  var now: Int { counts.withLock { $0.now } }
  var most: Int { counts.withLock { $0.most } }
  func add(_ change: Int) {
    counts.withLock {
      $0.now += change
      $0.most = max($0.most, $0.now)
    }
  }
}

/// A source whose pieces count themselves; one of ten takes long, so that the others wait for it.
private struct CountPieces: SourceStage {
  static let name = "pieces.count"
  static let summary = Phrase(vi: "Đếm các mảnh.", en: "Counts pieces.")
  init(_ options: NoOptions) {}
  func plan(_ plan: inout Planning) -> Planned<Schema, Reader> {
    Planned(Schema([Field("number", .int, .count)]), Reader())
  }
  struct Reader: SourceReader {
    final class Piece: Sendable {
      let number: Int
      private let held = Held.current
      init(_ number: Int) {
        self.number = number
        held.add(1)
      }
      deinit { held.add(-1) }
    }
    var number = 0
    mutating func next(_ files: ProjectFiles) -> Piece? {
      number += 1
      return number > 200 ? nil : Piece(number)
    }
    func decode(_ piece: Piece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void) {
      var sum = Int64(piece.number)
      for step in 0..<(piece.number % 10 == 1 ? 100_000 : 10) { sum = sum &* 31 &+ Int64(step) }
      emit(Batch([.int(Values([sum == 0 ? 0 : Int64(piece.number)]))], count: 1), &findings)
    }
    func share(_ index: Int, of count: Int) -> Reader { self }
  }
}
