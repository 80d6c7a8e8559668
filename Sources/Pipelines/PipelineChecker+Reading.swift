import StageKit
import YAML

// What can still be checked of a file in which keys of the engine are wrong, so that all mistakes are told in one pass.
extension PipelineFields {
  /// The fields but for the steps and for keys that there are not; `nil` when one of them is wrong.
  ///
  /// Nothing is taken in the place of a value that is wrong: stages would be told of what nobody wrote.
  static func withoutSteps(_ root: Node) -> PipelineFields? {
    let known = ["pipeline", "params", "env", "site", "edition", "defaults", "quarantine"]
    let pairs = (root.pairs ?? []).filter { known.contains($0.key.scalar ?? "") }
    let steps = (key: Node(.scalar("steps", plain: true), root.range), value: Node(.sequence([]), root.range))
    do { return try decoded(from: Node(.mapping(pairs + [steps]), root.range)) } catch { return nil }
  }
}

extension StepFields {
  /// The steps of a file, each with whether it could be read whole; of one that could not only its name stands.
  static func readable(_ root: Node) -> [(step: StepFields, isWhole: Bool)] {
    (root["steps"]?.items ?? []).compactMap { node in
      do { return (try decoded(from: node), true) } catch {}
      let use = (key: Node(.scalar("use", plain: true), node.range), value: node.named("use"))
      var pairs = [use]
      if node["id"]?.scalar != nil {
        pairs.append((Node(.scalar("id", plain: true), node.range), node.named("id")))
      }
      do { return (try decoded(from: Node(.mapping(pairs), node.range)), false) } catch { return nil }
    }
  }
}

extension Node {
  fileprivate func named(_ key: String) -> Node {
    Node(.scalar(self[key]?.scalar ?? "", plain: true), self[key]?.range ?? range)
  }
}
