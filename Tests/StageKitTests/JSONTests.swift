import Foundation
import StageKit
import Testing

@Suite struct JSONTests {
  @Test func `keys keep their order, and one that is set again comes last`() {
    var json: JSON = ["b": .integer(1), "a": true]
    json["c"] = .null
    json["b"] = .number("1.50")
    #expect(json.description == #"{"a": true, "c": null, "b": 1.50}"#)
    json["a"] = nil
    #expect(json.description == #"{"c": null, "b": 1.50}"#)
    #expect(json["b"]?.description == "1.50" && json["a"] == nil)
  }
  @Test func `what is no object has no keys`() {
    var json: JSON = "a"
    json["b"] = true
    #expect(json.description == "\"a\"" && json["b"] == nil)
    #expect(JSON.array([.integer(1), .array([]), .object([])]).description == "[1, [], {}]")
  }
  /// Texts whose letters are not what they seem: marks that join a quote, a line break of two characters, controls.
  static let odd: [String] =
    [
      "", "a\"b", "\\", "\"\u{301}", "\\\u{301}", "\n\u{301}", "\r\n", "\r", "\t", "\u{2028}\u{2029}",
      "Đầm Dơi",
      "👩‍👩‍👧", "e\u{301}", "\u{7F}\u{85}",
    ] + (0..<0x20).compactMap { Unicode.Scalar($0).map { "a\($0)b" } }

  @Test(arguments: odd) func `a text is the same when it is read again`(_ text: String) throws {
    let line = JSON.array([.string(text)]).description
    let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String])
    #expect(read.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
    #expect(!line.utf8.contains { $0 < 0x20 }, "a JSON text stays on one line")
  }
  @Test func `a name is written as a text is`() throws {
    let line = JSON.object([("a\"\u{301}\r\n", true)]).description
    let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Bool])
    #expect(read.keys.first.map { Array($0.unicodeScalars) } == Array("a\"\u{301}\r\n".unicodeScalars))
  }
}
