import SiteKit

// The pages whose words are all in the theme.
extension SiteModel {
  func aboutPage() -> Page {
    page(
      "ve-trang-nay/index.html", "about", title: words(.aboutTitle), description: words(.aboutDescription),
      crumbs: [Crumb(name: words(.aboutTitle))], [:])
  }
  /// The page a server shows for an unknown address.
  ///
  /// Its links are relative as all others, so that they hold in a sub-folder and from a disk; a server that shows it for
  /// an address deeper down breaks them, and the page says what to do then.
  func notFoundPage() -> Page {
    page(
      "404.html", "notfound", title: words(.notFoundTitle), description: words(.notFoundDescription),
      crumbs: [], isListed: false, [:])
  }
}
