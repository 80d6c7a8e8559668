import Diagnostics
import Foundation
import StageKit
import Tables
import Testing

@testable import Units

/// The folder of the project, found from this file.
let projectFolder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  .deletingLastPathComponent()
  .deletingLastPathComponent()
/// The folder of the published lists, which is not part of the project.
let listsFolder = projectFolder.deletingLastPathComponent().appendingPathComponent("shared/data/units")
let hasLists = FileManager.default.fileExists(atPath: listsFolder.path)

/// The committed tables, read once.
let committed: UnitRegistry = {
  do { return try UnitRegistry.load("pipelines/units", namedAt: nil, projectFiles()) } catch {
    fatalError("the committed tables do not load: \(error)")
  }
}()

func projectFiles() -> ProjectFiles {
  ProjectFiles(
    read: { path, offset, count throws(StageError) in
      guard let data = FileManager.default.contents(atPath: projectFolder.appendingPathComponent(path).path)
      else {
        throw StageError(Phrase(same: path))
      }
      return [UInt8](data.dropFirst(offset).prefix(count))
    }, names: { _ throws(StageError) in [] })
}

/// Four small tables in memory; what is not given is the sound one.
struct Tables4 {
  static let unitsHeader = "id,code,name,level,type,parent,valid_from,valid_to,area,source"
  static let country = "vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s"
  static let province = "46@2004-08-31,46,Tỉnh A,province,tỉnh,vn,2004-08-31,,,s"
  var units = [Self.unitsHeader, Self.country, Self.province]
  var successors = ["from,to,extent,source"]
  var regions = ["region,province,valid_from,valid_to,source"]
  var gaps = ["code,valid_from,valid_to,source"]

  /// Rows of `sources.csv`, which is there for tables that are written the short way.
  var sources: [String]?

  /// The same tables, written the short way.
  static var short: Self {
    var tables = Self()
    tables.units = [
      "code,name,parent,valid_from,valid_to,area,source", "vn,Cả nước,,2004-08-31,,,s",
      "46,Tỉnh A,vn,2004-08-31,,,s",
    ]
    tables.sources = ["id,title", "s,Nghị quyết 1"]
    return tables
  }
  func load() throws(Diagnostics) -> UnitRegistry {
    var files = [
      "u/units.csv": units, "u/successors.csv": successors, "u/regions.csv": regions, "u/gaps.csv": gaps,
    ]
    files["u/sources.csv"] = sources
    let texts = files.mapValues { Array(($0.joined(separator: "\n") + "\n").utf8) }
    return try load(texts)
  }
  func load(_ texts: [String: [UInt8]]) throws(Diagnostics) -> UnitRegistry {
    try UnitRegistry.load(
      "u", namedAt: nil,
      ProjectFiles(
        read: { path, _, _ throws(StageError) in
          guard let bytes = texts[path] else { throw StageError(Phrase(same: path)) }
          return bytes
        }, names: { _ throws(StageError) in [] }))
  }
  /// `code line:column` of everything wrong.
  func mistakes() -> [String] {
    do throws(Diagnostics) {
      _ = try load()
      return []
    } catch {
      return error.all.map { diagnostic in
        let start = diagnostic.range?.start
        return
          "\(diagnostic.code.rawValue) \(diagnostic.range?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0)"
      }
    }
  }
}

extension Tables4 {
  /// Everything wrong, in words.
  func messages() -> [String] { all().map(\.message.vi) }
  /// What is said to do about it.
  func hints() -> [String] { all().compactMap(\.hint?.vi) }
  private func all() -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try load()
      return []
    } catch { return error.all }
  }
}

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
/// The code of the first thing thrown, or "none".
func code(_ body: () throws(Diagnostics) -> Void) -> String {
  do throws(Diagnostics) {
    try body()
    return "none"
  } catch { return error.all.first?.code.rawValue ?? "empty" }
}
