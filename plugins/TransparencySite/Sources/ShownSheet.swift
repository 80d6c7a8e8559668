import Edits

/// A sheet of rules on the page of edits.
struct ShownSheet: Sendable {
  /// The sheet.
  let sheet: EditSheet
  /// Whether a step of the pipeline checks by it; asked when running, since any step may.
  let isUsed: @Sendable () -> Bool

  /// - Parameters:
  ///   - sheet: The sheet.
  ///   - stages: The stages of the pipeline, since some sheets only describe what a stage does.
  ///   - isRead: Whether a step reads its rules.
  init(_ sheet: EditSheet, stages: Set<String>, isRead: @escaping @Sendable () -> Bool) {
    let carriedOut = sheet.edits.flatMap(\.conditions).filter { $0.name == "stage" }.map(\.text)
    let isCarriedOut = carriedOut.contains(where: stages.contains)
    self.sheet = sheet
    isUsed = { isCarriedOut || isRead() }
  }
}
