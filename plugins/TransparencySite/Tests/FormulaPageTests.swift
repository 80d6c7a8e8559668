import Diagnostics
import Figures
import Foundation
import StageKit
import Tables
import Testing
import YAML

@testable import TransparencySite

/// The page of methods has the formulas of what the site shows, and no others.
@Suite struct FormulaPageTests {
  private static let path = "phuong-phap/index.html"
  private static func shown(_ site: MadeSite) throws -> [String] {
    try site.page(path).matches(of: /<h3 id="cong-thuc-([a-z0-9-]*)">/).map { String($0.1) }
  }
  private static let every: [(measure: String, value: FigureValue)] = [
    ("households", .amount(300)), ("poor", .amount(30)), ("near_poor", .amount(20)),
    ("poor_plus_near", .amount(50)), ("poor_persons", .amount(90)), ("near_poor_persons", .amount(60)),
    ("deprived_water", .amount(9)), ("poor_rate", .ratio(numerator: 30, denominator: 300)),
    ("near_poor_rate", .ratio(numerator: 20, denominator: 300)),
    ("multidimensional_rate", .ratio(numerator: 50, denominator: 300)),
    ("h", .ratio(numerator: 1, denominator: 10)), ("a", .ratio(numerator: 1, denominator: 3)),
    ("m0", .ratio(numerator: 1, denominator: 30)),
  ]

  @Test(arguments: every.indices) func `a measure that stands on the site has its formula, and it alone`(
    index: Int
  ) throws {
    let (measure, value) = Self.every[index]
    let site = try MadeSite([figure(caMau, "2024-12-31", measure, value)])
    let formula = try #require(KnownMeasures.formula(of: measure))
    #expect(try Self.shown(site) == [formula.id.replacing("_", with: "-")])
    let page = plain(try site.page(Self.path))
    for text in [
      formula.name.vi, formula.name.en, formula.symbol, formula.formula.vi, formula.formula.en,
      formula.numerator?.vi, formula.denominator?.vi, formula.remark?.vi,
    ].compactMap({ $0 }) { #expect(page.contains(text), "\(text)") }
  }
  @Test func `several stand in one order, however often they occur`() throws {
    let figures = Self.every.reversed().map { figure(caMau, "2024-12-31", $0.measure, $0.value) }
    let more = figure(caMau, "2024-12-31", "deprived_toilet", .amount(4), group: "class:poor")
    let shown = try Self.shown(try MadeSite(figures + [more]))
    #expect(shown == Self.every.map { KnownMeasures.formula(of: $0.measure)?.id ?? "" }.sortedAsKnown)
  }
  @Test func `a measure without a formula of its own has none, and no heading stands alone`() throws {
    let site = try MadeSite([figure(caMau, "2024-12-31", "insured_poor", .amount(3))])
    #expect(try !site.page(Self.path).contains("cong-thuc"))
  }
  @Test func `a change is told where a target asks for one`() throws {
    let site = try MadeSite(exampleFigures, plans: [examplePlan])
    let shown = try Self.shown(site)
    #expect(shown.contains("change") && !shown.contains("per-year") && !shown.contains("relative"))
    #expect(try !Self.shown(try MadeSite(exampleFigures)).contains("change"))
  }
  @Test(arguments: Language.allCases) func `the words of the theme call a measure as its formula does`(
    language: Language
  ) throws {
    let file = "site/words.\(language.rawValue).yaml"
    let words = try parseYAML(projectFiles.bytes(file), file: file)["measure"]?.pairs ?? []
    #expect(Set(words.compactMap(\.key.scalar)).isSuperset(of: KnownMeasures.all))
    for (measure, name) in words {
      let formula = try #require(KnownMeasures.formula(of: measure.scalar ?? ""), "\(measure)")
      #expect(name.scalar == formula.name(language), "\(formula.id)")
    }
  }
  @Test func `people read one name of a measure everywhere`() throws {
    let site = try MadeSite(Self.every.prefix(6).map { figure(caMau, "2024-12-31", $0.measure, $0.value) })
    let page = try site.page(Self.path)
    for (measure, _) in Self.every.prefix(6) {
      let name = try #require(KnownMeasures.formula(of: measure)?.name.vi)
      #expect(page.contains(">\(name) <span"), "\(measure)")
    }
  }
}
extension [String] {
  /// The same as anchors, in the order in which formulas are kept.
  fileprivate var sortedAsKnown: [String] {
    KnownMeasures.formulas.map(\.id).filter(contains).map { $0.replacing("_", with: "-") }
  }
}
