import Diagnostics
import Testing
import YAML

private func outcome(_ text: String) -> String {
  do throws(Diagnostics) {
    _ = try parseYAML(text, file: "f")
    return "read"
  } catch {
    return error.all.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.rawValue)" }
      .joined(separator: ", ")
  }
}

struct `Limits of YAML` {
  @Test(arguments: [(1, "read"), (64, "read"), (65, "1:65 yaml.too-deep"), (10_000, "1:65 yaml.too-deep")])
  func `brackets may be 64 deep`(_ depth: Int, _ expected: String) {
    #expect(outcome(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)) == expected)
  }
  @Test(arguments: [(64, "read"), (65, "1:129 yaml.too-deep")])
  func `lists by dashes may be 64 deep`(_ depth: Int, _ expected: String) {
    #expect(outcome(String(repeating: "- ", count: depth) + "x") == expected)
  }
  @Test(arguments: [(64, "read"), (65, "65:65 yaml.too-deep")])
  func `mappings may be 64 deep`(_ depth: Int, _ expected: String) {
    let lines = (0..<depth).map { String(repeating: " ", count: $0) + "k:" }
    #expect(outcome(lines.joined(separator: "\n") + " v") == expected)
  }
  @Test func `ten thousand open brackets or braces end without a crash`() {
    #expect(outcome(String(repeating: "[", count: 10_000)) == "1:65 yaml.too-deep")
    #expect(outcome(String(repeating: "{a: ", count: 10_000)) == "1:257 yaml.too-deep")
  }
  @Test func `an alias brings its depth with it`() {
    let deep = "a: &a " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "\n"
    #expect(
      outcome(deep + "b: " + String(repeating: "[", count: 23) + "*a" + String(repeating: "]", count: 23))
        == "read")
    #expect(
      outcome(deep + "b: " + String(repeating: "[", count: 24) + "*a" + String(repeating: "]", count: 24))
        == "2:28 yaml.too-deep")
  }
  @Test func `a billion laughs are refused at once`() {
    var text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(outcome(text).hasSuffix("yaml.too-many-values"))
  }
  @Test func `a long text as the key of many keys is compared once`() {
    let long = String(repeating: "x", count: 1_000_000)
    let keys = (0..<20_000).map { "? [*l, \($0)]\n: 1\n" }.joined()
    #expect(outcome("l: &l \(long)\n" + keys) == "read")
  }
  @Test func `files up to 16 MiB are read`() {
    let line = "# " + String(repeating: "x", count: 1021) + "\n"
    let most = String(repeating: line, count: 16 * 1024)
    #expect(most.utf8.count == YAMLLimits.bytes)
    #expect(outcome(most) == "read")
    #expect(outcome(most + "\n") == "1:1 yaml.too-large")
  }
}
