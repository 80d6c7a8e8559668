import Formats
import StageTestKit
import Tables
import Testing

/// A plain, slow reading of the same grammar, character by character, written apart from the tokenizer.
private func slowRecords(_ bytes: [UInt8], separator: UInt8) -> [[[UInt8]]] {
  var records: [[[UInt8]]] = []
  var record: [[UInt8]] = []
  var field: [UInt8] = []
  var isQuoted = false
  var hadQuote = false
  func endRecord() {
    if !record.isEmpty || !field.isEmpty || hadQuote { records.append(record + [field]) }
    (record, field, hadQuote) = ([], [], false)
  }
  var rest = bytes[...]
  while let byte = rest.popFirst() {
    if isQuoted {
      if byte != 34 {
        field.append(byte)
      } else if rest.first == 34 {
        rest.removeFirst()
        field.append(34)
      } else {
        isQuoted = false
      }
    } else if byte == 34, field.isEmpty, !hadQuote {
      (isQuoted, hadQuote) = (true, true)
    } else if byte == separator {
      record.append(field)
      (field, hadQuote) = ([], false)
    } else if byte == 10 || byte == 13 {
      if byte == 13, rest.first == 10 { rest.removeFirst() }
      endRecord()
    } else {
      field.append(byte)
    }
  }
  endRecord()
  return records
}

@Suite struct TokenizerTwinTests {
  @Test(arguments: 0..<8) func `the tokenizer cuts what the slow reading cuts`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let alphabet = Array("a;,\"\"\n\r ".utf8)
    for _ in 0..<4000 {
      let bytes = (0..<random.next(below: 30)).map { _ in alphabet[random.next(below: alphabet.count)] }
      var tokenizer = CSVTokenizer(bytes, separator: UInt8(ascii: ","))
      var records: [[[UInt8]]] = []
      while let record = tokenizer.next() { records.append(record.fields.map { Array($0) }) }
      #expect(
        records == slowRecords(bytes, separator: UInt8(ascii: ",")),
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
  @Test(arguments: 0..<4) func `a file cut anywhere is read as the whole`(_ seed: Int) {
    var random = SeededRandom(UInt64(100 + seed))
    let alphabet = Array("ab,,\"\n\r\n".utf8)
    for _ in 0..<500 {
      let bytes =
        Array("a,b\n".utf8)
        + (0..<random.next(below: 40)).map { _ in alphabet[random.next(below: alphabet.count)] }
      let whole = read([bytes], texts("a", "b"))
      let cut = read([bytes], texts("a", "b"), size: 1 + random.next(below: 9), batchRows: 2)
      #expect(cut.published == whole.published, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
  @Test(arguments: 0..<4) func `no bytes trap, from the head on`(_ seed: Int) {
    var random = SeededRandom(UInt64(200 + seed))
    let alphabet = Array("ab;,\t|\"\n\r 1.".utf8) + [0, 0xEF, 0xBB, 0xBF, 0xC3, 0xFF]
    var rules = texts("a", "b")
    rules[1].field.type = .int
    rules[1].isOptional = seed % 2 == 0
    for _ in 0..<1000 {
      let bytes = (0..<random.next(below: 40)).map { _ in alphabet[random.next(below: alphabet.count)] }
      let format = CSVFormat(titleLines: [nil, 0, 2][random.next(below: 3)], recordLimit: 20)
      let whole = read([bytes], rules, format, size: 20)
      let cut = read([bytes], rules, format, size: 1 + random.next(below: 9))
      #expect(cut.published == whole.published, "\(bytes)")
    }
  }
}
