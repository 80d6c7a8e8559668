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

  /// Renders one page.
  ///
  /// - Throws: `template.*` with the place in the template, `theme.missing-template`.
  public func render(_ page: Page) throws(Diagnostics) -> SiteFile {
    guard let template = theme.templates[page.template] else {
      throw Diagnostics(.missingTemplate(page.template, of: theme.templateNames, in: theme.words.file))
    }
    var out: [UInt8] = []
    // Most pages are smaller, so that their bytes are moved once at most.
    out.reserveCapacity(16_384)
    var renderer = TemplateRenderer(template, page, theme)
    try renderer.render(to: &out)
    return SiteFile(page.path, out)
  }
}
