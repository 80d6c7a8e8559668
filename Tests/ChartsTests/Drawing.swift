@testable import Charts

/// A chart read back from its SVG: where the words, dots and lines stand.
struct Drawing {
  /// Some words and their place.
  struct Words: Equatable {
    var x: Int, y: Int, anchor: String, text: String
    /// The columns that the words take, at some eight units a letter of fourteen units' height.
    var columns: Range<Int> {
      let width = text.unicodeScalars.count * 8
      let start =
        switch anchor {
        case "end": x - width
        case "middle": x - width / 2
        default: x
        }
      return start..<start + max(width, 1)
    }
  }
  /// The SVG as it is.
  let svg: String

  init(_ bytes: [UInt8]?) { svg = String(decoding: bytes ?? [], as: UTF8.self) }
  /// A trajectory of these points.
  init(
    _ points: [ChartPoint], _ target: ChartTarget? = nil, labelled: Int? = nil,
    axisLabel: @escaping @Sendable (Int) -> String = { "\($0)" }
  ) {
    let text = Self.words
    self.init(
      TrajectoryChart(points, target: target, labelled: labelled, text: text, axisLabel: axisLabel).svg)
  }
  /// Bars of these points.
  init(bars points: [ChartPoint], target: (value: Int, text: String)? = nil) {
    self.init(BarChart(points, target: target, text: Self.words).svg)
  }

  static let words = ChartText(
    id: "c", title: "T", description: "D", tableBelow: "B", seriesBreak: "đổi")
  /// Points of successive years.
  static func points(_ values: [Int?], standard: String = "s") -> [ChartPoint] {
    values.enumerated().map { index, value in
      ChartPoint(
        String(2000 + index), value: value, text: value.map { "<\($0)>" } ?? "[x]", standard: standard)
    }
  }

  /// All words, in the order drawn.
  var texts: [Words] {
    svg.matches(
      of: /<text(?: class="[^"]*")? x="(-?\d+)" y="(-?\d+)"(?: text-anchor="([a-z]+)")?>([^<]*)<\/text>/
    ).map { match in
      Words(
        x: Int(match.1) ?? -1, y: Int(match.2) ?? -1, anchor: String(match.3 ?? "start"),
        text: String(match.4))
    }
  }
  /// The places of the points that have a value.
  var dots: [(x: Int, y: Int)] {
    svg.matches(of: /<circle class="dot" cx="(-?\d+)" cy="(-?\d+)" r="4"\/>/).map {
      (Int($0.1) ?? -1, Int($0.2) ?? -1)
    }
  }
  /// The words under the axis.
  var years: [Words] { texts.filter { $0.y > 205 && $0.anchor == "middle" } }
  /// The paths of a kind.
  func paths(_ kind: String) -> [String] {
    svg.matches(of: /<path class="([a-z]+)" d="([^"]*)"\/>/).filter { $0.1 == kind }.map { String($0.2) }
  }
  /// Every number that is a place or a length, as written.
  var numbers: [String] {
    svg.matches(of: /[ ](?:x|y|x1|x2|y1|y2|cx|cy|width|height|d)="([^"]*)"/).flatMap { match in
      match.1.split { !($0.isNumber || ".+-eE".contains($0)) }.map(String.init)
    }
  }
}
