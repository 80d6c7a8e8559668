// swift-tools-version: 6.2
import PackageDescription

/// The stage modules: one folder under `plugins/` each, and one line here.
///
/// Written out, not listed from disk: SwiftPM caches what a manifest says by its text alone, so a folder found by listing
/// would be missed until the cache is purged.
let plugins = [
  Plugin("Aggregate", "Figures", "Formats", "Measures", "Plans", "Standards", "Units"),
  Plugin("Classify", "Expressions", "Standards"),
  Plugin("Export", "Formats"),
  Plugin("Ingest", "Figures", "Formats", "Standards", "Units"),
  Plugin("Prepare", "Expressions", "Formats", "YAML"),
  Plugin("Protect", "Disclosure", "Figures", "Units"),
  Plugin("Publish", "Disclosure", "Figures", "Formats", "Plans", "Units"),
  Plugin("Simulate", "Units"),
  Plugin("Track", "Disclosure", "Plans", "Standards", "Units"),
  Plugin(
    "TransparencySite", "Charts", "Disclosure", "Edits", "Figures", "Formats", "Plans", "SiteKit", "Spelling",
    "Standards", "Units"),
  Plugin("Validate", "Expressions", "Figures", "Formats", "Spelling", "Units", "YAML"),
]

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// Our own modules, lowest first: a module may use only those above it.
let modules: [Target] = [
  .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
  .systemLibrary(name: "CExchange"),
  .systemLibrary(name: "CSieve"),
  module("Diagnostics"),
  module("Spelling"),
  module("YAML", "CLibYAML", "Diagnostics"),
  module("Tables"),
  module("Expressions", "Diagnostics", "Spelling", "Tables"),
  module("Figures", "Diagnostics", "Tables"),
  module("StageKit", "Diagnostics", "Expressions", "Figures", "Tables", "YAML"),
  module("Formats", "CSieve", "Diagnostics", "Figures", "Spelling", "StageKit", "Tables"),
  module(
    "Pipelines", "CExchange", "Diagnostics", "Formats", "StageKit", "Tables", "YAML",
    .product(name: "Crypto", package: "swift-crypto")),
  module("Units", "Diagnostics", "Spelling", "StageKit", "Tables"),
  module("Standards", "Diagnostics", "Expressions", "StageKit", "Tables", "YAML"),
  module("Edits", "Diagnostics", "StageKit", "YAML"),
  module("Measures", "Diagnostics", "Standards", "Tables"),
  module("Plans", "Diagnostics", "Figures", "Formats", "StageKit", "Tables", "Units", "YAML"),
  module(
    "Disclosure", "Diagnostics", "Figures", "Formats", "Plans", "StageKit", "Tables", "Units"),
  module("Charts"),
  module("SiteKit", "Charts", "Diagnostics", "StageKit", "Tables", "YAML"),
  module("StageTestKit", "Diagnostics", "Pipelines", "StageKit", "Tables", "YAML"),
  module(
    "Commands", "Diagnostics", "Disclosure", "Edits", "Expressions", "Figures", "Formats", "Measures",
    "Pipelines", "SiteKit", "StageKit", "Standards", "Tables", "Units", "YAML",
    .product(name: "ArgumentParser", package: "swift-argument-parser")),
  .target(
    name: "Stages", dependencies: ["StageKit"] + plugins.map { .target(name: $0.name) }, swiftSettings: strict
  ),
  .executableTarget(name: "minhbach", dependencies: ["Commands", "Stages"], swiftSettings: strict),
]

let tests: [Target] = [
  tests(of: "Diagnostics", "StageTestKit"),
  tests(of: "Spelling", resources: ["Golden"]),
  tests(of: "YAML", "Diagnostics"),
  tests(of: "Tables", "StageTestKit"),
  .systemLibrary(
    name: "CSQLite", path: "Tests/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  tests(of: "Expressions", "CSQLite", "Diagnostics", "StageTestKit", "Tables"),
  tests(of: "Figures", "Diagnostics", "StageTestKit", "Tables"),
  tests(of: "StageKit", "Diagnostics", "Expressions", "Figures", "StageTestKit", "Tables", "YAML"),
  tests(
    of: "Formats", "Diagnostics", "Figures", "StageKit", "StageTestKit", "Tables", "YAML",
    resources: ["Exports"]),
  tests(
    of: "Pipelines", "Diagnostics", "Expressions", "Figures", "StageKit", "StageTestKit", "Tables", "YAML"),
  tests(of: "Units", "Diagnostics", "Spelling", "StageKit", "Tables"),
  tests(of: "Standards", "Diagnostics", "Expressions", "StageKit", "StageTestKit", "Tables"),
  tests(of: "Edits", "Diagnostics", "StageKit", "StageTestKit"),
  tests(of: "Measures", "Diagnostics", "Standards", "StageTestKit", "Tables", resources: ["Golden"]),
  tests(
    of: "Plans", "Diagnostics", "Disclosure", "Figures", "Pipelines", "StageKit", "StageTestKit", "Stages",
    "Tables",
    "Units", resources: ["Expected"]),
  tests(
    of: "Disclosure", "Diagnostics", "Figures", "Plans", "StageKit", "StageTestKit", "Tables", "Units", "YAML"
  ),
  tests(of: "Charts", "StageTestKit"),
  tests(of: "SiteKit", "Charts", "Diagnostics", "StageKit", "StageTestKit", "Tables"),
  tests(of: "StageTestKit", "Diagnostics", "Pipelines", "StageKit", "Tables"),
  tests(of: "Commands", "Diagnostics", "StageKit", "Tables", resources: ["Refusals"]),
  tests(
    of: "Stages", "Commands", "Diagnostics", "Edits", "Figures", "Pipelines", "StageKit", "StageTestKit",
    "Tables",
    "YAML",
    resources: ["Census"]),
  .testTarget(
    name: "CommandTests", dependencies: ["minhbach"], exclude: ["Goldens"], swiftSettings: strict),
  .testTarget(name: "LayeringTests", swiftSettings: strict),
]

let package = Package(
  name: "minhbach",
  products: [
    .executable(name: "minhbach", targets: ["minhbach"]),
    .library(
      name: "MinhBach",
      targets: ["Commands"] + [
        "Diagnostics", "Disclosure", "Edits", "Expressions", "Figures", "Formats", "Measures", "Pipelines",
        "Plans", "SiteKit", "Spelling", "StageKit", "Standards", "Tables", "Units", "YAML",
      ]),
    .library(name: "MinhBachStages", targets: ["Stages"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
  ],
  targets: modules + plugins.flatMap(\.targets) + tests
)

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a module, which may see the modules named besides; `resources` are folders that tests read where they lie.
func tests(of name: String, _ dependencies: Target.Dependency..., resources: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, exclude: resources,
    swiftSettings: strict)
}

/// A stage module and its tests; it sees the stage API and the modules named, and nothing else of this package.
///
/// Its tests see besides what it takes to run a whole pipeline.
struct Plugin {
  var name: String
  var dependencies: [String]

  init(_ name: String, _ dependencies: String...) {
    (self.name, self.dependencies) = (name, ["Diagnostics", "StageKit", "Tables"] + dependencies)
  }

  var targets: [Target] {
    let forTests = Set(
      dependencies + [name, "Figures", "Formats", "Pipelines", "StageTestKit", "Units", "YAML"])
    return [
      .target(
        name: name, dependencies: dependencies.map { .target(name: $0) }, path: "plugins/\(name)/Sources",
        swiftSettings: strict),
      .testTarget(
        name: "\(name)Tests", dependencies: forTests.sorted().map { .target(name: $0) },
        path: "plugins/\(name)/Tests", swiftSettings: strict),
    ]
  }
}
