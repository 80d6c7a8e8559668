import Foundation
import Testing

/// The invented province, run as people run it.
@Suite struct InventedProvinceTests {
  @Test func `every page says that the figures are made up, and none tells of a household`() throws {
    let project = try TemporaryProject()
    let pipeline = Program.root.appending(path: "pipelines/tinh-mau/pipeline.yaml").path
    #expect(try project.run("run \(pipeline) --output ra --quiet").status == 0)
    let output = project.folder.appending(path: "ra")
    let walk = try #require(FileManager.default.enumerator(atPath: output.appending(path: "public").path))
    var pages = 0
    for case let path as String in walk
    where ["html", "csv", "json", "atom"].contains((path as NSString).pathExtension) {
      let text = try project.read("ra/public/\(path)")
      // Twelve digits, or a row of the lists.
      #expect(!text.contains(/\b0?99[0-9]{9}\b/) && !text.contains("household_id"), "\(path)")
      guard path.hasSuffix(".html") else { continue }
      pages += 1
      #expect(text.contains("Số liệu giả lập để thử chương trình."), "\(path)")
      // Some hundred measures and groups of every unit fit a page of an old phone, each under its name.
      #expect(!path.hasPrefix("don-vi/") || text.utf8.count <= 40 * 1024, "\(path)")
      #expect(
        !text.contains(/[> ](deprived_|near_poor_|ethnicity:|area:)/) || path == "du-lieu/index.html",
        "\(path)")
    }
    #expect(pages > 150)
    // Rejected rows go back to their communes.
    let rejected = try FileManager.default.contentsOfDirectory(
      atPath: output.appending(path: "office/rejected").path)
    #expect(rejected.count > 20 && rejected.allSatisfy { $0.hasPrefix("99") || $0.hasPrefix("_") })
  }
}
