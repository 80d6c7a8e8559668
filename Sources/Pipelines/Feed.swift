import StageKit
import Synchronization
import Tables

/// Hands the batches of a pass over to a sink that takes them in its own time: each is waited for.
final class Feed: Sendable {
  private enum State {
    case idle
    /// The pass has batches that nobody has taken.
    case offered([Batch], CheckedContinuation<Bool, Never>)
    /// The sink waits for batches.
    case wanted(CheckedContinuation<Result<[Batch]?, StageError>, Never>)
    /// The pass is over.
    case ended(StageError?)
    /// The sink takes no more.
    case closed
  }
  private let state = Mutex(State.idle)
  private let begun = Mutex(false)

  /// Whether this is the first who takes from it; whoever takes again must read the source again.
  func begin() -> Bool {
    begun.withLock { begun in
      defer { begun = true }
      return !begun
    }
  }

  /// Offers batches and waits until they are taken; `false` when nobody will.
  func send(_ batches: [Batch]) async -> Bool {
    await withCheckedContinuation { sender in
      state.withLock { state in
        switch state {
        case .wanted(let taker):
          state = .idle
          taker.resume(returning: .success(batches))
          sender.resume(returning: true)
        case .idle: state = .offered(batches, sender)
        case .offered, .ended, .closed: sender.resume(returning: false)
        }
      }
    }
  }
  /// Tells that there are no more batches, or why.
  func end(_ error: StageError?) {
    state.withLock { state in
      switch state {
      case .wanted(let taker): taker.resume(returning: error.map { .failure($0) } ?? .success(nil))
      case .offered(_, let sender): sender.resume(returning: false)
      case .closed: return
      case .idle, .ended: break
      }
      state = .ended(error)
    }
  }

  /// The next batches; `nil` at the end.
  func next() async throws(StageError) -> [Batch]? {
    let result: Result<[Batch]?, StageError> = await withCheckedContinuation { taker in
      state.withLock { state in
        switch state {
        case .offered(let batches, let sender):
          state = .idle
          sender.resume(returning: true)
          taker.resume(returning: .success(batches))
        case .ended(let error): taker.resume(returning: error.map { .failure($0) } ?? .success(nil))
        case .idle: state = .wanted(taker)
        case .wanted, .closed: taker.resume(returning: .success(nil))
        }
      }
    }
    return try result.get()
  }
  /// Takes no more.
  func close() {
    state.withLock { state in
      if case .offered(_, let sender) = state { sender.resume(returning: false) }
      state = .closed
    }
  }
}
