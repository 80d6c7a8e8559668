import Diagnostics
import Disclosure
import Edits
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import Units
import YAML

@testable import TransparencySite

/// The folder of the project, found from this file.
let projectFolder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The files of the project as they lie on the disk; `share:` is found there too.
let projectFiles = ProjectFiles { (path, offset, count) throws(StageError) in
  guard let data = FileManager.default.contents(atPath: place(of: path).path) else {
    throw StageError(Phrase(same: "no file \(path)"))
  }
  return [UInt8](data.dropFirst(offset).prefix(count))
} names: { (folder) throws(StageError) in
  do { return try FileManager.default.contentsOfDirectory(atPath: place(of: folder).path) } catch {
    throw StageError(Phrase(same: "no folder \(folder)"))
  }
}
private func place(of path: String) -> URL {
  guard path.hasPrefix("share:") else { return projectFolder.appending(path: path) }
  let inside = String(path.dropFirst(6))
  return projectFolder.appending(path: inside.hasPrefix("site") ? inside : "pipelines/" + inside)
}

/// What the program brings, read once.
let register: UnitRegistry = loaded("pipelines/units")
let library: StandardLibrary = loaded("pipelines/standards")
let theme: Theme = loaded("site")
private func loaded<R: Resource>(_ path: String) -> R {
  do { return try R.load(path, namedAt: nil, projectFiles) } catch {
    preconditionFailure("\(path): \(error.all.map(\.message.en))")
  }
}

func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
func number(_ plain: String) -> FixedPoint { FixedPoint(plain: plain) ?? 0 }

/// A figure of a unit; its id is made of what it speaks of.
func figure(
  _ unit: String, _ day: String, _ measure: String, _ value: FigureValue?, group: String = "all",
  status: Figure.Status = .value, standard: String = "vn-2022", grade: Figure.Grade = .official,
  precedence: Int = 0, note: String = "", source: String = "Bảng của Bộ <2024>"
) -> Figure {
  Figure(
    id: [unit, day, measure, group, standard, "\(precedence)"].joined(separator: "|"), unit: unit,
    asOf: TransparencySiteTests.day(day), measure: measure, group: group, value: value, status: status,
    standard: standard, grade: grade, source: Figure.Source(title: source), precedence: precedence, note: note
  )
}

/// A site made of figures and plans, in memory.
struct MadeSite {
  /// The text of every file, by path.
  let files: [String: String]
  let bytes: [SiteFile]

  init(
    _ figures: [Figure], plans: [String] = [], notices: [Notice] = [], grounds: [PublicGround]? = nil,
    rule: DisclosureRule? = nil, previous: [UInt8]? = nil, baseURL: String = "", simulated: Bool = false,
    staged: [StagedFile] = [], day: String = "2025-01-15", edits: [EditSheet] = [],
    isUsed: @escaping @Sendable () -> Bool = { true }
  ) throws {
    let all = PublicGround(
      measures: Set(figures.map(\.measure)).sorted(), groups: ["*"],
      reason: Phrase(vi: "Luật Tiếp cận thông tin, điều 17", en: "Law on access to information, article 17"))
    let release = try Release(
      [FigureTable(figures)], [Notices(notices)], grounds: grounds ?? [all],
      rule: rule.map { ($0, register) }, edition: "2025-1", previous: previous)
    var read: [(plan: Plan, unit: UnitVersion)] = []
    for text in plans {
      let plan = try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": text]))
      read.append((plan, try register.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)))
    }
    let edition = TransparencySiteTests.day(day)
    let verdicts = release.table.verdicts(on: read, units: register, day: edition)
    let model = try SiteModel(
      release.table, [verdicts], [release.notices],
      try parts(
        baseURL: baseURL, simulated: simulated, previous: previous == nil ? nil : "2024-1", day: day,
        edits.map { ShownSheet($0, stages: ["households.duplicates"], isRead: isUsed) }),
      files: staged)
    var made: [SiteFile] = []
    try model.write(theme) { (file) throws(StageError) in made.append(file) }
    bytes = made
    files = Dictionary(
      uniqueKeysWithValues: bytes.map { ($0.path.text, String(decoding: $0.bytes, as: UTF8.self)) })
  }
  /// The pages, by path.
  var pages: [(path: String, text: String)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  func page(_ path: String) throws -> String { try #require(files[path], "\(files.keys.sorted())") }
}

/// The texts of the cells of the first row of a table that has a text in it.
func cells(_ text: String, in page: String) -> [String] {
  let rows = page.split(separator: "<tr").dropFirst().map { $0.components(separatedBy: "</tr>")[0] }
  guard let row = rows.first(where: { $0.contains(text) }) else { return [] }
  return row.matches(of: /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/).map { plain(String($0.1)) }
}
/// Text without markup.
func plain(_ html: String) -> String {
  html.replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ").trimmingCharacters(
    in: .whitespacesAndNewlines)
}

private func parts(baseURL: String, simulated: Bool, previous: String?, day: String, _ edits: [ShownSheet])
  throws -> SiteParts
{
  let site: SiteFields = try decoded(
    "title: Giảm nghèo\nagency: Ủy ban nhân dân tỉnh Mẫu\ncontact: mau@example.org\nsimulated: \(simulated)\n"
      + (baseURL.isEmpty ? "" : "base_url: \(baseURL)\n"))
  let edition: EditionFields = try decoded(
    "id: 2025-1\ndate: \(day)\n" + (previous.map { "previous: \($0)\n" } ?? ""))
  return SiteParts(
    theme: theme, units: register, standards: library, name: "tinh-mau", site: site, edition: edition,
    edits: edits)
}

/// Options of a mapping in YAML.
private func decoded<Options: StageOptions>(_ yaml: String) throws -> Options {
  try Options.decoded(from: parseYAML(Array(yaml.utf8), file: "t.yaml"))
}
