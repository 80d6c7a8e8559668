import Testing

@testable import Commands

@Suite struct MessageTemplateTests {
  @Test(
    arguments: [
      ("a '*'", "a 'b'", ["b"]),
      ("a '*'", "a ''", [""]),
      ("'*' and '*'", "'x' and 'y'", ["x", "y"]),
      ("'*' and '*'", "'x' and 'y' and 'z'", ["x", "y' and 'z"]),
      ("*: *", "2: 3", ["2", "3"]),
      ("all", "all", []),
    ] as [(String, String, [String])]) func `gaps are found`(
      template: String, message: String, gaps: [String]
    )
  {
    #expect(MessageTemplate(template).gaps(in: message) == gaps)
  }
  @Test(arguments: [
    ("a '*'", "b 'b'"), ("a '*'", "a 'b"), ("'*' and '*'", "'x' or 'y'"), ("all", "all of it"), ("all", ""),
  ]) func `another message is not recognised`(template: String, message: String) {
    #expect(MessageTemplate(template).gaps(in: message) == nil)
  }
}
