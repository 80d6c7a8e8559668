import Diagnostics
import Disclosure
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables

@testable import TransparencySite

/// A page as a reader's program has it: elements with their attributes and all the text in them.
struct PageTree {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The place of the element around it.
    let parent: Int?
    /// The place after the last element in it.
    var end = 0
    /// All text in it, that of the elements in it too.
    var text = ""
    /// The text without the spaces around it.
    var words: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
  }
  private(set) var elements: [Element] = []
  /// What is closed and not open, or is left open.
  private(set) var problems: [String] = []
  /// What stands in scripts of data.
  private(set) var data: [String] = []
  private static let void: Set = ["br", "hr", "img", "input", "link", "meta", "col", "wbr"]

  init(_ page: String) {
    let bytes = Array(page.utf8)
    var (open, at) = ([Int](), 0)
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let text = Self.plain(String(decoding: bytes[at..<end], as: UTF8.self))
        for index in open { elements[index].text += text }
        at = end
        continue
      }
      let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      take(String(decoding: bytes[(at + 1)..<end], as: UTF8.self), &open)
      at = end + 1
      if let last = open.last, elements[last].name == "script" {
        let rest = String(decoding: bytes[at...], as: UTF8.self)
        let inside = rest.components(separatedBy: "</")[0]
        data.append(inside)
        at += inside.utf8.count
      }
    }
    problems += open.map { "<\(elements[$0].name)> is never closed" }
  }
  /// The elements of these names, in the order of the page.
  func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }
  /// The places of the elements of a name that stand in another one.
  func places(of name: String, in around: Int) -> [Int] {
    (around + 1..<max(around + 1, elements[around].end)).filter { elements[$0].name == name }
  }
  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  private mutating func take(_ tag: String, _ open: inout [Int]) {
    guard !tag.hasPrefix("!"), !tag.hasPrefix("?") else { return }
    let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" || $0 == "/" && tag.first == "/" })
    if name.hasPrefix("/") {
      guard let last = open.last, "/" + elements[last].name == name else {
        problems.append("<\(name)> in <\(open.last.map { elements[$0].name } ?? "nothing")>")
        return
      }
      open.removeLast()
      elements[last].end = elements.count
      return
    }
    elements.append(
      Element(name: name, attributes: Self.attributes(tag), parent: open.last, end: elements.count + 1))
    if !tag.hasSuffix("/"), !Self.void.contains(name) { open.append(elements.count - 1) }
  }
  /// What stands before a quote is a name and a sign of equality, what stands between two is a value.
  private static func attributes(_ tag: String) -> [String: String] {
    let pieces = tag.components(separatedBy: "\"")
    var found: [String: String] = [:]
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let name = pieces[index].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      found[name.replacing("=", with: "")] = plain(pieces[index + 1])
    }
    return found
  }
  private static func plain(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": "\u{A0}"].sorted {
      $0.key < $1.key
    }.reduce(text) { $0.replacing($1.key, with: $1.value) }.replacing("&amp;", with: "&")
  }
}

/// Sites of all kinds, each made once, for what must hold of every page.
enum TrialSite: String, CaseIterable {
  case example, verdicts, second, nothing, figures, addressed, fivePlans

  func made() throws -> MadeSite {
    switch self {
    case .example: try PageTests.made.get()
    case .verdicts: try VerdictPageTests.made.get()
    case .second: try Self.after.get()
    case .nothing: try Self.empty.get()
    case .figures: try Self.alone.get()
    case .addressed: try Self.withAddress.get()
    case .fivePlans: try FivePlansTests.site.get()
    }
  }
  private static let empty = Result { try MadeSite([]) }
  private static let alone = Result { try MadeSite(exampleFigures, simulated: true) }
  private static let withAddress = Result {
    try MadeSite(
      exampleFigures, plans: [examplePlan], grounds: exampleGrounds, baseURL: "https://example.org/ngheo")
  }
  /// The example after an edition that told other figures and one more.
  private static let after = Result {
    let old: [Figure] = exampleFigures.dropLast(4) + [figure(caMau, "2024-12-31", "poor", .amount(3000))]
    let gone = figure(caMau, "2018-12-31", "poor_rate", .printed(number("4.04")))
    return try MadeSite(
      exampleFigures, plans: [examplePlan], grounds: exampleGrounds, previous: try entry(old + [gone]))
  }
}

/// What the ledger has of an edition of these figures.
func entry(_ figures: [Figure]) throws -> [UInt8] {
  try Release(
    [FigureTable(figures)], [], grounds: exampleGrounds, edition: "2024-1", previous: nil
  ).table.ledgerEntry
}
