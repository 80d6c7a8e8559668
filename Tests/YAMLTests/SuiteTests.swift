import Diagnostics
import Testing

@testable import YAML

/// What our parser does with one case of the suite.
private enum Outcome: Equatable {
  /// The expected tree, or a refusal where the suite wants one.
  case asExpected
  case refused(String)
  case accepted
  case other([String], expected: [String])

  init(_ test: SuiteCase) {
    do throws(Diagnostics) {
      let printed = try parseYAML(test.yaml, file: test.id).printed
      guard !test.fails else {
        self = .accepted
        return
      }
      let expected = Suite.expected(test.tree ?? [])
      // An empty document is an empty mapping here.
      let isEmpty = printed == ["+MAP", "-MAP"] && (expected == [] || expected == [":"])
      self = printed == expected || isEmpty ? .asExpected : .other(printed, expected: expected)
    } catch {
      let codes = Set(error.all.map(\.code.rawValue)).sorted().joined(separator: " ")
      self = test.fails ? .asExpected : .refused(codes)
    }
  }
}

@Suite(.enabled(if: Suite.isPresent, "the public YAML test suite is not beside the project"))
struct `The public YAML test suite` {
  @Test func `every case gives the expected tree or stands in the list of what does not`() throws {
    let cases = try YAMLTests.Suite.cases()
    #expect(cases.count == 406)
    var found: [String: String] = [:]
    for test in cases {
      switch Outcome(test) {
      case .asExpected: continue
      case .refused(let codes): found[test.id] = codes
      case .accepted: found[test.id] = "accepted"
      case .other: found[test.id] = "other tree"
      }
    }
    var listed: [String: String] = [:]
    for (reason, ids) in SuiteExceptions.all {
      for id in ids.split(separator: " ") {
        #expect(listed.updateValue(reason.outcome, forKey: String(id)) == nil, "\(id) is listed twice")
      }
    }
    for id in Set(found.keys).union(listed.keys).sorted() {
      #expect(found[id] == listed[id], "case \(id)")
    }
    #expect(cases.count - found.count == 287)
  }

  @Test func `every range of every case lies inside its text`() throws {
    for test in try YAMLTests.Suite.cases() { expectPlaces(test.yaml, test.id) }
  }
}
