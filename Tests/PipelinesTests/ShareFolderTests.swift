import Diagnostics
import StageKit
import Testing

@testable import Pipelines

@Suite struct ShareFolderTests {
  static let release = [
    "r/bin/minhbach", "r/share/minhbach/site/a", "r/share/minhbach/units/u.csv", "r/units/x",
  ]
  static let source = [
    "s/.build/debug/minhbach", "s/site/a", "s/pipelines/units/u.csv", "s/pipelines/standards/v.yaml",
  ]
  let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder(
      Dictionary(
        uniqueKeysWithValues: (Self.release + Self.source + ["pipelines/standards/far"]).map { ($0, "") }))
  }

  @Test(arguments: [
    ("r/bin", "units/u.csv", "r/share/minhbach/units/u.csv"), ("r/bin", "site", "r/share/minhbach/site"),
    ("r/bin", "units", "r/share/minhbach/units"), ("r/bin", "site/a", "r/share/minhbach/site/a"),
    ("s/.build/debug", "units/u.csv", "s/pipelines/units/u.csv"), ("s/.build/debug", "site", "s/site"),
    ("s/.build/debug", "standards/v.yaml", "s/pipelines/standards/v.yaml"),
    ("r/bin", "standards/far", "pipelines/standards/far"),
    ("s/.build/debug", "units/missing", "s/pipelines/units/missing"),
  ]) func `it is looked for from the program upward`(_ start: String, _ path: String, _ place: String) throws
  {
    #expect(try ShareFolder(from: "\(folder.path)/\(start)").path(path) == "\(folder.path)/\(place)")
  }
  @Test(arguments: ["x", "bin/minhbach", "", "share", "pipelines"]) func `nothing else is found`(path: String)
  {
    let name = path.split(separator: "/").first.map(String.init) ?? ""
    #expect(
      throws: StageError(
        Phrase(
          vi: "không tìm thấy thư mục '\(name)' đi kèm chương trình",
          en: "the folder '\(name)' that the program brings was not found"),
        hint: Phrase(
          vi: "giữ nguyên thư mục share/ bên cạnh chương trình như trong gói cài đặt",
          en: "keep share/ beside the program as in the release archive"))
    ) { try ShareFolder(from: "\(folder.path)/r/bin").path(path) }
  }
  @Test func `a program of which the folder is not known brings nothing`() {
    #expect(throws: StageError.self) { try ShareFolder(from: nil).path("units") }
  }
}
