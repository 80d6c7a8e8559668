/// One page to make: where, by which template, of what.
public struct Page: Sendable {
  /// Where it will stand.
  public let path: PagePath
  /// The name of its template.
  public let template: String
  /// What the template is filled with.
  public let fields: [String: TemplateValue]
  /// Whether it belongs in the site map; an error page does not.
  public let isListed: Bool
  /// A page.
  public init(
    _ path: PagePath, template: String, _ fields: [String: TemplateValue], isListed: Bool = true
  ) {
    (self.path, self.template, self.fields, self.isListed) = (path, template, fields, isListed)
  }
}
