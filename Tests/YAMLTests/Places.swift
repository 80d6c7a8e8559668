import Diagnostics
import Testing
import YAML

/// The scalars of a text and the place of each, and of its end, counted anew in the simplest way.
struct Places {
  let scalars: [Unicode.Scalar]
  let all: [SourcePosition]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var place = SourcePosition(line: 1, column: 1)
    var all = [place]
    for (index, scalar) in scalars.enumerated() {
      place.offset += 1
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isBreak =
        "\n\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) || (scalar == "\r" && next != "\n")
      if isBreak {
        (place.line, place.column) = (place.line + 1, 1)
      } else if !(index == 0 && scalar == "\u{FEFF}") {
        place.column += 1
      }
      all.append(place)
    }
    self.all = all
  }
  /// Whether both ends are places of the text, in order.
  func contains(_ range: SourceRange) -> Bool {
    contains(range.start) && contains(range.end) && range.start <= range.end
  }
  private func contains(_ place: SourcePosition) -> Bool {
    all.indices.contains(place.offset) && all[place.offset] == place
  }
  /// The text under a range.
  func text(_ range: SourceRange) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.start.offset..<range.end.offset])
    return String(view)
  }
}

/// Expects that parsing ends, that every range lies inside the text, and that a plain scalar stands under its range.
func expectPlaces(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let places = Places(text)
  do throws(Diagnostics) {
    for node in try parseYAML(text, file: name).written {
      let range = node.alias ?? node.range
      #expect(
        places.contains(range), "\(name): \(range) \(text.debugDescription)", sourceLocation: sourceLocation)
      guard places.contains(range), node.alias == nil, case .scalar(let value, plain: true) = node.content
      else { continue }
      let under = places.text(range)
      // An anchor belongs to the range of its value; a plain scalar of several lines is folded.
      guard !under.hasPrefix("&"), range.start.line == range.end.line else { continue }
      #expect(under == value, "\(name): \(text.debugDescription)", sourceLocation: sourceLocation)
    }
  } catch {
    #expect(error.hasErrors, sourceLocation: sourceLocation)
    for diagnostic in error.all {
      for range in [diagnostic.range].compactMap({ $0 }) + diagnostic.notes.map(\.range) {
        #expect(
          places.contains(range), "\(name): \(diagnostic.code) \(range) \(text.debugDescription)",
          sourceLocation: sourceLocation)
      }
    }
  }
}
