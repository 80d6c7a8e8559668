import Diagnostics
import StageKit

/// Which of the six kinds a stage is of, and its ports.
enum StageKind: String, Sendable, CaseIterable {
  case source, batch, keyed, reduce, table, sink

  /// The kind of a stage type.
  init(_ type: any Stage.Type) {
    switch type {
    case is any SourceStage.Type: self = .source
    case is any BatchStage.Type: self = .batch
    case is any KeyedStage.Type: self = .keyed
    case is any ReduceStage.Type: self = .reduce
    case is any SinkStage.Type: self = .sink
    case is any TableStage.Type: self = .table
    default: preconditionFailure("\(type) conforms to no kind of stage")
    }
  }

  /// What the kind does.
  var meaning: Phrase {
    switch self {
    case .source: Phrase(vi: "nguồn: đọc vào từng phần", en: "source: reads, piece by piece")
    case .batch: Phrase(vi: "theo lô: đổi từng lô dòng", en: "batch: turns batches of rows into batches")
    case .keyed:
      Phrase(
        vi: "theo khóa: đổi từng lô dòng, biết khóa nào lặp lại và có trong bảng khác hay không",
        en: "keyed: turns batches into batches, knowing which keys occur again or in other tables")
    case .reduce:
      Phrase(vi: "gộp: mọi dòng thành một bảng nhỏ", en: "reduce: turns all rows into a small table")
    case .table: Phrase(vi: "bảng: nhận và cho bảng nhỏ", en: "table: takes and gives small tables")
    case .sink: Phrase(vi: "đầu ra: ghi tệp", en: "sink: writes files")
    }
  }
}

/// One input or output of a stage, as it is told to people.
struct PortText: Sendable {
  /// The name used in `from:`.
  let name: String
  /// What travels through it.
  let kind: Phrase
  /// What it is for.
  let meaning: Phrase

  init(_ port: any AnyPort) {
    let many = port.type is any AnyMany.Type
    name = port.name
    meaning = port.meaning
    let optional = port.atLeast == 0
    kind = Phrase(
      vi: port.type.kind.vi + (many ? ", nhiều bước" : "") + (optional ? ", có thể để trống" : ""),
      en: port.type.kind.en + (many ? ", several steps" : "") + (optional ? ", may be left out" : ""))
  }
  private init(rows name: String, _ meaning: Phrase) {
    (self.name, self.meaning, kind) = (name, meaning, Rows.kind)
  }

  /// The inputs and outputs of a stage.
  static func ports(of type: any Stage.Type) -> (inputs: [PortText], outputs: [PortText]) {
    let taken = PortText(
      rows: "table", Phrase(vi: "Các dòng của bước trước.", en: "The rows of the step before."))
    let given = PortText(rows: "table", Phrase(vi: "Các dòng kết quả.", en: "The rows it gives."))
    if let type = type as? any TableStage.Type { return tablePorts(type) }
    if let type = type as? any SinkStage.Type { return (sinkPorts(type), []) }
    if let type = type as? any BatchStage.Type { return ([taken] + sidePorts(type), [given]) }
    if let type = type as? any KeyedStage.Type { return ([taken] + sidePorts(type), [given]) }
    return type is any SourceStage.Type ? ([], [given]) : ([taken], [given])
  }
  private static func tablePorts<S: TableStage>(_: S.Type) -> (inputs: [PortText], outputs: [PortText]) {
    (S.Inputs.named().all.map { PortText($0) }, S.Outputs.named().all.map { PortText($0) })
  }
  private static func sidePorts<S: BatchStage>(_: S.Type) -> [PortText] {
    S.Sides.named().all.map { PortText($0) }
  }
  private static func sidePorts<S: KeyedStage>(_: S.Type) -> [PortText] {
    S.Sides.named().all.map { PortText($0) }
  }
  private static func sinkPorts<S: SinkStage>(_: S.Type) -> [PortText] {
    S.Inputs.named().all.map { PortText($0) }
  }
}
