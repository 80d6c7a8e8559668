import StageKit
import Synchronization
import Tables

/// Cuts pieces, works on `width` at a time, and delivers the results in the order of the pieces.
///
/// At most twice `width` pieces are in memory: those being worked on, and those done that wait for an earlier one. A task
/// that is cancelled cuts no piece more.
func inOrder<R: SourceReader, Done: Sendable>(
  _ reader: R, files: ProjectFiles, width: Int,
  work: @escaping @Sendable (R.Piece) -> Done, deliver: (Done) async throws(StageError) -> Void
) async throws(StageError) {
  let failure: StageError? = await withTaskGroup(of: (Int, Done).self) { group in
    var reader = reader
    var cut = 0
    var delivered = 0
    var running = 0
    var atEnd = false
    var waiting: [Int: Done] = [:]
    do throws(StageError) {
      repeat {
        while !atEnd, running < width, cut - delivered < 2 * width {
          if Task.isCancelled { throw .cancelled }
          guard let piece = try reader.next(files) else {
            atEnd = true
            break
          }
          group.addTask { [cut] in (cut, work(piece)) }
          (cut, running) = (cut + 1, running + 1)
        }
        guard let (index, done) = await group.next() else { break }
        running -= 1
        waiting[index] = done
        while let done = waiting.removeValue(forKey: delivered) {
          if Task.isCancelled { throw .cancelled }
          delivered += 1
          try await deliver(done)
        }
      } while true
      return nil
    } catch {
      group.cancelAll()
      return error
    }
  }
  if let failure { throw failure }
}

/// Does some pieces of work at the same time; what they gave, in their order.
func inParallel<Done: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Done) async -> [Done] {
  guard count > 1 else { return (0..<max(count, 0)).map(work) }
  return await withTaskGroup(of: (Int, Done).self) { group in
    for index in 0..<count { group.addTask { (index, work(index)) } }
    var done: [(Int, Done)] = []
    for await one in group { done.append(one) }
    return done.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// States that no worker has at the moment.
final class Pool<State: Sendable>: Sendable {
  private let free = Mutex<[State]>([])
  func take() -> State? { free.withLock { $0.popLast() } }
  /// Takes a state back, and leaves another in its place.
  ///
  /// Whoever takes it next then has it alone: of a state that two know, the next row would copy all of it.
  func put(_ state: inout State, leaving rest: State) {
    free.withLock { free in
      free.append(state)
      state = rest
    }
  }
}

/// A table as a source, for a batch or reduce step after one that is not streamed.
struct TableReader: SourceReader {
  var rows: Batch?
  mutating func next(_ files: ProjectFiles) -> Batch? {
    defer { rows = nil }
    return rows
  }
  func share(_ index: Int, of count: Int) -> TableReader { index == 0 ? self : TableReader(rows: nil) }
}
