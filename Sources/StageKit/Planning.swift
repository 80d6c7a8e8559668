public import Diagnostics
public import Tables

/// What a stage sees and says while its step is planned.
///
/// Nothing is read here but the small documents that options name.
///
/// Looking a column up never fails: what is wrong is noted, a stand-in is given, and the work that holds it never runs.
/// So a stage reports all its mistakes without one `try`.
public struct Planning {
  /// The step's `id`.
  public let step: String
  /// Where the step was written: the word after `use:`.
  public let range: SourceRange?
  /// The pipeline the step is in.
  public let pipeline: PipelineInfo
  package private(set) var problems = Diagnostics()
  private let resources: [ObjectIdentifier: any Resource]
  private let loader: DocumentLoader
  /// What is known of the side tables, by port.
  package var sideShapes: [String: any Sendable] = [:]
  /// The ids of the steps that are joined to each port.
  package var sideSteps: [String: [String]] = [:]
  /// The keys of documents that could not be read, which has been noted.
  private let unreadable: Set<String>
  package init(
    step: String, range: SourceRange?, pipeline: PipelineInfo, loader: DocumentLoader,
    resources: [ObjectIdentifier: any Resource] = [:], unreadable: Set<String> = []
  ) {
    (self.step, self.range, self.pipeline) = (step, range, pipeline)
    (self.loader, self.resources, self.unreadable) = (loader, resources, unreadable)
  }

  /// Notes a mistake.
  public mutating func report(_ diagnostic: Diagnostic) { problems.add(diagnostic) }
  /// Notes mistakes.
  public mutating func report(_ diagnostics: Diagnostics) { problems.add(diagnostics) }

  /// The resource of a type that the stage lists in `resources`.
  public subscript<R: Resource>(_: R.Type) -> R {
    guard let resource = resources[ObjectIdentifier(R.self)] as? R else {
      preconditionFailure("list \(R.self) in the stage's `resources`")
    }
    return resource
  }
  /// The resource of a type that the stage lists in `optionalResources`: what `defaults:` names, else what the program brings;
  /// `nil` when there is none, which has then been noted.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - range: The option that asks for it.
  /// - Returns: The document, read once a run.
  public mutating func resource<R: Resource>(_ type: R.Type, at range: SourceRange?) -> R? {
    if let known = resources[ObjectIdentifier(R.self)] as? R { return known }
    guard !unreadable.contains(R.key) else { return nil }
    if let path = R.builtIn {
      do { return try loader.load(type, Path(path, at: range)) } catch {
        problems.add(error)
        return nil
      }
    }
    report(
      Diagnostic(
        "pipeline.resource",
        Phrase(vi: "cần mục \(R.key): trong defaults", en: "this needs `\(R.key):` under `defaults:`"),
        at: range))
    return nil
  }
  /// The ids of the steps that are joined to a port of side tables, in the order of its tables.
  public func steps<Sides: Ports>(joinedTo port: KeyPath<Sides, Port<Many<Table>>>) -> [String] {
    sideSteps[Sides.named().ports[keyPath: port].name] ?? []
  }
  /// What is known of the side tables of a batch or keyed stage.
  public func sides<Sides: Ports>(_: Sides.Type) -> Shapes<Sides> {
    var shapes = Shapes<Sides>()
    shapes.byName = sideShapes
    return shapes
  }
  /// The document an option names, read once a run; `nil` when it is wrong, which has then been noted.
  public mutating func document<R: Resource>(_ path: DocumentPath<R>) -> R? {
    do { return try loader.load(R.self, path.path) } catch {
      problems.add(error)
      return nil
    }
  }
  /// Whether some step reads the file of a document as something else: rules that are shown to readers here are those that
  /// a step checks by.
  ///
  /// - Returns: What is to be asked when running, since steps that are planned later read their documents then.
  public func isReadOtherwise<R: Resource>(_ path: DocumentPath<R>) -> @Sendable () -> Bool {
    let loader = loader
    return {
      do throws(Diagnostics) { return try loader.isRead(path.path, asOtherThan: R.self) } catch {
        return false
      }
    }
  }
  /// A path of an option as `ProjectFiles` takes it; `nil` when it leaves the project, which has then been noted.
  public mutating func file(_ path: Path) -> String? {
    do { return try loader.files.resolved(path) } catch {
      problems.add(error)
      return nil
    }
  }
  /// The files of a path whose last part may hold `*`, sorted by name; what is not there is noted.
  public mutating func files(matching path: Path) -> [String] {
    do { return try loader.files.matching(path) } catch {
      problems.add(error)
      return []
    }
  }
  /// Finds a column whose cells are read as `C`; an unknown name is reported where it was written.
  public mutating func column<C: Cell>(_ name: ColumnName, in schema: Schema, as _: C.Type = C.self)
    -> ColumnRef<C>
  {
    let standIn = ColumnRef<C>(index: -1, field: Field(name.text, C.example, .label))
    guard let found = column(name, in: schema) else { return standIn }
    guard C.accepts(found.field.type) else {
      report(
        Diagnostic(
          "plan.column-type",
          Phrase(
            vi: "cột '\(name.text)' là \(found.field.type.phrase.vi), cần \(C.example.phrase.vi)",
            en: "column '\(name.text)' is \(found.field.type.phrase.en), and \(C.example.phrase.en) is needed"
          ),
          at: name.range))
      return standIn
    }
    return ColumnRef(index: found.index, field: found.field)
  }
  /// Finds a column of any type.
  public mutating func column(_ name: ColumnName, in schema: Schema) -> (index: Int, field: Field)? {
    guard let index = schema.index(of: name.text) else {
      report(
        Diagnostic(
          "plan.unknown-column", Phrase(vi: "không có cột '\(name.text)'", en: "no column '\(name.text)'"),
          at: name.range,
          hint: schema.names.suggestion(for: name.text)))
      return nil
    }
    return (index, schema.fields[index])
  }
  /// Finds a column that may be added up; one that may not, such as a rate, is reported.
  public mutating func summable(_ name: ColumnName, in schema: Schema) -> (index: Int, field: Field)? {
    guard let found = column(name, in: schema) else { return nil }
    if case .rate(let numerator, let denominator) = found.field.role {
      report(
        Diagnostic(
          "plan.sum-of-rate",
          Phrase(
            vi: "'\(name.text)' là tỷ lệ, không được cộng các tỷ lệ",
            en: "'\(name.text)' is a rate, and rates are not added up"), at: name.range,
          hint: numerator.isEmpty
            ? nil
            : Phrase(
              vi: "cộng '\(numerator)' và '\(denominator)' rồi chia",
              en: "add up '\(numerator)' and '\(denominator)', and divide")))
      return nil
    }
    guard found.field.role.isSummable else {
      report(
        Diagnostic(
          "plan.not-summable",
          Phrase(
            vi: "cột '\(name.text)' là \(found.field.role.phrase.vi), không được cộng",
            en: "column '\(name.text)' is \(found.field.role.phrase.en), which is not added up"),
          at: name.range))
      return nil
    }
    guard ![.double, .text, .date].contains(found.field.type) else {
      report(
        Diagnostic(
          "plan.not-summable",
          Phrase(
            vi: "cột '\(name.text)' là \(found.field.type.phrase.vi), không cộng chính xác được",
            en: "column '\(name.text)' is \(found.field.type.phrase.en), which cannot be added up exactly"),
          at: name.range))
      return nil
    }
    return found
  }
}
