/// Every case of the suite that is not read as the suite says, with the reason.
enum SuiteExceptions {
  struct Reason: Hashable {
    /// Why, for the reader.
    let why: String
    /// What happens: the codes of the refusal, `accepted`, or `other tree`.
    let outcome: String
  }
  private static func refused(_ why: String, _ codes: String = "yaml.syntax") -> Reason {
    Reason(why: why, outcome: codes)
  }

  static let all: [(Reason, String)] = [
    (
      refused("tags are refused by design", "yaml.tag"),
      """
      2AUY 2XXW 33X3 52DL 565N 57H4 6CK3 6JWB 735Y 74H7 7FWL 8MK2 BU8L C4HZ CC74 CUP7 EHF6 F2C7 FH7J HMQ5 J7PZ L94M \
      LE5A M5C3 P76L S4JQ U3C3 UGM3 UKK6/02 WZ62 Z67P Z9M4
      """
    ),
    (
      refused("several documents are refused by design", "yaml.several-documents"),
      "6XDY 6ZKB 9DXL JHB9 KSS4 L383 PUW8 RZT7 U9NS"
    ),
    (
      refused("several documents, and tags in the first", "yaml.several-documents yaml.tag"),
      "35KP 5TYM 6WLZ 9KAX 9WXW"
    ),
    (refused("duplicate keys are refused by design", "yaml.duplicate-key"), "X38W"),
    (refused("libyaml wants '---' between documents, after '...' too"), "7Z25 M7A3 HWV9 QT73 W4TN"),
    (
      refused("libyaml does not read an empty key"),
      "2JQS 6M2F CFD4 FRK4 M2N8/00 NHX8 NKF9 S3PD SM9W/01 UKK6/00"
    ),
    (
      refused("libyaml does not read ':' at the start of a line or next to a value in braces and brackets"),
      "4ABK 4MUZ/00 4MUZ/01 4MUZ/02 58MP 5MUD 5T43 9SA2 DBG4 HM87/00 K3WX NJ66 UT92 VJP3/01"
    ),
    (
      refused("libyaml refuses tabs that separate tokens or stand in empty lines"),
      "6BCT 6CA3 96NN/00 96NN/01 A2M4 DK95/00 DK95/03 DK95/04 Q5MG R4YG Y79Y/01 Y79Y/10"
    ),
    (
      refused("libyaml refuses unknown directives and versions"),
      "2LFX 6LVF BEC7 MUS6/05 MUS6/06 ZYU8/00 ZYU8/01 ZYU8/02 ZYU8/03"
    ),
    (
      refused("libyaml takes only ASCII letters, digits, '-' and '_' in the name of an anchor"),
      "2SXE 8XYN W5VH"
    ),
    (refused("libyaml wants the text of a whole document indented"), "DK3J FP8R"),
    (
      Reason(
        why: "libyaml reads '?' and ':' inside a plain scalar or an anchor otherwise", outcome: "other tree"),
      "652Z HM87/01 Y2GN"
    ),
    (
      Reason(why: "libyaml ends a text block without a last line break otherwise", outcome: "other tree"),
      "JEF9/02 L24T/01"
    ),
    (
      Reason(why: "libyaml accepts comments, commas and indentation that YAML does not", outcome: "accepted"),
      "9C9N 9JBA CVW2 DK95/01 G5U8 MUS6/00 QB6E S98Z SU5Z X4QW Y79Y/03 YJV2"
    ),
  ]
}
