import Glibc
import StageKit

extension FileSystem {
  /// The whole of a plain file; `nil` also when something else stands there, which says nothing.
  func plainFile(_ path: String) throws(StageError) -> [UInt8]? {
    do throws(StageError) { return try read(path) } catch {
      guard error.code == StageError.noPlainFileCode else { throw error }
      return nil
    }
  }
  /// What can stand at a path.
  public enum Kind: Sendable, Hashable {
    /// A file with bytes of its own.
    case file
    /// A folder.
    case folder
    /// A symbolic link, and what it says.
    case link(String)
    /// A pipe, a device or the like.
    case other

    /// What stands at a path of this machine; `nil` when nothing does.
    init?(at path: String) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFLNK: self = .link(Self.target(of: path))
      default: self = .other
      }
    }
    private static func target(of path: String) -> String {
      let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { room, count in
        let got = room.withMemoryRebound(to: CChar.self) { text in
          text.baseAddress.map { readlink(path, $0, text.count) } ?? 0
        }
        count = max(0, got)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
