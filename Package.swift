// swift-tools-version: 6.2
import PackageDescription

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
  module("Diagnostics"),
  module("YAML", "CLibYAML", "Diagnostics"),
  module("Tables"),
  module("Figures", "Diagnostics", "Tables"),
  module("StageKit", "Diagnostics", "Figures", "Tables", "YAML"),
  module(
    "Pipelines", "CExchange", "Diagnostics", "StageKit", "Tables", "YAML",
    .product(name: "Crypto", package: "swift-crypto")),
]
let package = Package(
  name: "minhbach",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
  ],
  targets: modules
)

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}
