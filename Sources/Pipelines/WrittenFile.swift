import Crypto
import StageKit

/// A file that a sink has written, or goes on writing.
struct WrittenFile: Sendable {
  /// The step that writes it.
  let step: String
  /// Whether it is written bit by bit.
  let isOpen: Bool
  /// What is there so far.
  private(set) var file: StagedFile
  private var hash = SHA256()

  /// A file with its first bytes, or all of them.
  init(_ path: String, _ bytes: [UInt8], of step: String, isOpen: Bool) {
    (self.step, self.isOpen) = (step, isOpen)
    file = StagedFile(path: path, size: 0, sha256: "")
    append(bytes)
  }
  /// The file grows.
  mutating func append(_ bytes: [UInt8]) {
    hash.update(data: bytes)
    file = StagedFile(
      path: file.path, size: file.size + bytes.count, sha256: hexadecimal(hash.finalize()))
  }
}
