public import Diagnostics
import Glibc
public import StageKit

/// The folder of one project on the disk, found from a file in it.
public struct Project: Sendable {
  /// The folder that holds `.minhbach.yaml`, absolute and without symbolic links.
  public let root: String
  /// The file it was found from, relative to the project folder.
  public let file: String
  /// The files of the project, and those the program brings.
  public let files: ProjectFiles

  /// Finds the project of a file: the nearest folder upward with a `.minhbach.yaml`, else the file's own folder.
  ///
  /// - Parameters:
  ///   - path: The file, relative to the working directory or absolute.
  ///   - share: Looks up what the program brings, see `ShareFolder`.
  /// - Returns: The project, with the file seen from its folder.
  /// - Throws: `files.unreadable` when there is no such file, or a folder in its place.
  public static func find(_ path: String, share: ShareFolder = .ofThisProgram) throws(Diagnostics) -> Project
  {
    guard let real = canonical(path) else {
      let unreadable = StageError.unreadable(path)
      throw Diagnostics(
        Diagnostic(
          "files.unreadable", unreadable.message, at: nil, hint: unreadable.hint))
    }
    if let inside = names(in: real) {
      throw Diagnostics(
        Diagnostic(
          "files.unreadable", StageError.isFolder(path).message, at: nil,
          hint: someFiles(among: inside, of: real)
        ))
    }
    let folders = real.split(separator: "/").map(String.init).dropLast()
    for count in stride(from: folders.count, through: 1, by: -1) {
      let folder = "/" + folders.prefix(count).joined(separator: "/")
      if access("\(folder)/.minhbach.yaml", F_OK) == 0 { return Project(folder, real, share) }
    }
    return Project("/" + folders.joined(separator: "/"), real, share)
  }
  private init(_ root: String, _ file: String, _ share: ShareFolder) {
    self.root = root
    self.file = String(file.dropFirst(root == "/" ? 1 : root.count + 1))
    files = .folder(root, share: share)
  }
  /// A path of a diagnostic as a person in the working directory would write it.
  public func shown(_ path: String) -> String {
    if path.hasPrefix("share:") || path.hasPrefix("--") { return path }
    let full = path.hasPrefix("cwd:") ? String(path.dropFirst(4)) : "\(root)/\(path)"
    guard let here = canonical("."), full.hasPrefix(here + "/") else { return full }
    return String(full.dropFirst(here.count + 1))
  }
}

extension ProjectFiles {
  /// The files under a folder of the disk; symbolic links that leave it are refused.
  public static func folder(_ root: String, share: ShareFolder = .ofThisProgram) -> ProjectFiles {
    @Sendable func full(_ path: String) throws(StageError) -> String {
      if path.hasPrefix("cwd:") { return String(path.dropFirst(4)) }
      if path.hasPrefix("share:") { return try share.path(String(path.dropFirst(6))) }
      let joined = path.isEmpty ? root : "\(root)/\(path)"
      guard let real = canonical(joined) else { return joined }
      guard let base = canonical(root), real == base || real.hasPrefix(base == "/" ? base : base + "/") else {
        throw StageError(
          Phrase(
            vi: "'\(path)' là liên kết ra ngoài thư mục dự án",
            en: "'\(path)' is a link that leaves the project folder"),
          hint: Phrase(
            vi: "chép tệp vào dự án thay cho liên kết, hoặc đưa vào bằng --set",
            en: "copy the file into the project instead of the link, or give it by --set"),
          file: path, code: "files.outside")
      }
      return real
    }
    return ProjectFiles { (path, offset, count) throws(StageError) in
      let place = try full(path)
      // A pipe that nobody writes into would be waited for without end.
      let file = Glibc.open(place, O_RDONLY | O_NONBLOCK)
      guard file >= 0 else { throw .unreadable(path, at: place) }
      defer { Glibc.close(file) }
      guard names(in: place) == nil else { throw .isFolder(path) }
      return try readAll(file, path, at: offset, count: count)
    } names: { (folder) throws(StageError) in
      let place = try full(folder)
      guard let names = names(in: place) else { throw .unreadable(folder, at: place) }
      return names
    }
  }
}

extension StageError {
  static func unreadable(_ path: String, at place: String? = nil) -> StageError {
    let code = errno
    if case .link(let target) = FileSystem.Kind(at: place ?? path), code == ENOENT {
      return StageError(
        Phrase(
          vi: "'\(path)' là liên kết tới '\(target)', nơi không có gì",
          en: "'\(path)' is a link to '\(target)', where there is nothing"), file: path)
    }
    guard code == ENOENT || code == ENOTDIR else {
      let why = SystemReason(code).phrase
      return StageError(
        Phrase(vi: "không đọc được '\(path)': \(why.vi)", en: "cannot read '\(path)': \(why.en)"),
        hint: code == EACCES
          ? Phrase(
            vi: "cho tài khoản đang chạy quyền đọc ở đó", en: "let the account that runs this read there")
          : nil, file: path)
    }
    return StageError(
      Phrase(vi: "không có tệp '\(path)'", en: "there is no file '\(path)'"), hint: nearby(place ?? path),
      file: path)
  }
  fileprivate static func isFolder(_ path: String) -> StageError {
    StageError(
      Phrase(vi: "'\(path)' là thư mục, cần một tệp", en: "'\(path)' is a folder, and a file is needed"),
      file: path)
  }
}

/// The nearest name in the folder of a file that is not there.
private func nearby(_ path: String) -> Phrase? {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  let folder = parts.dropLast().joined(separator: "/")
  guard let name = parts.last, let near = (names(in: folder.isEmpty ? "." : folder) ?? []).nearest(to: name)
  else {
    return nil
  }
  return Phrase(vi: "có phải ý bạn là '\(near)'?", en: "did you mean '\(near)'?")
}

/// Some files of a folder, which was named where a file is needed.
private func someFiles(among inside: [String], of folder: String) -> Phrase {
  let files = inside.sorted().filter { !$0.hasPrefix(".") && names(in: "\(folder)/\($0)") == nil }
  guard !files.isEmpty else {
    return Phrase(vi: "trong thư mục ấy không có tệp nào", en: "there is no file in it")
  }
  let list = files.prefix(5).joined(separator: ", ") + (files.count > 5 ? ", …" : "")
  return Phrase(vi: "nêu một tệp trong đó: \(list)", en: "name a file in it: \(list)")
}

/// A path without symbolic links; `nil` when there is nothing at it.
func canonical(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
