import CExchange
import Diagnostics
import Glibc
public import StageKit

/// The calls on a disk that publishing makes, so that a test can let any of them fail.
public struct FileSystem: Sendable {
  /// Writes a whole file, making its folders, and waits until it is on the disk when `durable`.
  public var write: @Sendable (_ path: String, _ bytes: [UInt8], _ durable: Bool) throws(StageError) -> Void
  /// Adds bytes to the end of a file, which is made with its folders when it is not there.
  public var append: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StageError) -> Void
  /// Up to `count` bytes of a file at `offset`.
  public var part: @Sendable (_ path: String, _ offset: Int, _ count: Int) throws(StageError) -> [UInt8]
  /// The whole of a plain file; `nil` when there is nothing.
  public var read: @Sendable (_ path: String) throws(StageError) -> [UInt8]?
  /// Gives a file or folder another name.
  public var rename: @Sendable (_ from: String, _ to: String) throws(StageError) -> Void
  /// Exchanges two files or folders in one step.
  public var exchange: @Sendable (_ a: String, _ b: String) throws(StageError) -> Void
  /// Waits until all that was written is on the disk that holds a folder.
  public var flush: @Sendable (_ folder: String) throws(StageError) -> Void
  /// Removes a file, or a folder with all that is in it; nothing when it is not there.
  public var remove: @Sendable (_ path: String) -> Void
  /// Makes a folder and those above it.
  public var makeFolder: @Sendable (_ path: String) throws(StageError) -> Void
  /// The names in a folder, sorted; none when it is not there.
  public var list: @Sendable (_ path: String) -> [String]
  /// Throws for a folder that is there and whose names nobody tells, which `list` gives as none.
  public var mustList: @Sendable (_ path: String) throws(StageError) -> Void
  /// Whether there is something at a path.
  public var exists: @Sendable (_ path: String) -> Bool
  /// What stands at a path, links not followed; `nil` when nothing does.
  public var kind: @Sendable (_ path: String) -> Kind?
}

extension FileSystem {
  /// The disk of this machine.
  public static let disk = FileSystem(
    write: { (path, bytes, durable) throws(StageError) in
      try writeFile(path, bytes, O_TRUNC, durable: durable)
    },
    append: { (path, bytes) throws(StageError) in try writeFile(path, bytes, O_APPEND, durable: false) },
    part: { (path, offset, count) throws(StageError) in try readFile(path, at: offset, count: count) },
    read: { (path) throws(StageError) in access(path, F_OK) == 0 ? try readFile(path) : nil },
    rename: { (from, to) throws(StageError) in
      guard Glibc.rename(from, to) == 0 else { throw .system("rename", to) }
      syncFolder(of: to)
    },
    exchange: { (a, b) throws(StageError) in
      guard exchange_paths(a, b) == 0 else { throw .system("exchange", b) }
      syncFolder(of: b)
    },
    flush: { (folder) throws(StageError) in try flushDisk(of: folder) },
    remove: { removeAll($0) },
    makeFolder: { (path) throws(StageError) in try makeFolders(path) },
    list: { names(in: $0)?.sorted() ?? [] },
    mustList: { (path) throws(StageError) in
      guard names(in: path) == nil, errno != ENOENT else { return }
      throw .system("open", path)
    },
    exists: { access($0, F_OK) == 0 },
    kind: { Kind(at: $0) })
}

extension StageError {
  /// Something that is no plain file stands where one is to be read.
  static func noPlainFile(_ path: String) -> StageError {
    StageError(
      Phrase(
        vi: "'\(path)' không phải tệp thường (là thư mục, ống hay thiết bị), nên không đọc",
        en: "'\(path)' is no plain file but a folder, a pipe or a device, and is not read"),
      hint: Phrase(
        vi: "chuyển nó đi nơi khác; nếu đó là chỗ của một tệp đã mất thì khôi phục tệp ấy từ bản sao lưu",
        en: "move it away; if a file that is gone had its place there, restore that from a backup"),
      code: noPlainFileCode)
  }
  static let noPlainFileCode: Diagnostic.Code = "output.no-file"
  /// A failed call, in the words of the operating system.
  static func system(_ call: String, _ path: String) -> StageError {
    let code = errno
    let reason = SystemReason(code).phrase
    let full = code == ENOSPC || code == EDQUOT
    let forbidden = code == EACCES || code == EPERM || code == EROFS
    return StageError(
      Phrase(
        vi: full
          ? "hết chỗ trên đĩa khi ghi '\(path)'"
          : "không \(SystemReason.action(of: call)) được '\(path)': \(reason.vi)",
        en: full ? "the disk is full at '\(path)'" : "the system refused (\(call)) '\(path)': \(reason.en)"),
      hint: full
        ? Phrase(
          vi: "giải phóng chỗ rồi chạy lại; trang đã công bố vẫn nguyên",
          en: "free some space and run again; what was published is untouched")
        : forbidden
          ? Phrase(
            vi: "cho tài khoản đang chạy quyền đọc và ghi ở đó, hoặc chọn thư mục khác bằng --output",
            en: "let the account that runs this read and write there, or choose another folder by --output")
          : nil, mayRetry: full)
  }
}

private func writeFile(_ path: String, _ bytes: [UInt8], _ mode: Int32, durable: Bool) throws(StageError) {
  if let slash = path.lastIndex(of: "/") { try makeFolders(String(path[..<slash])) }
  let file = Glibc.open(path, O_WRONLY | O_CREAT | O_NONBLOCK | mode, 0o644)
  guard file >= 0 else { throw .system("open", path) }
  var offset = 0
  while offset < bytes.count {
    let count = bytes.withUnsafeBytes {
      Glibc.write(file, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
    }
    guard count > 0 else {
      let error = StageError.system("write", path)
      Glibc.close(file)
      throw error
    }
    offset += count
  }
  let synced = !durable || fsync(file) == 0
  guard Glibc.close(file) == 0, synced else { throw .system("close", path) }
  guard durable, let slash = path.lastIndex(of: "/") else { return }
  // A new name is lost with its folder, and a new folder with the one above it.
  syncFolder(of: path)
  syncFolder(of: String(path[..<slash]))
}

/// Some bytes of a file that is there, or all.
///
/// A pipe that nobody writes into would be waited for without end.
private func readFile(_ path: String, at offset: Int = 0, count: Int = .max) throws(StageError) -> [UInt8] {
  let file = Glibc.open(path, O_RDONLY | O_NONBLOCK)
  guard file >= 0 else { throw .system("open", path) }
  defer { Glibc.close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .system("stat", path) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .noPlainFile(path) }
  return try readAll(file, path, at: offset, count: count)
}

/// Up to `count` bytes of an open file at an offset.
func readAll(_ file: Int32, _ path: String, at offset: Int, count: Int) throws(StageError) -> [UInt8] {
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .system("stat", path) }
  let isRegular = status.st_mode & S_IFMT == S_IFREG
  let wanted = isRegular ? max(0, min(count, Int(status.st_size) - offset)) : 0
  var failed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { room, done in
    done = 0
    while done < wanted {
      let got = pread(file, room.baseAddress?.advanced(by: done), wanted - done, off_t(offset + done))
      if got < 0 { failed = true }
      guard got > 0 else { break }
      done += got
    }
  }
  if failed { throw .system("read", path) }
  return bytes
}

private func makeFolders(_ path: String) throws(StageError) {
  if access(path, F_OK) == 0 { return }
  if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolders(String(path[..<slash])) }
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system("mkdir", path) }
}

/// The names in a folder, without `.` and `..`; `nil` when it cannot be read.
func names(in path: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

private func removeAll(_ path: String) {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  if status.st_mode & S_IFMT == S_IFDIR {
    for name in names(in: path) ?? [] { removeAll("\(path)/\(name)") }
    rmdir(path)
  } else {
    unlink(path)
  }
}

private func flushDisk(of folder: String) throws(StageError) {
  let file = Glibc.open(folder, O_RDONLY | O_DIRECTORY)
  guard file >= 0 else { throw .system("open", folder) }
  defer { Glibc.close(file) }
  guard flush_disk(file) == 0 else { throw .system("sync", folder) }
}

/// Makes a change of names durable.
private func syncFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let file = Glibc.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY)
  guard file >= 0 else { return }
  fsync(file)
  Glibc.close(file)
}
