import Testing

@testable import Charts

private let words = ChartText(
  id: "c1", title: "Tỷ lệ <nghèo>", description: "2023 1,34\u{A0}%; 2024 0,96\u{A0}%.",
  tableBelow: "Bảng số liệu ngay bên dưới.", seriesBreak: "đổi chuẩn")

private func svg(_ points: [ChartPoint], _ target: ChartTarget? = nil) -> String {
  let chart = TrajectoryChart(points, target: target, text: words) { String($0) }
  return String(decoding: chart.svg ?? [], as: UTF8.self)
}
private func points(_ values: [Int?], standards: [String] = []) -> [ChartPoint] {
  values.enumerated().map { index, value in
    ChartPoint(
      String(2020 + index), value: value, text: value.map { String($0) } ?? "[x]",
      standard: standards.isEmpty ? "s" : standards[index])
  }
}
private func count(_ part: String, in text: String) -> Int {
  text.split(separator: part, omittingEmptySubsequences: false).count - 1
}

@Suite struct ChartTests {
  @Test func `a trajectory is drawn in whole numbers, with words for those who cannot see it`() {
    let drawn = svg(
      points([134, 96]), ChartTarget(at: 1, value: 120, text: "Kế hoạch ≤ 1,2\u{A0}%", from: 0))
    #expect(
      drawn == """
        <svg class="chart" viewBox="0 0 360 250" role="img" aria-labelledby="c1-t c1-d"><title id="c1-t">\
        Tỷ lệ &lt;nghèo&gt;</title><desc id="c1-d">2023 1,34\u{A0}%; 2024 0,96\u{A0}%. Bảng số liệu ngay bên dưới.</desc>\
        <path class="ax" d="M52 200H350M52 143H350M52 87H350M52 30H350"/><g class="m">\
        <text x="46" y="205" text-anchor="end">0</text><text x="46" y="148" text-anchor="end">50</text>\
        <text x="46" y="92" text-anchor="end">100</text><text x="46" y="35" text-anchor="end">150</text></g>\
        <g class="m"><text x="66" y="226" text-anchor="middle">2020</text>\
        <text x="326" y="226" text-anchor="middle">2021</text></g>\
        <path class="plan" d="M66 48L326 64"/><path class="tgt" d="M316 64h20"/>\
        <path class="act" d="M66 48L326 91"/><circle class="dot" cx="66" cy="48" r="4"/>\
        <circle class="dot" cx="326" cy="91" r="4"/>\
        <text class="goal" x="354" y="16" text-anchor="end">Kế hoạch ≤ 1,2\u{A0}%</text>\
        <text x="350" y="111" text-anchor="end">96</text></svg>
        """)
  }

  @Test(
    arguments: [
      ([1, 2, 3], [], 1, 3, 0), ([1, nil, 3], [], 0, 2, 0), ([1, 2, nil, 4, 5], [], 2, 4, 0),
      ([nil, 2, 3], [], 1, 2, 0), ([1, 2, 3, 4], ["a", "a", "b", "b"], 2, 4, 1),
      ([1, 2], ["a", "b"], 0, 2, 1), ([1, nil, 3], ["a", "a", "b"], 0, 2, 1), ([5], [], 0, 1, 0),
    ] as [([Int?], [String], Int, Int, Int)])
  func `gaps and changes of standard part the line`(
    _ values: [Int?], _ standards: [String], _ lines: Int, _ dots: Int, _ breaks: Int
  ) {
    let drawn = svg(points(values, standards: standards))
    #expect(count("class=\"act\"", in: drawn) == lines)
    #expect(count("class=\"dot\"", in: drawn) == dots)
    #expect(count("class=\"brk\"", in: drawn) == breaks)
    #expect(count("đổi chuẩn", in: drawn) == breaks)
  }

  @Test(arguments: 2...14, ["đổi", "đổi chuẩn", "đổi chuẩn nghèo quốc gia"])
  func `the words under breaks neither overlap nor leave the box`(_ years: Int, _ word: String) {
    let points = (0..<years).map { year in
      ChartPoint("\(2010 + year)", value: year, text: "\(year)", standard: "s\(year)")
    }
    let text = ChartText(id: "c", title: "T", description: "D", tableBelow: "B", seriesBreak: word)
    let chart = Drawing(TrajectoryChart(points, text: text) { String($0) }.svg)
    #expect(count("class=\"brk\"", in: chart.svg) == years - 1, "every break is drawn")
    let words = chart.texts.filter { $0.text == word }
    #expect(!words.isEmpty)
    for place in words { #expect(place.columns.lowerBound >= 0 && place.columns.upperBound <= 360) }
    for (a, b) in zip(words, words.dropFirst()) { #expect(a.columns.upperBound < b.columns.lowerBound) }
  }

  @Test func `without a value there is no chart`() {
    #expect(TrajectoryChart([], text: words) { String($0) }.svg == nil)
    #expect(TrajectoryChart(points([nil, nil]), text: words) { String($0) }.svg == nil)
    #expect(BarChart(points([nil]), text: words).svg == nil)
  }

  @Test func `long labels make the margin wider, and nothing leaves the box`() {
    let chart = TrajectoryChart(points([1, 2]), text: words) { "\($0).000.000" }
    let drawn = String(decoding: chart.svg ?? [], as: UTF8.self)
    #expect(drawn.contains("M86 200H350") && drawn.contains("x=\"80\""))
    #expect(drawn.contains("cx=\"100\"") && drawn.contains("cx=\"326\""))
    #expect(!svg(points([Int.max, 1])).isEmpty)
  }

  @Test(arguments: [
    ([10, 6, 3], 3), ([10, 9, 9], 9), ([1, 5, 10], 10), ([10, 1, 0], 0), ([0, 0, 1], 1), ([5, 5, 5], 5),
  ])
  func `the last value is written where no line is`(_ values: [Int], _ last: Int) throws {
    let drawn = svg(points(values), ChartTarget(at: 2, value: 4, text: "Mục tiêu"))
    let axis = Axis(most: values.max() ?? 0)
    let label = try #require(drawn.firstMatch(of: /<text x="350" y="(\d+)" text-anchor="end">/))
    let y = try #require(Int(label.1))
    // The words reach from 12 above their row to 3 below it; the last point has a radius of 4.
    #expect(!(y - 12 - 4...y + 3 + 4).contains(axis.y(last)))
    #expect((28...195).contains(y))
  }

  @Test func `a target outside the points is not drawn`() {
    #expect(!svg(points([1]), ChartTarget(at: 7, value: 1, text: "x")).contains("tgt"))
  }

  @Test(arguments: [0, 1, 3, 4, 5, 7, 99, 100, 101, 134, 4_000_001, Int.max / 8, Int.max])
  func `an axis has at most four steps and holds the greatest value`(_ most: Int) {
    let axis = Axis(most: most)
    #expect((1...5).contains(axis.count))
    #expect((30...200).contains(axis.y(most)))
    #expect(axis.y(0) == 200 && axis.y(-5) == 200)
    if most < 1 << 60 { #expect(axis.count * axis.step >= most && axis.count <= 4) }
  }

  @Test func `a greater value is never lower on the axis`() {
    for most in [1, 9, 134, 99_999, 1 << 50] {
      let axis = Axis(most: most)
      var last = 200
      for part in 0...64 {
        let y = axis.y(most / 64 * part)
        #expect(y <= last)
        last = y
      }
    }
  }

  @Test func `bars are as long as their values, and the plan has its mark`() {
    let drawn = String(
      decoding: BarChart(points([3675, 2890, nil]), target: (3675, "≤ 3.675"), text: words).svg ?? [],
      as: UTF8.self)
    #expect(drawn.contains("width=\"340\"") && drawn.contains("width=\"267\""))
    #expect(count("class=\"bar\"", in: drawn) == 2)
    #expect(drawn.contains("<path class=\"tgt\" d=\"M346 8V210\"/>"))
    #expect(drawn.contains("Bảng số liệu ngay bên dưới."))
  }

  @Test func `no chart carries a style or a script`() {
    let drawn = svg(points([1, 2, 3]))
    #expect(!drawn.contains("style=") && !drawn.contains("<script") && !drawn.contains("."[...] + "5\""))
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (-12, "-12"), (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func `whole numbers are written digit by digit`(_ number: Int, _ text: String) {
    var out: [UInt8] = []
    out.append(number: number)
    #expect(String(decoding: out, as: UTF8.self) == text)
  }

  @Test func `escaping agrees with its slow twin`() {
    for text in ["", "a<b", "&amp;", "\"'", "Đạt > 2 %", " %%  % x", "e\u{0301}", "\u{0301}", "👍🏽<"] {
      var out: [UInt8] = []
      out.append(escaped: text)
      let slow = text.map { character -> String in
        switch character {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: String(character)
        }
      }.joined().replacing(" %", with: "\u{A0}%")
      #expect(String(decoding: out, as: UTF8.self) == slow)
    }
  }
}
