// What the checks ask a page in the browser; every list has {what, where} for a fault.
({
  where(element) {
    const names = [];
    const top = document.documentElement;
    for (let node = element; node && node !== top && names.length < 4; node = node.parentElement) {
      const classes = [...node.classList].map((name) => "." + name).join("");
      names.unshift(node.localName + (node.id ? "#" + node.id : classes));
      if (node.id) break;
    }
    return names.join(" > ");
  },

  // The page is no wider than the window; a box that scrolls by itself may hold what is wider.
  overflow() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (node) => node && (getComputedStyle(node).overflowX !== "visible"
      || scrolls(node.parentElement));
    const wide = [...document.body.querySelectorAll("*")]
      .filter((node) => node.getBoundingClientRect().right > width + 1 && !scrolls(node.parentElement))
      .filter((node) => ![...node.children].some((child) => child.getBoundingClientRect().right > width + 1));
    const what = `the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`;
    const named = wide.length ? wide.slice(0, 3) : [document.body];
    return named.map((node) => ({ what, where: this.where(node) }));
  },

  // No box cuts its text or lets it run over what follows; no words leave their chart.
  cut() {
    const faults = [];
    for (const node of document.body.querySelectorAll("*")) {
      if (node.closest("svg") || !node.clientHeight || !node.textContent.trim()) continue;
      const style = getComputedStyle(node);
      const free = (axis) => axis === "auto" || axis === "scroll";
      const tall = !free(style.overflowY) && node.scrollHeight > node.clientHeight + 2;
      const wide = ["hidden", "clip"].includes(style.overflowX) && node.scrollWidth > node.clientWidth + 1;
      if (tall || wide) faults.push({ what: "text does not fit its box", where: this.where(node) });
    }
    for (const text of document.querySelectorAll("svg text")) {
      const chart = text.ownerSVGElement;
      const page = { left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity };
      const inner = text.getBoundingClientRect();
      // A chart that lets its words stand outside cuts them only where the page ends.
      const outer = getComputedStyle(chart).overflow === "visible" ? page : chart.getBoundingClientRect();
      const out = Math.max(outer.left - inner.left, inner.right - outer.right, inner.bottom - outer.bottom,
        outer.top - inner.top);
      if (out > 1) faults.push({ what: `words leave the chart by ${Math.ceil(out)} px: ${text.textContent}`,
        where: this.where(chart) });
    }
    return faults;
  },

  // WCAG 2.2, 1.4.12: the reader's own distances.
  space() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  },
  unspace() { document.adoptedStyleSheets = []; },

  // WCAG 2.2, 2.5.8: what is clicked is 24 px high and wide, or part of a line of text.
  targets() {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary");
    return [...all].filter((node) => node.checkVisibility() && getComputedStyle(node).display !== "inline")
      .map((node) => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 23.9 || box.width < 23.9)
      .map(({ node, box }) => ({ where: `${this.where(node)}: ${node.textContent.trim()}`,
        what: `a target of ${Math.round(box.width)} × ${Math.round(box.height)} px` }));
  },

  content() {
    return {
      tables: document.querySelectorAll("table").length,
      pictures: document.querySelectorAll("svg").length,
      letters: document.body.innerText.length,
    };
  },

  // The sum of all shifts, after enough frames for what comes late.
  async shift() {
    const observed = [];
    const observer = new PerformanceObserver((list) => observed.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    for (let frame = 0; frame < 6; frame++) await new Promise((done) => requestAnimationFrame(done));
    observed.push(...observer.takeRecords());
    return observed.reduce((sum, entry) => sum + (entry.hadRecentInput ? 0 : entry.value), 0);
  },

  // Where the browser itself says that links and files lead, and whether the style sheets came.
  addresses() {
    const nodes = [...document.querySelectorAll("a[href], link[href], img[src], script[src]")];
    return {
      all: nodes.map((node) => ({ value: node.href || node.src, followed: node.localName === "a"
        || node.rel === "canonical" })),
      sheets: [...document.querySelectorAll("link[rel=stylesheet]")].filter((node) => !node.sheet)
        .map((node) => node.getAttribute("href")),
    };
  },

  // The element that has the focus: whether it can be seen, and where it stands about `main`.
  focus() {
    const node = document.activeElement;
    const main = document.querySelector("main");
    const box = node.getBoundingClientRect();
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    return {
      tag: node.localName,
      href: node.getAttribute("href") || "",
      visible: box.width > 0 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth,
      pastMain: !!main && node !== document.body
        && (node === main || !!(main.compareDocumentPosition(node) & after)),
    };
  },
})
