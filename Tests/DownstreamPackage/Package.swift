// swift-tools-version: 6.2
import PackageDescription

// A package that depends on the toolkit, adds one stage of its own and starts the command with its own list.
let package = Package(
  name: "own-command",
  dependencies: [.package(name: "minhbach", path: "../..")],
  targets: [
    .executableTarget(
      name: "own-command",
      dependencies: [
        .product(name: "MinhBach", package: "minhbach"),
        .product(name: "MinhBachStages", package: "minhbach"),
      ],
      path: "Sources/OwnCommand")
  ]
)
