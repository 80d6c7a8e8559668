import Foundation
import Testing

/// Who may import whom.
///
/// The compiler lets a target import whatever its dependencies depend on,
/// so the graph is written down here and checked against the sources.
@Suite struct LayeringTests {
  /// The modules, lowest first: a module may import only modules listed above it.
  static let order = [
    "CLibYAML", "CExchange", "CSieve", "Diagnostics", "Spelling", "YAML", "Tables", "Expressions", "Figures",
    "StageKit", "Formats",
    "Pipelines", "Units", "Standards", "Edits", "Measures", "Plans", "Disclosure", "Charts", "SiteKit",
    "StageTestKit",
    "Commands",
    "Stages", "minhbach",
  ]
  /// What only the modules named may import from outside.
  static let outside: [String: Set<String>] = [
    "Glibc": Set(order), "Synchronization": Set(order), "ArgumentParser": ["Commands"],
    "Crypto": ["Pipelines"], "Testing": ["StageTestKit"],
  ]
  /// What a stage module may import: the stage API and the domain, never the engine.
  static let forStages: Set<String> = [
    "Diagnostics", "Spelling", "YAML", "Tables", "Expressions", "Figures", "StageKit", "Formats", "Units",
    "Standards", "Edits", "Measures",
    "Plans", "Disclosure", "Charts", "SiteKit", "Glibc", "Synchronization",
  ]
  /// What writes for everybody: it must see figures through `PublishedTable` alone, never a table of rows.
  static let withoutTables: Set<String> = ["SiteKit", "Publish", "TransparencySite"]
  /// The types of `Tables` that are plain values and can hold no rows; a published figure is made of them.
  static let plainValues: Set<String> = ["Day", "FixedPoint", "Fraction"]
  /// Modules with a type of their own name, which hides the module in `Module.name`.
  ///
  /// What every stage throws reads best as `throws(Diagnostics)`; the module selector, `Diagnostics::Phrase`, names the
  /// module where it must be named.
  static let sameName: Set<String> = ["Diagnostics"]

  @Test func `every module has its place in the graph`() {
    for module in SourceTree.folders(in: "Sources") {
      #expect(Self.order.contains(module), "Sources/\(module): add it to `LayeringTests.order`")
    }
  }
  @Test(arguments: SourceTree.product) func `imports stay inside the graph`(file: SourceTree.File) {
    for (number, line) in file.lines.enumerated() {
      guard let name = Import(line)?.module, !isAllowed(name, in: file) else { continue }
      Issue.record("\(file.path):\(number + 1): \(file.module) may not import \(name)")
    }
  }
  @Test(arguments: SourceTree.product.filter { withoutTables.contains($0.module) })
  func `what writes for everybody never sees a table of rows`(file: SourceTree.File) {
    for (number, line) in file.lines.enumerated() {
      guard let found = Import(line), found.module == "Tables" else { continue }
      guard !(found.type.map(Self.plainValues.contains) ?? false) else { continue }
      Issue.record(
        "\(file.path):\(number + 1): only `import struct` of Tables.Day, Tables.FixedPoint or Tables.Fraction"
      )
    }
  }
  @Test func `only Disclosure has what everybody may see`() {
    for file in SourceTree.product where file.module != "Disclosure" {
      for (number, line) in file.lines.enumerated()
      where line.contains(/\b(struct|class|enum|actor|extension)\b[^{]*:[^{]*\b(Releasable|Recorded)\b/) {
        Issue.record("\(file.path):\(number + 1): only Disclosure conforms to Releasable and Recorded")
      }
    }
    #expect(
      SourceTree.product.contains { file in
        file.module == "Disclosure" && file.lines.contains { $0.contains(/: .*\bRecorded\b/) }
      })
  }
  @Test(arguments: SourceTree.product) func `no module has the name of a type in it`(file: SourceTree.File) {
    for (number, line) in file.lines.enumerated() {
      guard let match = line.firstMatch(of: /\b(?:struct|class|enum|actor|protocol|typealias) (\w+)/) else {
        continue
      }
      guard match.1 == file.module, !Self.sameName.contains(file.module) else { continue }
      Issue.record("\(file.path):\(number + 1): the module \(file.module) has a type of its name")
    }
  }

  private func isAllowed(_ name: String, in file: SourceTree.File) -> Bool {
    if file.path.hasPrefix("plugins/") { return Self.forStages.contains(name) }
    if let users = Self.outside[name] { return users.contains(file.module) }
    let isStages = file.module == "Stages" && SourceTree.folders(in: "plugins").contains(name)
    guard let here = Self.order.firstIndex(of: file.module) else { return false }
    return isStages || Self.order[..<here].contains(name)
  }
}

/// A line that imports.
struct Import {
  /// The module.
  let module: String
  /// The one type it is limited to, if it is.
  let type: String?

  init?(_ line: Substring) {
    let form =
      /\s*(?:@\w+ )*(?:public |package |internal )?import (?:(?:struct|enum|class|func|protocol|typealias) )?(\w+)(?:\.(\w+))?.*/
    guard let match = line.wholeMatch(of: form) else { return nil }
    (module, type) = (String(match.1), match.2.map(String.init))
  }
}
