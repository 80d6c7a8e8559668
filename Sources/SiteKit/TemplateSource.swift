import Diagnostics

/// A file of a template, cut into pieces.
struct TemplateSource {
  let bytes: [UInt8]
  let pieces: [TemplatePiece]
  /// What is wrong with its tags.
  let problems: Diagnostics

  init(_ bytes: [UInt8], file: String) {
    var lexer = TemplateLexer(bytes, file: file)
    pieces = lexer.pieces()
    (self.bytes, problems) = (bytes, lexer.problems)
  }
}
