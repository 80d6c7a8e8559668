import Diagnostics
import StageKit
import Tables

/// One reading of a source: the batch steps after it, a tree, and whoever takes rows of it, run as one.
///
/// A batch goes through the whole tree while it is in the cache, and every step of it works once, however many take from it.
struct Pass: Sendable {
  /// A batch step of the tree.
  struct Node: Sendable {
    /// The step; empty for one that the engine puts in for itself.
    let step: String
    var use = ""
    /// The node before, which stands before it in the list; `nil` for the source.
    let parent: Int?
    let work: BatchWork.Function
    var mayDrop = true
    /// The column of what it takes by which rejected rows are grouped.
    var group: Int?
    /// The columns of what it gives that are words of the program.
    var constants = ConstantColumns(nil)
  }
  /// One who takes the rows of a node, or of the source when that is `nil`.
  enum Tap: Sendable {
    /// Takes batches in the order of the source.
    case rows(of: Int?)
    /// Adds all batches up.
    case state(any ReduceState, of: Int?)
    var node: Int? {
      switch self {
      case .rows(let node), .state(_, let node): node
      }
    }
  }
  var reader: any SourceReader
  /// The step that the reader is of; empty when it reads a table that a step has given.
  var source = ""
  var files: ProjectFiles
  var width: Int
  var nodes: [Node] = []
  var taps: [Tap] = []
  /// What else is to be done now and then, by whoever works on a piece.
  var besides: @Sendable () -> Void = {}

  /// What a piece has given to each tap.
  private struct Done: Sendable {
    var batches: [[Batch]]
    var findings = Findings()
    var fault: StageError?
  }

  /// Reads the source to its end.
  ///
  /// Each worker has states of its own; by the law of states it does not matter which.
  ///
  /// - Parameters:
  ///   - note: Takes what was found in each piece, in the order of pieces.
  ///   - deliver: Takes the batches of a tap, in the order of the source; the taps one after another.
  ///   - atEnd: Is told when all rows are through, and states are still to be joined.
  /// - Returns: The whole state of each tap that adds up.
  /// - Throws: What the source could not read, that a stage lost rows, or what the functions given throw.
  func run(
    note: (Findings) throws(StageError) -> Void,
    deliver: (_ tap: Int, [Batch]) async throws(StageError) -> Void,
    atEnd: () throws(StageError) -> Void = { () throws(StageError) in }
  ) async throws(StageError) -> [(any ReduceState)?] {
    var first = Findings()
    // One that never gets any rows is known to have had none.
    for step in steps { first.count(in: 0, out: 0, of: step) }
    try note(first)
    let pool = Pool<[(any ReduceState)?]>()
    try await opened(reader, pool) { (done) throws(StageError) in
      if let fault = done.fault { throw fault }
      try note(done.findings)
      for (tap, batches) in done.batches.enumerated() where !batches.isEmpty {
        try await deliver(tap, batches)
      }
    }
    try atEnd()
    // The first is taken as it is: to add it to nothing would copy all that it knows.
    var whole = pool.take() ?? empty
    while let states = pool.take() {
      for (tap, state) in states.enumerated() {
        if let state { whole[tap]?.join(state) }
      }
    }
    return whole
  }

  /// The steps that take part, without those that the engine puts in.
  var steps: [String] { ([source] + nodes.map(\.step)).filter { !$0.isEmpty } }
  private var empty: [(any ReduceState)?] {
    taps.map { if case .state(let state, _) = $0 { state } else { nil } }
  }

  /// Opens the reader's type once, outside every loop.
  private func opened<R: SourceReader>(
    _ reader: R, _ pool: Pool<[(any ReduceState)?]>, deliver: (Done) async throws(StageError) -> Void
  ) async throws(StageError) {
    let tree = Tree(self)
    let (source, besides) = (source, besides)
    let empty = empty
    try await inOrder(reader, files: files, width: width) { piece in
      var done = Done(batches: tree.noBatches)
      var states = pool.take() ?? empty
      var findings = Findings(step: source)
      var count = 0
      reader.decode(piece, &findings) { batch, findings in
        count += batch.count
        tree.take(batch, of: nil, &states, &done, &findings)
        findings.step = source
      }
      pool.put(&states, leaving: [])
      if findings.hasRejections, let (start, bytes) = reader.original(piece) {
        findings.keepOriginals(from: start, bytes)
      }
      if !source.isEmpty {
        let found = findings.steps[source]
        let others = (found?.rowsRejected ?? 0) + (found?.rowsDropped ?? 0)
        findings.count(in: count + others, out: count, of: source)
      }
      done.findings = findings
      besides()
      return done
    } deliver: { (done: Done) throws(StageError) in
      try await deliver(done)
    }
  }

  /// The tree as it is walked: who comes after whom.
  private struct Tree: Sendable {
    private let nodes: [Node]
    private var children: [[Int]]
    private var takers: [[Int]]
    let noBatches: [[Batch]]

    init(_ pass: Pass) {
      nodes = pass.nodes
      noBatches = pass.taps.map { _ in [] }
      // The source is the first, the nodes follow.
      children = Array(repeating: [], count: nodes.count + 1)
      takers = children
      for (index, node) in nodes.enumerated() { children[(node.parent ?? -1) + 1].append(index) }
      for (index, tap) in pass.taps.enumerated() { takers[(tap.node ?? -1) + 1].append(index) }
    }
    /// Gives a batch to all who take from a node.
    func take(
      _ batch: Batch, of node: Int?, _ states: inout [(any ReduceState)?], _ done: inout Done,
      _ findings: inout Findings
    ) {
      let place = (node ?? -1) + 1
      for tap in takers[place] {
        if states[tap] == nil { done.batches[tap].append(batch) } else { states[tap]?.add(batch) }
      }
      for child in children[place] {
        let out = run(nodes[child], batch, &done, &findings)
        take(out, of: child, &states, &done, &findings)
      }
    }
    private func run(_ node: Node, _ batch: Batch, _ done: inout Done, _ findings: inout Findings) -> Batch {
      guard !node.step.isEmpty else { return node.work(batch, &findings) }
      findings.enter(node.step, groupedBy: node.group)
      let out = node.work(batch, &findings)
      let left = batch.count - out.count - findings.rejectedCount
      findings.count(in: batch.count, out: out.count, of: node.step)
      findings.count(dropped: left, of: node.step)
      if left < 0 || left > 0 && !node.mayDrop, done.fault == nil {
        done.fault = .wrongBalance(node, read: batch.count, kept: out.count, rejected: findings.rejectedCount)
      }
      if done.fault == nil, let column = node.constants.broken(by: out) {
        done.fault = .notConstant(column, step: node.step)
      }
      return out
    }
  }
}

extension StageError {
  /// A stage lost rows, or made some: its author's mistake.
  fileprivate static func wrongBalance(_ node: Pass.Node, read: Int, kept: Int, rejected: Int) -> StageError {
    StageError(
      Phrase(
        vi:
          "công đoạn '\(node.use)' (bước '\(node.step)') tính sai: nhận \(read) dòng, giữ \(kept), loại \(rejected)",
        en:
          "the stage '\(node.use)' (step '\(node.step)') does not add up: \(read) rows in, \(kept) kept, \(rejected) rejected"
      ),
      hint: Phrase(
        vi: "đây là lỗi của công đoạn, không phải của số liệu; báo cho người viết công đoạn",
        en: "the mistake is in the stage, not in the data; tell the author of the stage"))
  }
}

extension ReduceState {
  /// Adds what another of the same type knows.
  fileprivate mutating func join(_ other: any ReduceState) {
    if let other = other as? Self { merge(other) }
  }
}
