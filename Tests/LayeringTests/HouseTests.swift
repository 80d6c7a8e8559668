import Foundation
import Testing

/// What holds of every file.
@Suite struct HouseTests {
  @Test(arguments: SourceTree.product + SourceTree.tests)
  func `a file is at most four hundred lines`(file: SourceTree.File) {
    #expect((1...400).contains(file.lines.count), "\(file.path) has \(file.lines.count) lines")
  }
  @Test func `most files are under two hundred lines`() {
    let short = SourceTree.product.count { $0.lines.count <= 200 }
    #expect(short * 10 >= SourceTree.product.count * 8)
  }
  @Test(arguments: SourceTree.product) func `every public declaration says what it is`(file: SourceTree.File)
  {
    for (number, line) in file.lines.enumerated() where isPublicDeclaration(line) {
      guard !isDocumented(number, file.lines) else { continue }
      Issue.record("\(file.path):\(number + 1): a public declaration without `///`")
    }
  }
  @Test(arguments: SourceTree.product) func `nothing is left to be written`(file: SourceTree.File) {
    for (number, line) in file.lines.enumerated()
    where line.contains(/\b(TODO|FIXME|XXX|HACK)\b|fatalError\(/) {
      Issue.record("\(file.path):\(number + 1): \(line)")
    }
  }
  @Test func `the top level has what it should and nothing else`() throws {
    let names = SourceTree.folders(in: "")
    let allowed = [
      "LICENSE", "Package.resolved", "Package.swift", "README.md", "Sources", "Tests", "pipelines", "plugins",
      "site",
    ]
    for name in names { #expect(allowed.contains(name), "'\(name)' does not belong at the top level") }
  }

  private func isPublicDeclaration(_ line: Substring) -> Bool {
    line.contains(/^\s*(?:@\w+(?:\([^)]*\))? )*public (?!import\b|extension\b)/)
  }
  /// Whether a doc comment stands above a line, with attributes between at most.
  private func isDocumented(_ number: Int, _ lines: [Substring]) -> Bool {
    for line in lines[..<number].reversed() {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("///") { return true }
      guard text.hasPrefix("@") || text.hasPrefix("nonisolated") else { break }
    }
    // The words of an option are its documentation: they are given in both languages and end in the reference.
    let near = lines[max(0, number - 4)...number].joined(separator: "\n")
    return near.contains(/@(StageKit\.)?Option\(/)
  }
}
