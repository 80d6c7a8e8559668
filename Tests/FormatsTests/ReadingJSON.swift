import Diagnostics
import Formats
import StageKit
import Tables

/// Reads one JSON text by rules.
func readJSON(
  _ bytes: [UInt8], _ rules: [ColumnRule], size: Int = 1 << 16, batchRows: Int = 100,
  form: JSONForm = .list, file: String = "f.json"
) -> Reading {
  var cutter = JSONCutter([file], size: size, itemLimit: 1 << 22, form: form)
  let decoder = JSONRowDecoder(rules, batchRows: batchRows)
  let files = memory([file: bytes])
  var findings = Findings(step: "s")
  var reading = Reading()
  do throws(StageError) {
    while let piece = try cutter.next(files) {
      decoder.decode(piece, &findings) { batch, _ in reading.add(batch) }
    }
  } catch { reading.error = error.message.en }
  reading.findings = findings.shown
  return reading
}
func readJSON(
  _ text: String, _ rules: [ColumnRule], size: Int = 1 << 16, batchRows: Int = 100, form: JSONForm = .list
) -> Reading { readJSON(Array(text.utf8), rules, size: size, batchRows: batchRows, form: form) }
