public import Diagnostics

/// Makes the files of a site from pages and a theme.
public struct SiteBuilder: Sendable {
  private let theme: Theme
  /// A builder; `common` is what every page has besides its own fields.
  public init(_ theme: Theme, common: [String: TemplateValue] = [:]) {
    var theme = theme
    theme.common = common
    self.theme = theme
  }

  /// Renders pages, one after another, into files in the order given.
  ///
  /// - Throws: `template.*` with the place in the template, `site.duplicate-page`, `site.unknown-template`.
  public func render(_ pages: [Page]) throws(Diagnostics) -> [SiteFile] {
    var seen: Set<PagePath> = []
    var files: [SiteFile] = []
    files.reserveCapacity(pages.count)
    var size = 8192
    for page in pages {
      guard seen.insert(page.path).inserted else { throw Diagnostics(.duplicatePage(page)) }
      let file = try render(page, expecting: size)
      size = max(size, file.bytes.count)
      files.append(file)
    }
    return files
  }
  private func render(_ page: Page, expecting size: Int) throws(Diagnostics) -> SiteFile {
    guard let template = theme.templates[page.template] else {
      throw Diagnostics(.missingTemplate(page.template, of: theme.templateNames, in: theme.words.file))
    }
    var out: [UInt8] = []
    out.reserveCapacity(size + 1024)
    var renderer = TemplateRenderer(template, page, theme)
    try renderer.render(to: &out)
    return SiteFile(page.path, out)
  }
}
