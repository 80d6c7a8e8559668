import StageKit

/// A file or folder, and the place of the old one.
struct OutputExchange {
  let new: String
  let old: String

  /// Puts everything in place, or leaves all as it was.
  ///
  /// What cannot be taken back either is settled by the next run, which finds the entry of the new site pending; `takenBack`
  /// is done when all could be.
  static func put(
    _ exchanges: [OutputExchange], _ system: FileSystem, takenBack: () -> Void
  ) throws(StageError) {
    var done: [(exchange: OutputExchange, wasThere: Bool)] = []
    do throws(StageError) {
      for exchange in exchanges {
        let isThere = system.exists(exchange.old)
        if isThere {
          try system.exchange(exchange.new, exchange.old)
        } else {
          try system.rename(exchange.new, exchange.old)
        }
        done.append((exchange, isThere))
      }
    } catch {
      do {
        for (exchange, wasThere) in done.reversed() {
          if wasThere {
            try system.exchange(exchange.new, exchange.old)
          } else {
            try system.rename(exchange.old, exchange.new)
          }
        }
        takenBack()
      } catch {}
      throw error
    }
  }
}
