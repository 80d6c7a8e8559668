import Crypto
import StageKit
import Synchronization
import YAML

/// The SHA-256 of some bytes, in lower-case hexadecimal.
package func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// What a run or a check has read, by path.
///
/// The digest of what is read is made behind the reader, by whoever has time (`help`): it takes as long as all other work
/// of a reading that looks at few columns.
final class ReadRecord: Sendable {
  /// What is known of a file: of a second reading only what tells that it is still the same, which is much cheaper.
  private struct Seen {
    var size = 0
    var mark = ReadingMark()
  }
  /// The next bytes of a file, of which the digest has still to be made.
  private struct Part {
    let path: String
    let bytes: ArraySlice<UInt8>
  }
  private let files = Mutex<[String: Seen]>([:])
  private let waiting = Mutex<[Part]>([])
  private let hashes = Mutex<[String: SHA256]>([:])
  private let elsewhere = Mutex<[String: InputRecord]>([:])
  private let isAgain: Bool
  /// How many parts may wait, so that they do not fill the memory.
  private static let mostWaiting = 8

  /// What is read for the first time, or again.
  init(again isAgain: Bool = false) { self.isAgain = isAgain }

  /// Adds a file that another process has read.
  func add(_ file: InputRecord) { elsewhere.withLock { $0[file.path] = file } }
  /// The same files; what is read from its start to its end in order, some of it perhaps several times, is recorded.
  func watching(_ files: ProjectFiles) -> ProjectFiles {
    ProjectFiles { (path, offset, count) throws(StageError) in
      let bytes = try files.bytes(path, at: offset, count: count)
      self.note(path, offset, bytes)
      return bytes
    } names: { (folder) throws(StageError) in
      try files.list(folder)
    }
  }
  private func note(_ path: String, _ offset: Int, _ bytes: [UInt8]) {
    let count = files.withLock { known in
      var seen = known.removeValue(forKey: path) ?? Seen()
      defer { known[path] = seen }
      guard offset <= seen.size, offset + bytes.count > seen.size else { return 0 }
      let new = bytes[(seen.size - offset)...]
      new.withUnsafeBytes { seen.mark.add($0) }
      seen.size += new.count
      // Parts wait in the order in which they were noted, whoever notes at the same time.
      return isAgain
        ? 0
        : waiting.withLock { waiting in
          waiting.append(Part(path: path, bytes: new))
          return waiting.count
        }
    }
    if count > Self.mostWaiting { hashes.withLock { digest(&$0) } }
  }
  /// Makes digests of what waits for it, unless somebody does so already.
  func help() { _ = hashes.withLockIfAvailable { digest(&$0) } }
  private func digest(_ hashes: inout [String: SHA256]) {
    while let part = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
      var hash = hashes.removeValue(forKey: part.path) ?? SHA256()
      part.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
      hashes[part.path] = hash
    }
  }
  /// The digests of all that was read so far.
  private var digests: [String: String] {
    hashes.withLock { hashes in
      digest(&hashes)
      return hashes.mapValues { hexadecimal($0.finalize()) }
    }
  }
  private static let digestOfNothing = hexadecimal(SHA256().finalize())

  /// Refuses files that are not what they were when this record read them.
  ///
  /// A mark is another too when the file was read in other pieces; then the whole file is read once more and compared.
  func expectSame(_ again: ReadRecord, in files: ProjectFiles) throws(StageError) {
    let (before, now) = (self.files.withLock { $0 }, again.files.withLock { $0 })
    for (path, seen) in now.sorted(by: { $0.key < $1.key }) {
      guard let known = before[path], known.size == seen.size else { throw .changed(path) }
      if known.mark == seen.mark { continue }
      let whole = ReadRecord()
      let size = 1 << 20
      var offset = 0
      while true {
        let bytes = try files.bytes(path, at: offset, count: size)
        whole.note(path, offset, bytes)
        offset += bytes.count
        if bytes.count < size { break }
      }
      guard whole.all == all.filter({ $0.path == path }) else { throw .changed(path) }
    }
  }
  /// The files read, sorted by path.
  var all: [InputRecord] {
    let digests = digests
    let here = files.withLock { known in
      known.map {
        InputRecord(path: $0.key, size: $0.value.size, sha256: digests[$0.key] ?? Self.digestOfNothing)
      }
    }
    let known = elsewhere.withLock { known in here.reduce(into: known) { $0[$1.path] = $1 } }
    return known.values.sorted { $0.path < $1.path }
  }
}

extension Node {
  /// The value without places or style, for the fingerprint.
  var canonical: String {
    switch content {
    case .scalar(let text, _): "\(text.utf8.count):\(text)"
    case .sequence(let items): "[\(items.map(\.canonical).joined())]"
    case .mapping(let pairs): "{\(pairs.map { $0.key.canonical + $0.value.canonical }.joined())}"
    }
  }
}
extension Node {
  /// The value on one line, as flow YAML would write it.
  var canonicalText: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): "[\(items.map(\.canonicalText).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{\(pairs.map { "\($0.key.canonicalText): \($0.value.canonicalText)" }.joined(separator: ", "))}"
    }
  }
}
