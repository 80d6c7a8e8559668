import Glibc
import Synchronization

/// Whether the person at the keyboard wants the program to stop.
///
/// The first Ctrl-C, or SIGTERM, asks a run to stop in good order; a second one ends the process at once, and the next run
/// clears away what that leaves.
struct Interruption: Sendable {
  /// Whether it was asked for.
  var isAsked: @Sendable () -> Bool

  /// Listens to the signals of the process from now on.
  static func ofProcess() -> Interruption {
    let before = signals.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in signals.add(1, ordering: .relaxed) }
      // The handler is gone after one call, so that a second signal does what it always does.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    return Interruption { signals.load(ordering: .relaxed) != before }
  }

  /// Does a piece of work, which is cancelled when it was asked for.
  func watching<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result {
    let task = Task { await work() }
    let watch = Task {
      // Cancelling ends the sleep with an error, which is how the watch learns that the work is done.
      while !isAsked(), (try? await Task.sleep(for: .milliseconds(50))) != nil {}
      if isAsked() { task.cancel() }
    }
    let result = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    watch.cancel()
    return result
  }
}

/// How often the process was asked to stop.
private let signals = Atomic<Int>(0)
