import CExchange  // with static libraries `stat` is a declaration of this module, not of Glibc
import Diagnostics
import Glibc
public import StageKit

/// What the program brings along: the theme, the register of units, the standards, the rules.
///
/// Looked for from the folder of the program upward: `share/minhbach/NAME` as the release archive has it, else, in the
/// source tree, `site` and `pipelines/NAME`.
public struct ShareFolder: Sendable {
  private let start: String?
  /// Looks from a folder upward.
  public init(from folder: String?) { start = folder }
  /// Looks from the folder of the running program.
  public static let ofThisProgram = ShareFolder(
    from: canonical("/proc/self/exe").map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) })

  /// The place on the disk of a path such as `units/units.csv`.
  ///
  /// - Throws: When nothing the program brings has that name.
  public func path(_ path: String) throws(StageError) -> String {
    let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    var folder = start
    while let here = folder {
      for place in ["\(here)/share/minhbach/\(name)", "\(here)/pipelines/\(name)", "\(here)/\(name)"] {
        guard ["site", "units", "standards", "rules"].contains(name), isFolder(place) else { continue }
        if place == "\(here)/\(name)", name != "site" { continue }
        return parts.count == 2 ? "\(place)/\(parts[1])" : place
      }
      folder = here.lastIndex(of: "/").flatMap { $0 == here.startIndex ? nil : String(here[..<$0]) }
    }
    throw StageError(
      Phrase(
        vi: "không tìm thấy thư mục '\(name)' đi kèm chương trình",
        en: "the folder '\(name)' that the program brings was not found"),
      hint: Phrase(
        vi: "giữ nguyên thư mục share/ bên cạnh chương trình như trong gói cài đặt",
        en: "keep share/ beside the program as in the release archive"))
  }
  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
