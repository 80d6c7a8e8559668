import Diagnostics
import StageKit
import Synchronization

@testable import Pipelines

extension FileSystem {
  /// The disk of this machine, where a file of a site that was replaced cannot be removed, as one of another account.
  static func disk(keeping file: String) -> FileSystem {
    var system = FileSystem.disk
    let disk = system
    system.remove = { path in
      let kept = "\(path)/\(file)"
      guard path.contains("/.public.new"), disk.exists(kept) else { return disk.remove(path) }
      do throws(StageError) {
        let bytes = try disk.read(kept) ?? []
        disk.remove(path)
        try disk.write(kept, bytes, false)
      } catch {}
    }
    return system
  }
}

/// The disk of this machine, of which one call fails.
final class FailingDisk: Sendable {
  private let state = Mutex((calls: 0, isDead: false))
  private let last: Int
  private let dies: Bool
  static let failure = StageError(Phrase(vi: "đĩa hỏng", en: "the disk failed"))

  /// The call number `call` fails, from 1; if `dies`, so do all later ones, as if the machine had stopped there.
  init(failingAt call: Int, dies: Bool) { (last, self.dies) = (call, dies) }
  /// How many calls there were that can fail.
  var calls: Int { state.withLock { $0.calls } }
  private var isDead: Bool { state.withLock { $0.isDead } }

  private func call() throws(StageError) {
    let fails = state.withLock { state in
      state.calls += 1
      if state.calls == last, dies { state.isDead = true }
      return state.calls == last || state.isDead
    }
    if fails { throw Self.failure }
  }
  var system: FileSystem {
    let disk = FileSystem.disk
    return FileSystem(
      write: { (path, bytes, durable) throws(StageError) in
        try self.call()
        try disk.write(path, bytes, durable)
      },
      append: { (path, bytes) throws(StageError) in
        try self.call()
        try disk.append(path, bytes)
      },
      part: { (path, offset, count) throws(StageError) in
        try self.call()
        return try disk.part(path, offset, count)
      },
      read: { (path) throws(StageError) in
        try self.call()
        return try disk.read(path)
      },
      rename: { (from, to) throws(StageError) in
        try self.call()
        try disk.rename(from, to)
      },
      exchange: { (a, b) throws(StageError) in
        try self.call()
        try disk.exchange(a, b)
      },
      flush: { (folder) throws(StageError) in
        try self.call()
        try disk.flush(folder)
      },
      remove: { if !self.isDead { disk.remove($0) } },
      makeFolder: { (path) throws(StageError) in
        try self.call()
        try disk.makeFolder(path)
      }, list: disk.list, mustList: disk.mustList, exists: disk.exists, kind: disk.kind)
  }
}
