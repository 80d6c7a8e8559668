import Diagnostics
import StageKit
import Testing
import YAML

/// Options of many sizes, one after the other in memory.
private struct ManySizes: StageOptions {
  @Option(vi: "Có hay không.", en: "Yes or no.", default: false) var flag: Bool
  @Option(vi: "Một số.", en: "A number.") var firstNumber: Int
  @Option(vi: "Có thể có.", en: "Perhaps.") var perhaps: Bool?
  @Option(vi: "Chữ.", en: "Text.") var text: String
  @Option(vi: "Các chữ.", en: "Texts.", default: []) var texts: [String]
  @Option(vi: "Trong nữa.", en: "Inner.") var inner: Inner?
  @Option(vi: "Các số.", en: "Numbers.") var numbers: Mapping<Int>
  @Option(vi: "Một trong hai.", en: "One of two.") var either: OneOf<Bool, [Int]>
}
private struct Inner: StageOptions {
  @Option(vi: "Có hay không.", en: "Yes or no.") var flag: Bool
  @Option(vi: "Lồng.", en: "Nested.", default: []) var nested: [Inner]
}
/// Options that do not lie one after the other in the value itself.
private final class InClass: StageOptions, @unchecked Sendable {
  @Option(vi: "Một số.", en: "A number.") var number: Int
  @Option(vi: "Chữ.", en: "Text.", default: "x") var text: String
}

@Suite struct OptionLayoutTests {
  private func read<Options: StageOptions>(
    _ type: Options.Type = Options.self, _ text: String
  ) throws -> Options {
    try Options.decoded(from: parseYAML(Array(text.utf8), file: "t.yaml"))
  }
  private let whole = """
    flag: true
    first_number: 7
    text: a
    texts: [b, c]
    inner: { flag: true, nested: [{ flag: false }, { flag: true, nested: [{ flag: false }] }] }
    numbers: { x: 1, y: 2 }
    either: [3, 4]
    """

  @Test func `options of every size are read at their place`() throws {
    let options = try read(ManySizes.self, whole)
    #expect(options.flag && options.firstNumber == 7 && options.perhaps == nil && options.text == "a")
    #expect(options.texts == ["b", "c"] && options.numbers["y"] == 2)
    #expect(options.inner?.nested.map(\.flag) == [false, true])
    #expect(options.inner?.nested.last?.nested.first?.flag == false)
    guard case .second([3, 4]) = options.either else {
      Issue.record("\(options.either)")
      return
    }
    #expect(options.$firstNumber?.start.line == 2 && options.$perhaps == nil)
  }
  @Test func `two mappings of one type keep their own values`() throws {
    let first = try read(Inner.self, "flag: true")
    let second = try read(Inner.self, "flag: false\nnested: [{ flag: true }]")
    #expect(first.flag && first.nested.isEmpty && !second.flag && second.nested.count == 1)
  }
  @Test func `mistakes in a type that was read before are told alike`() throws {
    for _ in 1...2 {
      _ = try read(ManySizes.self, whole)
      do {
        _ = try read(ManySizes.self, "flag: 1\ntexts: [[]]\nnumbres: {}\neither: true")
        Issue.record("no mistake was found")
      } catch let problems as Diagnostics {
        #expect(
          problems.all.map { "\($0.code.rawValue)" }.sorted()
            == [
              "options.missing", "options.missing", "options.missing", "options.unknown", "options.value",
              "options.value",
            ])
      }
    }
  }
  @Test func `options of a class are read too`() throws {
    let (first, second) = (
      try read(InClass.self, "number: 1"), try read(InClass.self, "{ number: 2, text: y }")
    )
    #expect(first.number == 1 && first.text == "x" && second.number == 2 && second.text == "y")
  }
  @Test func `many are read at once`() async throws {
    let sums = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...64 {
        group.addTask { try read(InClass.self, "number: \(number)").number }
      }
      return try await group.reduce(0, +)
    }
    #expect(sums == 64 * 65 / 2)
  }
}
