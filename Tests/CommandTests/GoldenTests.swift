import Foundation
import Testing

/// Whole pipelines, from their files to what everybody reads, compared with files that were looked at.
///
/// `UPDATE_GOLDENS=1` writes them anew; the difference is then read before it is kept.
@Suite struct GoldenTests {
  static let goldens = Program.root.appending(path: "Tests/CommandTests/Goldens")
  let project: TemporaryProject
  init() throws { project = try TemporaryProject() }

  @Test(arguments: [
    "du-lieu/chi-tieu.csv", "du-lieu/thong-bao.csv", "index.html", "chua-co-so-lieu/index.html",
    "ke-hoach/ca-mau-2024/index.html", "chi-tieu/soc-trang-2020/ST-01/index.html",
    "chi-tieu/xa-quang-phu-2024/QP-02/index.html", "don-vi/96-tinh-ca-mau/index.html",
    "phuong-phap/chuan-vn-2016/index.html", "phuong-phap/chuan-vn-2022/index.html",
  ]) func `the five plans give what was looked at`(path: String) throws {
    let pipeline = Program.root.appending(path: "pipelines/five-plans/pipeline.yaml").path
    #expect(try project.run("run \(pipeline) --output ra --quiet").status == 0)
    try compare("ra/public/\(path)", "five-plans/\(path)")
  }
  @Test(arguments: ["du-lieu/so-lieu.csv", "du-lieu/chi-tieu.json", "index.html", "thay-doi.atom"])
  func `the example of init gives what was looked at`(path: String) throws {
    #expect(try project.run("init .").status == 0)
    #expect(try project.run("run vi-du/pipeline.yaml --output ra --quiet").status == 0)
    try compare("ra/public/\(path)", "vi-du/\(path)")
  }

  private func compare(_ made: String, _ golden: String) throws {
    let place = Self.goldens.appending(path: golden)
    let text = try project.read(made)
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == nil else {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try text.write(to: place, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
    let found = text.split(separator: "\n")
    let first = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      first == nil && found.count == expected.count,
      "\(golden):\((first?.offset ?? min(found.count, expected.count)) + 1): found '\(first?.element.0 ?? "")'"
    )
  }
}
