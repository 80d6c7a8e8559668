import Diagnostics
import Plans
import SiteKit
import StageKit

import struct Tables.Day

// The finished site: every page made, every link followed.
extension SiteModel {
  /// Makes every page, one after another, so that only one is in memory.
  func forEachPage(_ body: (Page) throws(StageError) -> Void) throws(StageError) {
    for page in [homePage(), planList(), targetList(), unitList()] { try body(page) }
    for plan in plans {
      try body(planPage(plan))
      for target in plan.targets { try body(targetPage(target, of: plan)) }
    }
    for unit in shown { try body(unitPage(unit)) }
    for page in standardPages() { try body(page) }
    let about = [methodPage()] + [editsPage()].compactMap { $0 } + [dataPage(), missingPage()]
    for page in about + changesPages() + [aboutPage(), notFoundPage()] {
      try body(page)
    }
  }

  /// Writes all files of the site, and follows its links.
  ///
  /// - Throws: When a template does not fit a page, or links, ids or paths are wrong: all of these at once. What was
  ///   written before is in a folder that nobody sees then.
  func write(_ theme: Theme, _ write: (SiteFile) throws(StageError) -> Void) throws(StageError) {
    let builder = SiteBuilder(theme, common: common)
    var check = LinkCheck(others: files.map { PagePath($0.path) })
    var listed: [PagePath] = []
    try forEachPage { (page) throws(StageError) in
      let file = try made { () throws(Diagnostics) in try builder.render(page) }
      if page.isListed { listed.append(page.path) }
      if check.read(file) { try write(file) }
    }
    let feeds = [changesFeed(), feed.sitemap(listed, day: edition.date.iso), feed.robots]
    for file in theme.assets + feeds.compactMap({ $0 }) where check.read(file) { try write(file) }
    try made { () throws(Diagnostics) in try check.verify() }
  }
  private func made<T>(_ body: () throws(Diagnostics) -> T) throws(StageError) -> T {
    do { return try body() } catch { throw .site(error) }
  }
}

extension StageError {
  /// Everything wrong with the pages, one after another: a message is one line.
  fileprivate static func site(_ problems: Diagnostics) -> StageError {
    func list(_ language: Language) -> String {
      problems.all.map { problem in
        let place = problem.range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
        return "\(place)\(problem.message(language)) (\(problem.code.rawValue))"
      }.joined(separator: "; ")
    }
    return StageError(
      Phrase(
        vi: "trang web chưa được ghi, vì có \(problems.all.count) chỗ sai: \(list(.vi))",
        en: "the site is not written, for \(problems.all.count) things are wrong: \(list(.en))"),
      hint: problems.all.lazy.compactMap(\.hint).first, cause: .data)
  }
}
