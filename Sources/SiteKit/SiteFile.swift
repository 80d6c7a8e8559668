/// One file of a finished site.
public struct SiteFile: Sendable, Hashable {
  /// Where it stands.
  public let path: PagePath
  /// What is in it.
  public let bytes: [UInt8]
  /// A file.
  public init(_ path: PagePath, _ bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}
