import Diagnostics
import Formats
import StageKit
import Tables

/// Reads one JSON text by rules.
func readJSON(
  _ bytes: [UInt8], _ rules: [ColumnRule], size: Int = 1 << 16, batchRows: Int = 100
) -> Reading {
  var cutter = JSONCutter(["f.json"], size: size, itemLimit: 1 << 22)
  let decoder = JSONRowDecoder(rules, batchRows: batchRows)
  let files = memory(["f.json": bytes])
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
func readJSON(_ text: String, _ rules: [ColumnRule], size: Int = 1 << 16, batchRows: Int = 100)
  -> Reading
{ readJSON(Array(text.utf8), rules, size: size, batchRows: batchRows) }
