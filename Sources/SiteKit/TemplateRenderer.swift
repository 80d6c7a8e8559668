import Charts
import Diagnostics

/// Fills one template for one page.
///
/// - Complexity: O(operations done + bytes written); a field is one dictionary look-up.
struct TemplateRenderer {
  let template: Template
  let theme: Theme
  let page: Page
  private var slots: [TemplateValue]
  private var loops: [(items: [TemplateValue], index: Int)]

  init(_ template: Template, _ page: Page, _ theme: Theme) {
    (self.template, self.page, self.theme) = (template, page, theme)
    slots = Array(repeating: .nothing, count: template.slots)
    loops = Array(repeating: ([], 0), count: template.slots)
  }

  /// Appends the page to `out`.
  ///
  /// - Throws: `template.unknown-field`, `template.not-text`, `template.not-list`, `template.unknown-icon`, `template.unknown-word`.
  mutating func render(to out: inout [UInt8]) throws(Diagnostics) {
    var at = 0
    while at < template.operations.count {
      let operation = template.operations[at]
      at += 1
      switch operation {
      case .literal(let range): out += template.literals[range]
      case .value(let path): try write(path, &out)
      case .word(let path): try writeWord(path, &out)
      case .link(let path): out.append(escaped: page.path.link(to: try text(path)))
      case .linkTo(let target): out.append(escaped: page.path.link(to: target))
      case .icon(let path): try writeIcon(path, &out)
      case .enter(let list, let slot, let exit): at = try enter(list, slot) ? at : exit
      case .next(let slot, let body): if advance(slot) { at = body }
      case .unless(let path, let negated, let target):
        if try value(path).holds == negated { at = target }
      case .jump(let target): at = target
      case .bind(let slot, let path): slots[slot] = try value(path)
      case .bindText(let slot, let text): slots[slot] = .text(text)
      }
    }
  }

  private mutating func enter(_ list: Int, _ slot: Int) throws(Diagnostics) -> Bool {
    let items: [TemplateValue]
    switch try value(list) {
    case .list(let found): items = found
    case .nothing: items = []
    case .text, .html, .flag, .record: throw Diagnostics(.notList(template.paths[list]))
    }
    loops[slot] = (items, 0)
    guard let first = items.first else { return false }
    slots[slot] = first
    return true
  }
  private mutating func advance(_ slot: Int) -> Bool {
    loops[slot].index += 1
    guard loops[slot].index < loops[slot].items.count else { return false }
    slots[slot] = loops[slot].items[loops[slot].index]
    return true
  }
  private func write(_ path: Int, _ out: inout [UInt8]) throws(Diagnostics) {
    switch try value(path) {
    case .text(let text): out.append(escaped: text)
    case .html(let bytes): out += bytes
    case .nothing: break
    case .flag, .list, .record: throw Diagnostics(.notText(template.paths[path]))
    }
  }
  private func writeWord(_ path: Int, _ out: inout [UInt8]) throws(Diagnostics) {
    let key = try text(path)
    guard let word = theme.words(key) else {
      throw Diagnostics(.unknownWord(key, in: theme.words, at: template.paths[path].range))
    }
    out.append(escaped: word)
  }
  private func writeIcon(_ path: Int, _ out: inout [UInt8]) throws(Diagnostics) {
    let name = try text(path)
    guard let icon = theme.icons[name] else {
      throw Diagnostics(.unknownIcon(name, of: theme.icons.keys.sorted(), at: template.paths[path].range))
    }
    out += icon
  }
  private func text(_ path: Int) throws(Diagnostics) -> String {
    guard case .text(let text) = try value(path) else {
      throw Diagnostics(.notText(template.paths[path]))
    }
    return text
  }
  private func value(_ index: Int) throws(Diagnostics) -> TemplateValue {
    let path = template.paths[index]
    var value = path.slot.map { slots[$0] } ?? .nothing
    var names = path.names[...]
    if path.slot == nil, let name = names.popFirst() {
      guard let field = page.fields[name] ?? theme.common[name] else {
        throw Diagnostics(
          .unknownField(name, of: (Array(page.fields.keys) + theme.common.keys).sorted(), at: path.range))
      }
      value = field
    }
    for name in names {
      guard case .record(let fields) = value, let field = fields[name] else {
        throw Diagnostics(.unknownField(name, in: value, at: path.range))
      }
      value = field
    }
    return value
  }
}
