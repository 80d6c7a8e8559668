import StageKit
import Tables

extension Schema {
  /// The fields with lineage, and with the sensitivity that follows from it, whatever the stage asked for.
  ///
  /// Nothing but a release makes a column less sensitive; except that numbers that a reduction adds up are no longer
  /// personal, unless the stage says that they still are, since its sums are of so few that they tell of a person.
  /// A column said to come from one that there is not may come from any, and one of which nothing is said from figures too.
  /// That it comes from none is believed of constants alone, which are checked when running.
  func sealed(
    _ step: String, _ inputs: [Schema], figures: [FigureShape] = [], reducing: Bool = false,
    releasing: Bool = false
  ) -> Schema {
    let known = inputs.flatMap(\.fields)
    let names = Set(known.map(\.name))
    let everything = known.compactMap(\.lineage) + figures.map(Lineage.init)
    var sealed = self
    for (index, field) in fields.enumerated() {
      let isOfNone = field.sources?.isEmpty == true && field.constants == nil
      let sources = field.sources.flatMap { !isOfNone && names.isSuperset(of: $0) ? $0 : nil }
      let named = sources.map { sources in known.filter { sources.contains($0.name) }.compactMap(\.lineage) }
      let parents = field.lineage.map { [$0] } ?? named ?? everything
      var sensitivity = parents.reduce(field.sensitivity) { max($0, $1.sensitivity) }
      if reducing, field.lineage == nil, field.isSum {
        sensitivity = min(sensitivity, max(.protected, field.sensitivity))
      }
      if releasing, sensitivity == .protected { sensitivity = .public }
      sealed.fields[index].sensitivity = sensitivity
      if let same = field.lineage, same.column == field.name, same.sensitivity == sensitivity { continue }
      sealed.fields[index].lineage = Lineage(
        step: step, column: field.name, sensitivity: sensitivity, parents: parents)
    }
    return sealed
  }
}

extension Field {
  /// Whether it can be what rows add up to: a word cannot, whatever its role.
  fileprivate var isSum: Bool { role.isSummable && ![.text, .date].contains(type) }
}

extension Lineage {
  /// The way of figures, as that of a column.
  fileprivate init(_ figures: FigureShape) {
    let lineage = figures.path.reduce(nil as Lineage?) { before, place in
      let dot = place.lastIndex(of: ".") ?? place.startIndex
      return Lineage(
        step: String(place[..<dot]), column: String(place[dot...].dropFirst()),
        sensitivity: figures.sensitivity,
        parents: before.map { [$0] } ?? [])
    }
    self = lineage ?? Lineage(step: "", column: "figures", sensitivity: figures.sensitivity, parents: [])
  }
}

extension FigureShape {
  /// The shape with the sensitivity of the most guarded input, whatever the stage asked for, and the way from it.
  ///
  /// A stage cannot say which columns a figure or a notice came from, so all of them count. A document that is not public by
  /// its type is the office's.
  func sealed(_ step: String, _ port: String = "figures", _ inputs: PipelineChecker.Inputs) -> FigureShape {
    var worst = FigureShape(sensitivity, path: ["\(step).\(port)"])
    func take(_ sensitivity: Sensitivity, _ path: [String]) {
      if sensitivity > worst.sensitivity {
        worst = FigureShape(sensitivity, path: path + ["\(step).\(port)"])
      }
    }
    for input in inputs.all {
      if let shape = input.guarded { take(shape.sensitivity, shape.path) }
      for field in (input.shape as? Schema)?.fields ?? [] {
        take(field.sensitivity, field.lineage?.path ?? [field.name])
      }
    }
    return worst
  }
}

extension PipelineChecker.Input {
  /// How guarded it is and by which way, unless its columns say so each for itself.
  var guarded: FigureShape? {
    if shape is Schema { return nil }
    if let shape = shape as? FigureShape { return shape }
    if case .document = reference {
      return type is any PublicDocument.Type ? nil : FigureShape(.protected, path: [])
    }
    return taint
  }
}
