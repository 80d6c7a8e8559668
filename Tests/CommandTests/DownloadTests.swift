import Foundation
import Testing

/// What is downloaded against what the pages of the same site say.
@Suite struct DownloadTests {
  private static let folder = "ra/public/du-lieu"
  private let project: TemporaryProject
  init() throws { project = try ExampleRun.made.get() }

  private func table(_ name: String) throws -> TableReading {
    TableReading(try project.read("\(Self.folder)/\(name).csv"))
  }
  private func page(_ path: String) throws -> String {
    try project.read("ra/public/\(path)").replacing(/<[^>]*>/, with: "|").replacing("\u{A0}", with: " ")
  }
  /// The page of a unit, by its code.
  private func unitPage(_ id: String) throws -> String {
    let code = id.prefix { $0 != "@" }
    let names = try project.tree("ra/public").keys.filter { $0.hasPrefix("don-vi/\(code)-") }
    return try page(try #require(names.first, "\(id)"))
  }
  /// A whole number with its thousands set apart.
  private func written(_ digits: Substring) -> String {
    var signs = Array(digits)
    var place = signs.count - 3
    while place > 0 {
      signs.insert(".", at: place)
      place -= 3
    }
    return String(signs)
  }
  /// What people read for the value of a row; a ratio in percent, rounded half up in whole numbers.
  private func shown(_ row: [String: String]) throws -> String {
    let value = try #require(row["value"])
    guard row["kind"] == "ratio" else { return written(value[...]) }
    let part = try #require(Int(value))
    let whole = try #require(row["denominator"].flatMap { Int($0) })
    let hundredths = (part * 20_000 + whole) / (2 * whole)
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest) %"
  }

  @Test func `every figure of the table stands on the page of its unit, with its sign where it has no value`()
    throws
  {
    let figures = try table("so-lieu")
    #expect(figures.isEven && figures.rows.count == 10)
    for row in figures.rows {
      let page = try unitPage(try #require(row["unit"]))
      if row["value"] == "" {
        #expect(row["status"] == "not_reported" && page.contains("|[x]|"), "\(row)")
      } else {
        let text = try shown(row)
        #expect(page.contains("|\(text)|"), "\(row["id"] ?? ""): \(text)")
      }
      #expect(page.contains(try #require(row["unit_name"])))
    }
  }
  @Test func `every verdict of the table is the word on the page of its target`() throws {
    let words = [
      "met": "Đạt", "not-met": "Chưa đạt", "no-data": "Chưa có số liệu", "not-judged": "Không đánh giá",
    ]
    let targets = try table("chi-tieu")
    #expect(targets.isEven && targets.rows.count == 5)
    for row in targets.rows {
      let path = "chi-tieu/\(row["plan"] ?? "")/\(row["target"] ?? "")/index.html"
      let text = try page(path)
      let word = try #require(words[row["verdict"] ?? ""], "\(row)")
      #expect(text.contains("|\(word)") && text.contains(row["title"] ?? "?"), "\(path)")
      for name in ["result_figure", "base_figure"] {
        guard let id = row[name], !id.isEmpty else { continue }
        #expect(try table("so-lieu").rows.contains { $0["id"] == id }, "\(id)")
      }
    }
    let home = try page("index.html")
    for (word, name) in words {
      let count = targets.rows.count { $0["verdict"] == word }
      let small = name.prefix(1).lowercased() + name.dropFirst()
      if count > 0 { #expect(home.contains("\(count) \(small)"), "\(count) \(small)") }
    }
  }
  @Test(arguments: ["so-lieu", "chi-tieu", "thong-bao"]) func `JSON says cell by cell what CSV says`(
    _ name: String
  ) throws {
    let files = try project.tree(Self.folder).keys
    #expect(files.contains("\(name).json") == files.contains("\(name).csv"))
    guard files.contains("\(name).json") else {
      #expect(name == "thong-bao")
      return
    }
    let text = try project.read("\(Self.folder)/\(name).json")
    let csv = try table(name)
    let list = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(list.count == csv.rows.count)
    for (row, object) in zip(csv.rows, list) {
      #expect(Set(row.keys) == Set(object.keys))
      for (column, cell) in row {
        switch object[column] {
        case is NSNull: #expect(cell.isEmpty, "\(column): \(cell)")
        case let text as String: #expect(text == cell, "\(column)")
        case let number as NSNumber:
          #expect(Decimal(string: cell) == number.decimalValue, "\(column): \(cell)")
        default: Issue.record("\(column) is no cell")
        }
      }
    }
  }
  private func package() throws -> [[String: Any]] {
    let text = try project.read("\(Self.folder)/datapackage.json")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(object?["resources"] as? [[String: Any]])
  }
  @Test func `every cell is of the type that the package declares of its column`() throws {
    var seen: Set<String> = []
    for resource in try package() where resource["format"] as? String == "csv" {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: String]])
      let reading = TableReading(try project.read("\(Self.folder)/\(path)"))
      #expect(reading.names == fields.map { $0["name"] ?? "" }, "\(path)")
      for field in fields {
        let (name, type) = (field["name"] ?? "", field["type"] ?? "")
        #expect(field["description"]?.isEmpty == false, "\(name)")
        seen.insert(type)
        for row in reading.rows {
          let cell = row[name] ?? ""
          guard !cell.isEmpty else { continue }
          switch type {
          case "integer": #expect(cell.wholeMatch(of: /-?[0-9]+/) != nil, "\(name): \(cell)")
          case "number": #expect(cell.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil, "\(name): \(cell)")
          case "date": #expect(cell.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil, "\(name): \(cell)")
          default: #expect(type == "string", "\(name): \(type)")
          }
        }
      }
    }
    #expect(seen == ["string", "date", "number", "integer"])
  }
  @Test func `the page of data lists just what there is, with its digest as the package has it`() throws {
    let files = try project.tree(Self.folder)
    let text = try project.read("ra/public/du-lieu/index.html")
    let listed = text.matches(of: /<a href="([^"\/]+\.(csv|json))">/).map { String($0.1) }
    #expect(Set(listed) == Set(files.keys.filter { $0 != "index.html" }) && Set(listed).count == listed.count)
    for resource in try package() {
      let path = try #require(resource["path"] as? String)
      #expect(resource["bytes"] as? Int == files[path]?.count, "\(path)")
      let hash = try #require((resource["hash"] as? String)?.split(separator: ":").last)
      #expect(hash.count == 64 && text.contains("<code>\(hash)</code>"), "\(path)")
    }
    let columns = try table("so-lieu").names
    for name in columns { #expect(text.contains("<code>\(name)</code>"), "\(name) is not in the dictionary") }
  }
  @Test func `files are UTF-8 without a mark, in NFC, and their lines end with CR LF`() throws {
    for (path, bytes) in try project.tree(Self.folder) where !path.hasSuffix("html") {
      let text = try #require(String(validating: bytes, as: UTF8.self), "\(path)")
      #expect(!text.hasPrefix("\u{FEFF}"), "\(path)")
      #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8), "\(path)")
      guard path.hasSuffix(".csv") else { continue }
      let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      #expect(lines.last?.isEmpty == true && lines.dropLast().allSatisfy { $0.last == 13 }, "\(path)")
    }
  }
}
