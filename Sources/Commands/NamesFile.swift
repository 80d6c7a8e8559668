import Diagnostics
import Glibc
import StageKit

/// A text file with a name a line.
enum NamesFile {
  /// Why there are no names in it, and how the command ends by that.
  struct Failure: Error {
    let diagnostic: Diagnostic
    let status: ExitStatus
  }

  /// The names in a file, or in the standard input when it is `-`; lines of blanks are none.
  static func names(in path: String) throws(Failure) -> [Substring] {
    var bytes = try read(path)[...]
    // Spreadsheets put it before the text, and it would be part of the first name.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(diagnostic: .notUTF8(path, line: firstBadLine(bytes)), status: .commandLineWrong)
    }
    // By bytes: looking for the ends of characters would take longer than finding the names.
    let names = text.utf8.split { $0 == 10 || $0 == 13 }.filter { $0.contains { $0 > 32 } }
      .compactMap { Substring($0) }
    guard !names.isEmpty else { throw Failure(diagnostic: .noNames(path), status: .dataFailed) }
    return names
  }

  private static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard let file = fopen(path == "-" ? "/dev/stdin" : path, "r") else { throw .unreadable(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    guard ferror(file) == 0 else { throw .unreadable(path) }
    return bytes
  }
  /// The first line that is not UTF-8, from 1; lines end with LF, CR or both.
  private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
    var (line, start) = (1, bytes.startIndex)
    for index in bytes.indices where bytes[index] == 10 || bytes[index] == 13 {
      if String(validating: bytes[start..<index], as: UTF8.self) == nil { return line }
      start = index + 1
      let isHalf = bytes[index] == 13 && start < bytes.endIndex && bytes[start] == 10
      if !isHalf { line += 1 }
    }
    return line
  }
}

extension NamesFile.Failure {
  /// The file cannot be read, for the reason that the system has just given.
  fileprivate static func unreadable(_ path: String) -> Self {
    let why: Phrase =
      switch errno {
      case ENOENT: Phrase(vi: "không có tệp '\(path)'", en: "there is no file '\(path)'")
      case EISDIR: Phrase(vi: "'\(path)' là thư mục, không phải tệp", en: "'\(path)' is a folder, no file")
      default:
        Phrase(
          vi: "không đọc được '\(path)': \(TextFile.lastError)",
          en: "cannot read '\(path)': \(TextFile.lastError)")
      }
    let diagnostic = Diagnostic(
      "units.names-file", why, at: nil,
      hint: Phrase(vi: "nêu một tệp văn bản, mỗi dòng một tên", en: "name a text file with a name a line"))
    return Self(diagnostic: diagnostic, status: .commandLineWrong)
  }
}

extension Diagnostic {
  fileprivate static func notUTF8(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      "units.names-file",
      Phrase(
        vi: "dòng \(line) của '\(path)' không phải văn bản UTF-8",
        en: "line \(line) of '\(path)' is no text in UTF-8"), at: nil,
      hint: Phrase(
        vi: "lưu tệp thành văn bản UTF-8; trong bảng tính, lưu cột tên thành 'CSV UTF-8'",
        en: "save the file as text in UTF-8; a spreadsheet can save the column of names as 'CSV UTF-8'"))
  }
  fileprivate static func noNames(_ path: String) -> Diagnostic {
    Diagnostic(
      "units.no-names", Phrase(vi: "'\(path)' không có tên nào", en: "'\(path)' has no name in it"), at: nil,
      hint: Phrase(vi: "ghi mỗi dòng một tên", en: "write a name a line"))
  }
}
