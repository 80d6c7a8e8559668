import Diagnostics
import StageKit
import Standards
import Tables

/// By which standard a step goes, as its options say.
struct StandardChoice {
  /// The id; `nil` for the only one that is valid on the reference date.
  var id: String?
  var place: SourceRange?
  /// The province of the rows.
  var province: String?
  var provincePlace: SourceRange?
  /// Whether parts that are not certain may be used.
  var allowsProvisional: Bool

  /// The standard, in force on the reference date and where the rows are from; what is wrong is noted.
  func chosen(_ plan: inout Planning) -> Standard? {
    let library = plan[StandardLibrary.self]
    let day = plan.pipeline.referenceDate
    guard let standard = named(in: library, &plan) ?? only(of: library, on: day, &plan) else { return nil }
    if let day, !standard.isValid(on: day) {
      plan.report(.standardThen(standard, on: day, library.valid(on: day, in: province), at: place))
      return nil
    }
    if let scope = standard.scope, scope.province != province {
      plan.report(.scope(standard, scope, said: province, at: provincePlace ?? place ?? plan.range))
      return nil
    }
    return standard
  }
  /// Whether parts of a standard may be used; those that may not are noted.
  func allows(_ unsure: [String], of standard: Standard, _ plan: inout Planning) -> Bool {
    guard !allowsProvisional, !unsure.isEmpty else { return true }
    plan.report(.provisional(standard, unsure, at: place ?? plan.range))
    return false
  }
  private func named(in library: StandardLibrary, _ plan: inout Planning) -> Standard? {
    guard let id else { return nil }
    do throws(Diagnostics) { return try library.resolve(id, at: place) } catch {
      plan.report(error)
      return nil
    }
  }
  private func only(of library: StandardLibrary, on day: Day?, _ plan: inout Planning) -> Standard? {
    guard id == nil else { return nil }
    guard let day else {
      plan.report(.standardNotNamed(at: plan.range))
      return nil
    }
    let valid = library.valid(on: day, in: province)
    if valid.count != 1 { plan.report(.standards(valid, on: day, at: plan.range)) }
    return valid.count == 1 ? valid[0] : nil
  }
}
