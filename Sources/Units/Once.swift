import Synchronization

/// A value that is made when it is first asked for, by one thread.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  func callAsFunction(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
