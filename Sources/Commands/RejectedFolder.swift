import Diagnostics
import Glibc
import Pipelines
import StageKit

/// The folder `office/rejected/` that a run has written.
struct RejectedFolder: Sendable {
  /// Why rejected rows cannot be shown.
  enum Failure: Error {
    /// What was asked for is not there.
    case asked(Diagnostic)
    case unreadable(StageError)
  }
  /// A group of rejected rows, mostly those of one commune.
  struct Group: Sendable {
    /// Its folder; empty for rows that are in no group.
    let folder: String
    var sheets: [RejectedSheet] = []
    /// As it was in the data, which is the same in every language; that of the rows that are in no group has a word.
    let shown: String
    /// As people name it.
    var name: Phrase { folder.isEmpty ? Self.all : Phrase(same: shown) }
    /// The name of the rows that are in no group: all rows, unless rejected rows are laid out by a column.
    static let all = Phrase(vi: "tất cả", en: "all")
  }
  /// The groups, by name.
  let groups: [Group]
  private let output: String

  /// Looks into the results of a run.
  init(_ output: String) throws(Failure) {
    self.output = output
    guard Self.isFolder(output) else { throw .asked(.noOutput(output)) }
    guard Self.isFolder("\(output)/office") else { throw .asked(.noRun(output)) }
    let (files, root) = (ProjectFiles.folder(output), "office/rejected")
    var groups: [Group] = []
    do throws(StageError) {
      guard Self.isFolder("\(output)/\(root)") else {
        self.groups = []
        return
      }
      let names = try files.list(root)
      for folder in [""] + names.filter({ Self.isFolder("\(output)/\(root)/\($0)") }) {
        let place = folder.isEmpty ? root : "\(root)/\(folder)"
        let sheets = RejectedSheet.sheets(of: files, in: place, names: try files.list(place))
        guard !sheets.isEmpty else { continue }
        groups.append(Group(folder: folder, sheets: sheets, shown: Self.shown(folder)))
      }
    } catch { throw .unreadable(error) }
    self.groups = groups.sorted { $0.shown < $1.shown }
  }

  /// The group that people call so.
  func group(called name: String) throws(Failure) -> Group {
    if let group = groups.first(where: { !$0.folder.isEmpty && ($0.shown == name || $0.folder == name) }) {
      return group
    }
    // A group of the data may have the same name, and then it is meant.
    if [Group.all.vi, Group.all.en, "."].contains(name), let all = groups.first(where: \.folder.isEmpty) {
      return all
    }
    throw .asked(
      Diagnostic(
        "quarantine.group",
        Phrase(vi: "không có nhóm '\(name)' trong các dòng bị loại", en: "no rejected rows of '\(name)'"),
        at: nil, hint: suggestion(for: name)))
  }
  private func suggestion(for name: String) -> Phrase? {
    let vi = groups.map(\.name.vi).suggestion(for: name)
    let en = groups.map(\.name.en).suggestion(for: name)
    return vi.flatMap { vi in en.map { Phrase(vi: vi.vi, en: $0.en) } }
  }
  /// Every group with how many rows it has and why.
  func summaries() throws(Failure) -> [RejectedSummary] {
    var summaries: [RejectedSummary] = []
    for group in groups {
      var summary = RejectedSummary(group: group)
      for sheet in group.sheets { try sheet.count(into: &summary) }
      summaries.append(summary)
    }
    return summaries
  }
  /// That there is nothing to show.
  func nothing(_ row: Int?, _ group: String?) -> Failure {
    .asked(
      Diagnostic(
        "quarantine.row",
        row.map {
          Phrase(vi: "không có bản ghi \($0) trong các dòng bị loại", en: "record \($0) was not rejected")
        } ?? Phrase(vi: "không có dòng nào bị loại", en: "no row was rejected"), at: nil,
        hint: Phrase(
          vi: "`minhbach quarantine list \(output)` liệt kê các nhóm",
          en: "`minhbach quarantine list \(output)` lists the groups")))
  }

  /// The name of a group as it was in the data; folders write what no file system takes as `_` and two digits.
  static func shown(_ folder: String) -> String {
    if folder.isEmpty { return Group.all.en }
    if folder == "_khong-ro" { return folder }
    var bytes: [UInt8] = []
    var rest = Array(folder.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "_"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? folder
  }
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension Diagnostic {
  fileprivate static func noOutput(_ folder: String) -> Diagnostic {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let near = TextFile.names(in: folder.folder).nearest(to: name)
    return Diagnostic(
      "quarantine.folder",
      Phrase(vi: "không có thư mục '\(folder)'", en: "there is no folder '\(folder)'"), at: nil,
      hint: near.map {
        $0 == name
          ? Phrase(vi: "'\($0)' là một tệp", en: "'\($0)' is a file")
          : Phrase(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      })
  }
  fileprivate static func noRun(_ folder: String) -> Diagnostic {
    Diagnostic(
      "quarantine.folder",
      Phrase(
        vi: "'\(folder)' không phải thư mục kết quả của một lần chạy: không có thư mục office trong đó",
        en: "'\(folder)' is no folder of results: there is no folder office in it"), at: nil,
      hint: Phrase(
        vi: "nêu thư mục đã ghi sau --output của `minhbach run`",
        en: "name the folder that `minhbach run` was given as --output"))
  }
}
