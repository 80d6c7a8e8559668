import Diagnostics
import Disclosure
import Figures
import Tables

/// A plan of Cà Mau with a target of every kind that pages show in a way of its own.
let examplePlan = """
  plan: mau-2024
  name: "Kế hoạch giảm nghèo năm 2024 của tỉnh Cà Mau"
  short_name: "Cà Mau 2024"
  issuer: "Ủy ban nhân dân tỉnh Cà Mau"
  unit: "96"
  level: province
  period: { from: 2024-01-01, to: 2024-12-31 }
  standard: vn-2022
  source: { title: "Bài đăng", url: "https://example.org/ke-hoach" }
  targets:
    - id: T-01
      title: "Tỷ lệ hộ nghèo cuối năm"
      place: "đoạn 1"
      population: "tổng số hộ"
      kind: level
      measure: poor_rate
      unit: percent
      below: 2.5
      baseline: 2023-12-31
      readings:
        - name: "đúng con số đã ghi"
        - name: "ở mức làm tròn đã ghi"
          precision: stated
    - id: T-02
      title: "Số hộ nghèo giảm trong năm"
      place: "đoạn 2"
      population: "hộ nghèo"
      kind: change
      measure: poor
      unit: households
      at_least: 1225
      toward: down
      baseline: 2023-12-31
      part_of: T-01
    - id: T-03
      title: "Hộ có thẻ bảo hiểm y tế"
      place: "đoạn 3"
      population: "hộ nghèo"
      kind: level
      measure: insured_poor
      all: true
      inferred: true
    - id: T-04
      title: "Tuyên truyền"
      place: "đoạn 4"
      kind: activity
    - id: T-05
      title: "Hỗ trợ nhà ở"
      place: "đoạn 5"
      kind: entitlement
      amount: 40
      unit: million_dong
      parts:
        - { name: "ngân sách", value: 30 }
        - { name: "quỹ", value: 10 }
    - id: T-06
      title: "Hộ nghèo dân tộc Khmer"
      place: "đoạn 6"
      population: "hộ dân tộc Khmer"
      kind: level
      measure: poor
      group: "ethnicity:khmer"
      unit: households
      at_most: 100
  checks:
    - { id: c1, level_rate: T-01, cut_count: T-02 }
  """

/// Cà Mau from 2020 to 2024: two standards, two sources, a derived rate, a ratio, and a group that is withheld.
let caMau = "96@2004-08-31"
let exampleFigures = [
  figure(caMau, "2020-12-31", "poor", .amount(4700), standard: "vn-2016"),
  figure(caMau, "2021-12-31", "poor", .amount(9604)),
  figure(caMau, "2023-12-31", "poor", .amount(4900)),
  figure(
    caMau, "2023-12-31", "poor_rate", .printed(number("1.59")), grade: .derived, note: "4.900 trên tổng ngụ ý"
  ),
  figure(caMau, "2024-12-31", "poor", .amount(2900)),
  figure(
    caMau, "2024-12-31", "poor", .amount(2890), grade: .press, precedence: 1,
    source: "https://example.org/bao"),
  figure(caMau, "2024-12-31", "poor_rate", .ratio(numerator: 24_996, denominator: 1_000_000)),
  figure(caMau, "2024-12-31", "poor", .amount(77), group: "ethnicity:khmer"),
]
/// Everything but the figures of a group.
let exampleGrounds = [
  PublicGround(
    measures: ["poor", "poor_rate"], groups: ["all"],
    reason: Phrase(vi: "Luật Tiếp cận thông tin", en: "Law on access to information"))
]
