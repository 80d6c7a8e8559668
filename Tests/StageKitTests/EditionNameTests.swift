import StageKit
import Testing

/// The names in the ledger, and the paths that a sink may write.
@Suite struct EditionNameTests {
  @Test(arguments: ["2025", "2025-01.1", "A_b", "0"]) func `a withdrawal is a name of its own edition`(
    _ id: String
  ) {
    let name = EditionName.withdrawal(of: id)
    #expect(name != id && EditionName.isWithdrawal(name) && !EditionName.isWithdrawal(id))
    #expect(EditionName.edition(of: name) == id && EditionName.edition(of: id) == id)
    #expect(EditionName.editions(among: [name]).isEmpty && EditionName.editions(among: [id]) == [id])
  }
  @Test func `each entry that was replaced has a name that nothing else has`() {
    var names = ["2025-01.1", "2025-01.10", EditionName.withdrawal(of: "2025-01.1")]
    for _ in 0..<12 {
      let name = EditionName.replaced("2025-01.1", among: names)
      #expect(!names.contains(name) && EditionName.edition(of: name) == "2025-01.1")
      #expect(!EditionName.isWithdrawal(name))
      names.append(name)
    }
    #expect(EditionName.editions(among: names) == ["2025-01.1", "2025-01.10"])
    let other = EditionName.replaced("2025-01.10", among: names)
    #expect(!names.contains(other) && EditionName.edition(of: other) == "2025-01.10")
  }
  @Test func `the keys of an entry are all different`() {
    let keys = [
      EditionKey.edition, EditionKey.date, EditionKey.previous, EditionKey.previousDigest,
      EditionKey.replaces,
      EditionKey.replacesDigest, EditionKey.entryDigest,
    ]
    #expect(Set(keys).count == keys.count)
  }

  private func staging(_ written: @escaping @Sendable (String) -> Void) -> Staging {
    Staging {
      []
    } put: { (path, _) throws(StageError) in
      written(path)
    } add: { (path, _) throws(StageError) in
      written(path)
    }
  }
  @Test(arguments: ["", "/", "/a", "../a", "a/../../b", "..", "a/b/../../../c", "/../a"])
  func `a path that is none inside the folder is refused before anything is written`(_ path: String) {
    let sink = staging { Issue.record("'\($0)' was written") }
    #expect(throws: StageError.self) { try sink.write([1], to: path) }
    #expect(throws: StageError.self) { try sink.append([1], to: path) }
  }
  @Test(arguments: ["a", "a.csv", "a/b/c.html", "..a/b", "a..b", "...", ".well-known/a", "xã/ấ.html"])
  func `a path inside the folder is written`(_ path: String) throws {
    let sink = staging { found in #expect(found == path) }
    try sink.write([1], to: path)
    try sink.append([1], to: path)
  }
}
