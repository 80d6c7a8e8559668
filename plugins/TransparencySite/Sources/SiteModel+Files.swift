import Diagnostics
import SiteKit
import StageKit

import struct Tables.Day

// The finished site: every page made, every link followed.
extension SiteModel {
  var pages: [Page] {
    [homePage()] + planPages() + targetPages() + unitPages()
      + [methodPage(), dataPage(), missingPage(), changesPage(), aboutPage(), notFoundPage()]
  }

  /// All files of the site, in the order of their making.
  ///
  /// - Throws: When a template does not fit the pages, or a link leads nowhere: all of it at once.
  func files(_ theme: Theme) throws(StageError) -> [SiteFile] {
    let pages = pages
    do throws(Diagnostics) {
      let rendered = try SiteBuilder(theme, common: common).render(pages)
      let feeds = [changesFeed(), feed.sitemap(pages, day: edition.date.iso), feed.robots].compactMap { $0 }
      let all = rendered + theme.assets + feeds
      try LinkCheck(all, others: files.map { PagePath($0.path) }).verify()
      return all
    } catch { throw .site(error) }
  }
}

extension StageError {
  /// Everything wrong with the pages, one a line.
  fileprivate static func site(_ problems: Diagnostics) -> StageError {
    func list(_ language: Language) -> String {
      problems.all.map { problem in
        let place = problem.range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
        return "\n  \(place)\(problem.message(language)) (\(problem.code.rawValue))"
      }.joined()
    }
    return StageError(
      Phrase(
        vi: "trang web chưa được ghi, vì có \(problems.all.count) chỗ sai:\(list(.vi))",
        en: "the site is not written, for \(problems.all.count) things are wrong:\(list(.en))"),
      hint: problems.all.lazy.compactMap(\.hint).first, cause: .data)
  }
}
