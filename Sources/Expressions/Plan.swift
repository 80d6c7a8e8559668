/// A checked expression: what to compute, with every type and scale settled.
///
/// Days are computed with as whole numbers, their `Day.number`.
indirect enum Plan: Sendable {
  case numbers(NumberPlan, scale: Int)
  case texts(TextPlan)
  case bools(BoolPlan)
  /// The column of this index; only compared.
  case doubles(Int)
}

/// How to compute whole numbers: counts, units of decimals, days.
indirect enum NumberPlan: Sendable {
  case column(Int)
  case constant(Int64?)
  /// Both sides times their factor, added or subtracted.
  case sum(Scaled, Scaled, minus: Bool)
  case product(NumberPlan, NumberPlan)
  case negated(NumberPlan)
  case absolute(NumberPlan)
  case scaled(Scaled)
  /// The first times ten to the exponent by the second, half away from zero.
  case quotient(NumberPlan, NumberPlan, exponent: Int)
  /// What is left of the first, both sides times their factor.
  case remainder(Scaled, Scaled)
  /// The least or the greatest.
  case extreme([NumberPlan], greatest: Bool)
  case age(NumberPlan, at: Int32)
  case year(NumberPlan)
  case length(TextPlan)
  case countTrue([BoolPlan])
  case choice(Choice<NumberPlan>)
}

/// Numbers to be multiplied by a power of ten.
struct Scaled: Sendable {
  let plan: NumberPlan
  let factor: Int128
}

/// How to compute texts.
indirect enum TextPlan: Sendable {
  case column(Int)
  case constant([UInt8]?)
  case lower(TextPlan)
  case trim(TextPlan)
  case nameKey(TextPlan)
  case choice(Choice<TextPlan>)
}

/// How to compute answers of yes or no.
indirect enum BoolPlan: Sendable {
  case column(Int)
  case constant(Bool?)
  case comparison(Comparison, Plan, Plan)
  case between(Plan, Plan, Plan)
  case among(Plan, [Plan])
  /// Among sorted constants, in units of the plan; `hasNull` when a missing one is with them.
  case amongNumbers(NumberPlan, [Int64], hasNull: Bool)
  case amongTexts(TextPlan, [[UInt8]], hasNull: Bool)
  case isNull(Plan)
  case like(TextPlan, Pattern)
  case not(BoolPlan)
  case all([BoolPlan])
  case any([BoolPlan])
  case choice(Choice<BoolPlan>)
}

/// The value of the first branch that is taken, else the last.
struct Choice<Value: Sendable>: Sendable {
  /// What says that a branch is taken; `nil` takes the first branch that is not missing.
  let conditions: [BoolPlan]?
  /// One for every condition, and one more.
  let values: [Value]
}
