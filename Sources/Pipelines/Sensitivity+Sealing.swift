import StageKit
import Tables

extension Schema {
  /// The fields with lineage, and with the sensitivity that follows from it, whatever the stage asked for.
  ///
  /// Nothing but a release makes a column less sensitive; except that what a reduction adds up is no longer personal,
  /// unless the stage says that it still is, since its sums are of so few that they tell of a person.
  /// A column said to come from one that there is not may come from any, and one of which nothing is said from figures too.
  func sealed(
    _ step: String, _ inputs: [Schema], figures: [FigureShape] = [], reducing: Bool = false,
    releasing: Bool = false
  ) -> Schema {
    let known = inputs.flatMap(\.fields)
    let names = Set(known.map(\.name))
    let everything = known.compactMap(\.lineage) + figures.map(Lineage.init)
    var sealed = self
    for (index, field) in fields.enumerated() {
      let sources = field.sources.flatMap { names.isSuperset(of: $0) ? $0 : nil }
      let named = sources.map { sources in known.filter { sources.contains($0.name) }.compactMap(\.lineage) }
      let parents = field.lineage.map { [$0] } ?? named ?? everything
      var sensitivity = parents.reduce(field.sensitivity) { max($0, $1.sensitivity) }
      if reducing, field.lineage == nil, field.role.isSummable {
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
  /// A stage cannot say which columns a figure came from, so all of them count.
  func sealed(_ step: String, _ inputs: PipelineChecker.Inputs) -> FigureShape {
    var worst = FigureShape(sensitivity, path: ["\(step).figures"])
    for input in inputs.all {
      let shapes = (input.shape as? [FigureShape]) ?? (input.shape as? FigureShape).map { [$0] } ?? []
      for shape in shapes where shape.sensitivity > worst.sensitivity {
        worst = FigureShape(shape.sensitivity, path: shape.path + ["\(step).figures"])
      }
      for field in (input.shape as? Schema)?.fields ?? [] where field.sensitivity > worst.sensitivity {
        worst = FigureShape(
          field.sensitivity, path: (field.lineage?.path ?? [field.name]) + ["\(step).figures"])
      }
    }
    return worst
  }
}
