import Diagnostics
import StageKit

// What is removed, and whether it is gone.
extension OutputPlaces {
  /// The folder in which a new site is made.
  static let newSite = ".public.new"

  /// Removes something of the output.
  ///
  /// - Returns: What is left of it, as `remaining` says.
  func remove(_ name: String) -> [String] {
    system.remove("\(root)/\(name)")
    return remaining(in: name)
  }
  /// The paths of all that is at a name: its files, or itself when it has none that can be seen.
  func remaining(in name: String) -> [String] {
    guard let kind = system.kind("\(root)/\(name)") else { return [] }
    let files = kind == .folder ? files(in: name) : []
    return files.isEmpty ? [name] : files
  }
  /// A name for the folder of a notice, at which nothing is left.
  ///
  /// A site must not stay up because something of an older one cannot be removed.
  func freeForNotice() -> String {
    for number in 0... {
      let name = number == 0 ? Self.newSite : "\(Self.newSite)~\(number)"
      if remove(name).isEmpty { return name }
    }
    return Self.newSite
  }
  /// What others put into `public/`, which goes with the site when that is taken down; none where nothing says what the
  /// program wrote there.
  var publicStrangers: [String] {
    do throws(StageError) {
      return try madePublic().map { strangers(in: "public", made: $0) } ?? []
    } catch { return [] }
  }
  /// Removes what is left of sites that are public no more.
  ///
  /// - Returns: The paths of what cannot be removed.
  func removeOldSites() -> [String] {
    let names = system.list(root).filter { $0 == Self.newSite || $0.hasPrefix("\(Self.newSite)~") }
    return names.flatMap { remove($0) }
  }
}

extension Diagnostic {
  /// Files that cannot be removed from where they are no more to be.
  static func left(_ paths: [String], in folder: String) -> Diagnostic {
    let (list, more) = shown(paths)
    return Diagnostic(
      "output.left",
      Phrase(
        vi: "không xóa hết được '\(folder)', còn lại: \(list)" + (more > 0 ? " và \(more) tệp nữa" : ""),
        en: "'\(folder)' cannot be removed, and there are still: \(list)"
          + (more > 0 ? " and \(more) more" : "")),
      at: nil,
      hint: Phrase(
        vi:
          "xóa thư mục ấy bằng tài khoản có quyền; lần chạy sau không bắt đầu khi nó còn, để không công bố lại thứ đã bỏ",
        en:
          "remove it with an account that may; no run begins while it is there, so that nothing is published again"
      ),
      severity: .warning)
  }
}
extension StageError {
  /// The same as a failure.
  init(_ problem: Diagnostic) { self.init(problem.message, hint: problem.hint, code: problem.code) }
}
