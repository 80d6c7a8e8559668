/// A compiled page template: a flat list of operations over one pool of bytes.
public struct Template: Sendable {
  /// The name, without folder and `.html`.
  public let name: String
  var operations: [Operation] = []
  var literals: [UInt8] = []
  var paths: [ValuePath] = []
  var slots = 0
  init(name: String) { self.name = name }
}
