import Diagnostics
import Glibc
import StageKit

/// The right to write into an output folder, held until this value is gone or the program ends, however it ends.
///
/// Two runs into one folder would each take the other's staged files for the leftovers of a crash.
final class FolderLock: Sendable {
  private let file: Int32

  /// Takes the lock of a folder.
  ///
  /// The folder itself is locked, so that nothing is left behind.
  ///
  /// - Throws: When another run holds it, or the folder cannot be opened.
  init(of folder: String) throws(StageError) {
    file = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system("open", folder) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw StageError(
        Phrase(
          vi: "một lần chạy khác đang ghi vào '\(folder)'", en: "another run is writing into '\(folder)'"),
        hint: Phrase(
          vi: "đợi lần chạy ấy xong, hoặc chọn thư mục khác bằng --output",
          en: "wait for it to end, or choose another folder by --output"), mayRetry: true)
    }
  }
  deinit { if file >= 0 { Glibc.close(file) } }
}
