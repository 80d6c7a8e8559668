import Diagnostics
import Foundation
import StageKit
import Tables
import Testing

@testable import Units

/// Lists of places bound to unit versions: what they say on a day, and what is wrong with a table of them.
struct PlaceListTests {
  static let stretches = "list,name,valid_from,valid_to,complete,members,decision,source"
  static let members = "list,unit,valid_from,valid_to,decision,source"

  /// A province with three communes, of which one ended in 2022, and lists of them.
  struct Folder {
    var stretches = [PlaceListTests.stretches, "ven-bien,Xã ven biển,2020-01-01,,yes,2,QĐ 1,s"]
    var members = [
      PlaceListTests.members, "ven-bien,46001@2004-08-31,2020-01-01,2022-01-01,QĐ 1,s",
      "ven-bien,46002@2004-08-31,2020-01-01,,QĐ 1,s",
    ]
    var files: [String: [String]] {
      [
        "u/units.csv": [
          Tables4.unitsHeader, Tables4.country, Tables4.province,
          "474@2004-08-31,474,Huyện B,district,huyện,46,2004-08-31,,,s",
          "46001@2004-08-31,46001,Xã Một,commune,xã,474,2004-08-31,2022-01-01,rural,s",
          "46001@2022-01-01,46001,Phường Một,commune,phường,474,2022-01-01,,urban,s",
          "46002@2004-08-31,46002,Xã Hai,commune,xã,474,2004-08-31,,rural,s",
        ],
        "u/successors.csv": ["from,to,extent,source"],
        "u/regions.csv": ["region,province,valid_from,valid_to,source"],
        "u/gaps.csv": ["code,valid_from,valid_to,source"], "u/lists.csv": members,
        "u/list-stretches.csv": stretches,
      ]
    }
    func load(without: Set<String> = []) throws(Diagnostics) -> UnitRegistry {
      let bytes = files.filter { !without.contains($0.key) }
        .mapValues { Array(($0.joined(separator: "\n") + "\n").utf8) }
      return try UnitRegistry.load(
        "u", namedAt: nil,
        ProjectFiles(
          read: { path, _, _ throws(StageError) in
            guard let found = bytes[path] else { throw StageError(Phrase(same: path)) }
            return found
          }, names: { _ throws(StageError) in bytes.keys.map { String($0.dropFirst(2)) } }))
    }
    /// `code file:line:column` of everything wrong.
    var mistakes: [String] {
      do throws(Diagnostics) {
        _ = try load()
        return []
      } catch {
        return error.all.map { problem in
          let start = problem.range?.start
          return
            "\(problem.code.rawValue) \(problem.range?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0)"
        }
      }
    }
  }

  @Test func `a list has the members of the day`() throws {
    let lists = try Folder().load().lists
    #expect(lists.ids == ["ven-bien"])
    #expect(
      lists.members(of: "ven-bien", on: try day("2021-12-31")) == ["46001@2004-08-31", "46002@2004-08-31"])
    #expect(lists.members(of: "ven-bien", on: try day("2022-01-01")) == ["46002@2004-08-31"])
    #expect(lists.members(of: "ven-bien", on: try day("2019-12-31")).isEmpty)
    #expect(lists.members(of: "khac", on: try day("2021-12-31")).isEmpty)
    let stretch = try #require(lists.stretch(of: "ven-bien", on: try day("2021-12-31")))
    #expect(stretch.isComplete && stretch.count == 2 && stretch.decision == "QĐ 1")
    #expect(stretch.name == "Xã ven biển" && stretch.source == "s" && stretch.validTo == nil)
    #expect(lists.members.map(\.decision) == ["QĐ 1", "QĐ 1"] && lists.members.map(\.source) == ["s", "s"])
  }
  @Test func `why nothing can be told of a list is said in both languages`() throws {
    var folder = Folder()
    let then = try day("2021-12-31")
    #expect(try folder.load().lists.reason(against: "ven-bien", on: then) == nil)
    let before = try folder.load().lists.reason(against: "ven-bien", on: try day("2019-12-31"))
    #expect(before?.en == "no list 'ven-bien' is in force on 2019-12-31")
    #expect(before?.vi == "không có danh sách 'ven-bien' nào có hiệu lực ngày 31/12/2019")
    #expect(
      try folder.load().lists.reason(against: "khac", on: then)?.en
        == "the register of units has no list 'khac'")
    folder.stretches[1] = "ven-bien,Xã ven biển,2020-01-01,,no,54,QĐ 1,s"
    #expect(
      try folder.load().lists.reason(against: "ven-bien", on: then)?.vi
        == "danh sách 'Xã ven biển' theo QĐ 1 chưa đủ (biết 2 trên 54 đơn vị)")
    folder.stretches[1] = "ven-bien,Xã ven biển,2020-01-01,,no,,QĐ 1,s"
    #expect(
      try folder.load().lists.reason(against: "ven-bien", on: then)?.en
        == "the list 'Xã ven biển' of QĐ 1 is not complete (2 of ? units are known)")
  }
  @Test func `a register need not have lists, but a table of members needs its decisions`() throws {
    let none = try Folder().load(without: ["u/lists.csv"]).lists
    #expect(none.ids.isEmpty && none.members.isEmpty)
    #expect(
      code { () throws(Diagnostics) in _ = try Folder().load(without: ["u/list-stretches.csv"]) }
        == "files.unreadable")
  }

  @Test(arguments: [
    ("ven-bien,46003@2004-08-31,2020-01-01,,QĐ 1,s", "units.unknown-id u/lists.csv:4:10"),
    ("ven-bien,Xã Hai,2020-01-01,,QĐ 1,s", "units.unknown-id u/lists.csv:4:10"),
    ("ven-bien,46001@2022-01-01,2021-01-01,,QĐ 1,s", "units.list-not-valid u/lists.csv:4:27"),
    ("ven-bien,46001@2022-01-01,2020-01-01,2021-01-01,QĐ 1,s", "units.list-not-valid u/lists.csv:4:27"),
    ("ven-bien,46002@2004-08-31,2021-01-01,,QĐ 1,s", "units.list-overlap u/lists.csv:4:27"),
    ("ven-bien,46001@2022-01-01,2022-13-01,,QĐ 1,s", "units.bad-value u/lists.csv:4:27"),
    ("ven-bien,46001@2022-01-01,2023-01-01,2022-06-01,QĐ 1,s", "units.bad-interval u/lists.csv:4:38"),
    ("ven-bie,46001@2022-01-01,2022-01-01,,QĐ 1,s", "units.list-stretch u/lists.csv:4:1"),
    ("ven-bien,46001@2022-01-01,2022-01-01", "units.bad-row u/lists.csv:4:1"),
  ]) func `a wrong member is told with its place`(row: String, mistake: String) {
    var folder = Folder()
    folder.stretches[1] = "ven-bien,Xã ven biển,2020-01-01,,no,2,QĐ 1,s"
    folder.members.append(row)
    #expect(folder.mistakes == [mistake])
  }
  @Test(arguments: [
    ("ven-bien,Xã ven biển,2020-01-01,,yes,3,QĐ 1,s", "units.list-count u/list-stretches.csv:2:38"),
    ("ven-bien,Xã ven biển,2020-01-01,,yes,,QĐ 1,s", "units.list-count u/list-stretches.csv:2:38"),
    ("ven-bien,Xã ven biển,2020-01-01,,có,2,QĐ 1,s", "units.bad-value u/list-stretches.csv:2:34"),
    ("ven-bien,Xã ven biển,2020-01-01,,yes,-1,QĐ 1,s", "units.bad-value u/list-stretches.csv:2:38"),
    ("ven-bien,Xã ven biển,2020-01-01,,yes,hai,QĐ 1,s", "units.bad-value u/list-stretches.csv:2:38"),
  ]) func `a wrong stretch is told with its place`(row: String, mistake: String) {
    var folder = Folder()
    folder.stretches[1] = row
    #expect(folder.mistakes.filter { $0.contains("list-stretches") } == [mistake])
  }
  @Test func `two decisions on one day, and a member on a day without one, are told`() {
    var folder = Folder()
    folder.stretches.append("ven-bien,Xã ven biển,2021-01-01,,no,2,QĐ 2,s")
    #expect(folder.mistakes == ["units.list-overlap u/list-stretches.csv:3:22"])
    folder.stretches = [PlaceListTests.stretches, "ven-bien,Xã ven biển,2020-01-01,2021-01-01,yes,2,QĐ 1,s"]
    #expect(
      folder.mistakes == ["units.list-stretch u/lists.csv:2:1", "units.list-stretch u/lists.csv:3:1"])
    folder.stretches.append("ven-bien,Xã ven biển,2021-01-01,,no,2,QĐ 2,s")
    #expect(folder.mistakes == [])
  }

  @Test func `the list of the project says what it does not know`() throws {
    let files = ProjectFiles(
      read: { path, offset, count throws(StageError) in
        guard let data = FileManager.default.contents(atPath: projectFolder.appendingPathComponent(path).path)
        else { throw StageError(Phrase(same: path)) }
        return [UInt8](data.dropFirst(offset).prefix(count))
      },
      names: { path throws(StageError) in
        FileManager.default.enumerator(atPath: projectFolder.appendingPathComponent(path).path)?
          .compactMap { $0 as? String } ?? []
      })
    let registry: UnitRegistry
    do throws(Diagnostics) { registry = try UnitRegistry.load("pipelines/units", namedAt: nil, files) } catch
    {
      Issue.record("\(error.all.map(\.message.en))")
      return
    }
    let list = "dbkk-bai-ngang"
    #expect(registry.lists.ids == [list])
    #expect(registry.lists.stretches.map(\.count) == [291, 54, 45, 37])
    #expect(registry.lists.stretches.allSatisfy { !$0.isComplete })
    // Of Thừa Thiên Huế seven communes were on the list of 2022, and three left it in June 2024.
    func hue(_ iso: String) throws -> Int {
      let day = try day(iso)
      return registry.lists.members(of: list, on: day).compactMap { registry.unit(id: $0) }.filter { unit in
        registry.ancestors(of: unit, on: day).contains { $0.code == "46" }
      }.count
    }
    #expect(try hue("2023-12-31") == 7)
    #expect(try hue("2024-06-28") == 4)
    // Who left it in December 2024 is not known, so nobody is said to be on it since.
    #expect(registry.lists.members(of: list, on: try day("2024-12-31")).isEmpty)
    #expect(registry.lists.reason(against: list, on: try day("2024-12-31"))?.en.contains("0 of 37") == true)
  }
}
