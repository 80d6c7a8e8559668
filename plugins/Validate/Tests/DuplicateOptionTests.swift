import Diagnostics
import Testing

/// Every option of `households.duplicates` written wrongly.
@Suite struct DuplicateOptionTests {
  private static let options = DuplicateLawTests.options

  @Test(
    arguments: [
      "head: name, commune: xa, birth_date: born", "id: id, commune: xa, birth_date: born",
      "id: id, head: name, birth_date: born", "id: id, head: name, commune: xa",
      "id: id, head: name, commune: xa, birth_date: born, birth_year: year", "\(options), at_least: 0",
      "\(options), at_least: 201", "\(options), at_least: 1.5", "\(options), most: 0", "\(options), most: -1",
      "\(options), most: many", "\(options), unique: true",
      options.replacing("birth_date: born", with: "birth_date: sex"),
      options.replacing("birth_date: born", with: "birth_year: born"),
      options.replacing("id: id", with: "id: year"),
      options.replacing("head: name", with: "head: born"), options.replacing("xa", with: "xaa"),
      options.replacing("sex: sex", with: "sex: gioi"), "\(options), citizen_id: year",
    ]) func `options that cannot be are refused in both languages`(_ options: String) async throws
  {
    let error = await #expect(throws: Diagnostics.self) {
      try await DuplicateLawTests.report([], options, columns: DuplicateLawTests.columns + ", year: int")
    }
    #expect(error?.all.isEmpty == false)
    for one in error?.all ?? [] { #expect(one.message.vi != one.message.en && one.range?.file == "p.yaml") }
  }
  @Test func `neither or both of the columns of birth is a mistake of its own`() async throws {
    for options in [
      "id: id, head: name, commune: xa",
      "id: id, head: name, commune: xa, birth_date: born, birth_year: year",
    ] {
      let error = await #expect(throws: Diagnostics.self) {
        try await DuplicateLawTests.report([], options, columns: DuplicateLawTests.columns + ", year: int")
      }
      #expect(error?.all.map(\.code) == ["duplicates.birth"])
    }
  }
}
