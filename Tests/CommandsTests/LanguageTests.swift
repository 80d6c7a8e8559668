import Diagnostics
import Testing

@testable import Commands

@Suite struct LanguageTests {
  @Test(
    arguments: [
      (["--lang", "en"], [:], Language.en), (["--lang=en"], [:], .en), (["run", "--lang", "vi"], [:], .vi),
      ([], [:], .vi), (["--lang"], [:], .vi), (["--lang", "fr"], [:], .vi),
      ([], ["LANG": "en_GB.UTF-8"], .en), ([], ["LANG": "vi_VN.UTF-8"], .vi), ([], ["LANG": "C.UTF-8"], .vi),
      ([], ["LANG": "fr_FR.UTF-8"], .vi), ([], ["LC_ALL": "", "LANG": "en_US"], .en),
      ([], ["LC_ALL": "C", "LANG": "en_US"], .vi), ([], ["LC_MESSAGES": "en_US", "LANG": "vi_VN"], .en),
      (["--lang", "vi"], ["LANG": "en_US"], .vi), (["--", "--lang", "en"], [:], .vi),
    ] as [([String], [String: String], Language)])
  func `the option decides, then the locale, then Vietnamese`(
    arguments: [String], variables: [String: String], expected: Language
  ) {
    #expect(Language.preferred(arguments) { variables[$0] } == expected)
  }
  @Test func `the locale decides the language of messages`() async {
    #expect(
      await outcome("run", ["LANG": "en_US.UTF-8"]).firstError == "error: Missing expected argument '<file>'")
    #expect(await outcome("run", ["LANG": "vi_VN.UTF-8"]).firstError == "lỗi: thiếu đối số '<tệp>'")
  }
}
