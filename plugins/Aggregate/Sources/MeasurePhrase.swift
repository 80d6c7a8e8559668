import Diagnostics

/// What a measure is called in a message.
func measurePhrase(_ measure: String) -> Phrase {
  switch measure {
  case "households": Phrase(vi: "tổng số hộ", en: "households")
  case "poor": Phrase(vi: "hộ nghèo", en: "poor households")
  case "near_poor": Phrase(vi: "hộ cận nghèo", en: "near-poor households")
  case "poor_plus_near": Phrase(vi: "hộ nghèo và cận nghèo", en: "poor and near-poor households")
  default: Phrase(same: measure)
  }
}
