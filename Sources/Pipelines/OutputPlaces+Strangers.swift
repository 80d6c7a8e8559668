import Diagnostics
import StageKit

/// What others put into the folders that a run replaces.
struct Strangers: Sendable {
  /// Their paths, such as `office/ghi-chu.txt`.
  var all: [String] = []
  /// Those of which there is no copy, and that are moved once their folder has been replaced.
  var uncopied: [String] = []
  /// Where they are kept.
  var kept = ""
}

extension OutputPlaces {
  /// Copies what others put into the folders that will be replaced.
  ///
  /// Where nothing says what the last run wrote, that is all but what the program certainly writes itself.
  /// A published site holds only what the run has looked through; what is not of it is not lost without a word. What cannot
  /// be copied, as a link or a file that cannot be read, is left for `moveStrangers`.
  ///
  /// - Throws: When what the last run wrote cannot be told from what others did.
  func keepStrangers(hasSite: Bool) throws(StageError) -> Strangers {
    var found = Strangers()
    if hasSite {
      found.all += strangers(in: "public", made: try madePublic() ?? Set(Self.ownPublic))
    }
    found.all += strangers(in: "office", made: try madeOffice() ?? Set(Self.ownOffice))
    found.kept = kept
    found.uncopied = found.all.filter { !copy($0, to: found.kept) }
    return found
  }
  /// All in `office/` that a run may not have written, where nothing says what it wrote.
  var unknownOffice: Strangers {
    let all = strangers(in: "office", made: Set(Self.ownOffice))
    return Strangers(all: all, uncopied: all, kept: kept)
  }
  /// Moves what was not copied out of the folders that were replaced.
  ///
  /// - Returns: What is told of all of them, and the folders in which some are still.
  func moveStrangers(_ found: Strangers) -> (warnings: Diagnostics, stuck: Set<String>) {
    let left = found.uncopied.filter { !move($0, to: found.kept) }
    var warnings = Diagnostics()
    let gone = found.all.filter { !left.contains($0) }
    if !gone.isEmpty { warnings.add(.strangers(gone, keptIn: found.kept)) }
    let stuck = Set(left.map { Self.replaced($0, in: root).folder })
    if !left.isEmpty { warnings.add(.stuck(left, in: stuck.sorted().joined(separator: ", "))) }
    return (warnings, stuck)
  }
  /// Where something is after its folder has been exchanged with the new one.
  private static func replaced(_ path: String, in root: String) -> (folder: String, path: String) {
    let parts = path.split(separator: "/", maxSplits: 1)
    let folder = "\(root)/.\(parts[0]).new"
    return (folder, "\(folder)/\(parts.last ?? "")")
  }
  /// The folder where what others wrote is kept: the first of its names that is no file.
  private var kept: String {
    var (name, number) = ("\(root)/giu-lai", 0)
    while let kind = system.kind(name), kind != .folder {
      number += 1
      name = "\(root)/giu-lai~\(number)"
    }
    return name
  }

  /// The files of `public/` that were kept, whoever made them.
  var keptPublic: [String] {
    system.list(root).filter { $0 == "giu-lai" || $0.hasPrefix("giu-lai~") }.map { "\($0)/public" }
      .filter { system.kind("\(root)/\($0)") == .folder }.flatMap { files(in: $0) }
  }
  /// The files in a folder that are not among some; what is no plain file is never the program's.
  func strangers(in folder: String, made: Set<String>) -> [String] {
    files(in: folder).filter {
      !made.contains(String($0.dropFirst(folder.count + 1))) || system.kind("\(root)/\($0)") != .file
    }
  }
  /// The paths of all files in a folder, however deep, and of folders that cannot be looked into.
  func files(in folder: String) -> [String] {
    do throws(StageError) { try system.mustList("\(root)/\(folder)") } catch { return [folder] }
    return system.list("\(root)/\(folder)").flatMap { name in
      let path = "\(folder)/\(name)"
      return system.kind("\(root)/\(path)") == .folder ? files(in: path) : [path]
    }
  }
  /// Whether there is a copy of a file now.
  private func copy(_ path: String, to kept: String) -> Bool {
    let old = "\(root)/\(path)"
    guard system.kind(old) == .file else { return false }
    for number in 0... {
      let copy = Self.name("\(kept)/\(path)", number)
      do throws(StageError) {
        switch system.kind(copy) {
        case .file: if try isSame(old, copy) { return true }
        case nil: return try copyBytes(of: old, to: copy)
        // What is no plain file is not even opened: a pipe would never end.
        default: continue
        }
      } catch { return false }
    }
    return false
  }
  /// How much of a file is held at a time: others may have put whole disks of pictures here.
  private static let piece = 8 << 20
  private func isSame(_ a: String, _ b: String) throws(StageError) -> Bool {
    var offset = 0
    while true {
      let bytes = try system.part(a, offset, Self.piece)
      let others = try system.part(b, offset, Self.piece)
      guard bytes == others else { return false }
      guard bytes.count == Self.piece else { return true }
      offset += bytes.count
    }
  }
  /// Copies a file, or leaves nothing of it: half of it would be taken for all.
  private func copyBytes(of old: String, to copy: String) throws(StageError) -> Bool {
    do throws(StageError) {
      var bytes = try system.part(old, 0, Self.piece)
      try system.write(copy, bytes, true)
      var offset = 0
      while bytes.count == Self.piece {
        offset += bytes.count
        bytes = try system.part(old, offset, Self.piece)
        try system.append(copy, bytes)
      }
      if offset > 0 { try system.flush(root) }
      return true
    } catch {
      system.remove(copy)
      throw error
    }
  }
  /// Whether something is now where it is kept.
  private func move(_ path: String, to kept: String) -> Bool {
    let (_, old) = Self.replaced(path, in: root)
    guard let kind = system.kind(old) else { return false }
    for number in 0... {
      let new = Self.name("\(kept)/\(path)", number)
      if let known = system.kind(new) {
        if case .link = kind, known == kind { return true }
        continue
      }
      do throws(StageError) {
        if let slash = new.lastIndex(of: "/") { try system.makeFolder(String(new[..<slash])) }
        try system.rename(old, new)
        return true
      } catch { return false }
    }
    return false
  }
  /// A name that differs for each number.
  private static func name(_ path: String, _ number: Int) -> String {
    number == 0 ? path : "\(path)~\(number)"
  }
}

extension Diagnostic {
  fileprivate static func strangers(_ paths: [String], keptIn folder: String) -> Diagnostic {
    let (list, more) = shown(paths)
    return Diagnostic(
      "output.stranger",
      Phrase(
        vi: "tệp không do chương trình này làm ra đã không còn ở chỗ cũ: \(list)"
          + (more > 0 ? " và \(more) tệp nữa" : ""),
        en: "files that this program did not make are no longer in their places: \(list)"
          + (more > 0 ? " and \(more) more" : "")),
      at: nil,
      hint: Phrase(
        vi: "chúng được giữ ở '\(folder)'; tệp của riêng mình hãy để ngoài public/ và office/",
        en: "they are kept in '\(folder)'; keep files of your own out of public/ and office/"),
      severity: .warning)
  }
  fileprivate static func stuck(_ paths: [String], in folders: String) -> Diagnostic {
    let (list, more) = shown(paths)
    return Diagnostic(
      "output.stranger",
      Phrase(
        vi: "không chép và không chuyển được tệp không do chương trình này làm ra: \(list)"
          + (more > 0 ? " và \(more) tệp nữa" : ""),
        en: "files that this program did not make could be neither copied nor moved: \(list)"
          + (more > 0 ? " and \(more) more" : "")),
      at: nil,
      hint: Phrase(
        vi: "lấy chúng ra khỏi '\(folders)' trước lần chạy sau, vì lần ấy xóa thư mục này",
        en: "take them out of '\(folders)' before the next run, which removes it"),
      severity: .warning)
  }
  static func shown(_ paths: [String]) -> (list: String, more: Int) {
    (paths.prefix(5).map { "'\($0)'" }.joined(separator: ", "), max(0, paths.count - 5))
  }
}
