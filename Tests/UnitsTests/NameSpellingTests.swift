import Foundation
import Spelling
import Testing

@testable import Units

@Suite struct NameSpellingTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func `every name of the register is composed and survives NFD`() {
    for unit in committed.units {
      let nfd = unit.name.decomposedStringWithCanonicalMapping
      #expect(scalars(VietnameseName.composed(nfd)) == scalars(unit.name))
      #expect(!unit.slug.isEmpty)
    }
  }
}
