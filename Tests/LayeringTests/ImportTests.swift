import Testing

@Suite struct ImportTests {
  @Test(
    arguments: [
      ("import Tables", "Tables", nil), ("public import Tables", "Tables", nil),
      ("@testable import Commands", "Commands", nil), ("import struct Tables.Day", "Tables", "Day"),
      ("package import enum Figures.Kind  // why", "Figures", "Kind"),
    ] as [(Substring, String, String?)]) func `an import is read`(
      line: Substring, module: String, type: String?
    )
  {
    #expect(Import(line)?.module == module)
    #expect(Import(line)?.type == type)
  }
  @Test(arguments: ["// import Tables", "/// imports all", "let important = 1", ""] as [Substring])
  func `another line is none`(line: Substring) { #expect(Import(line) == nil) }
}
