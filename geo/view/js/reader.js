// The article as it was read, with what was found in it highlighted. It also carries what all views draw.

const HIGHLIGHTS = ["place", "unplaced", "time", "actor", "toll", "trigger", "evidence", "passed-over", "title"];

// One element a segment. A time or place that other highlights cut into several is one stop for the keyboard.
function segmentOf(part, payload, seen) {
  const kinds = part.k || {};
  const names = HIGHLIGHTS.filter((kind) => kinds[kind]);
  if (!names.length && !kinds.event) return document.createTextNode(part.t);
  const time = kinds.time ? payload.times[Number(kinds.time[0])] : null;
  const fresh = !time || !seen.has(kinds.time[0]);
  if (time) seen.add(kinds.time[0]);
  const clickable = kinds.place || kinds.trigger || (time && fresh);
  const node = el("span", {
    class: [...names.map((name) => `is-${name}`), time && time.missing ? "is-undated" : ""].join(" ").trim(),
    text: part.t, title: time ? null : part.h, tabindex: clickable ? "0" : null, role: clickable ? "button" : null,
  });
  node.kinds = kinds;
  return node;
}

// Where dates begin to count from something else.
function headOf(head) {
  return el("details", { class: "mode" }, el("summary", { text: head.words }), el("div", {}, said(head.reason)));
}

function makeReader(root, tell) {
  const body = el("div", { class: "body", tabindex: "0", role: "region", "aria-label": "Article" });
  root.append(body);
  const note = makeNote(root, body);
  let nodes = [];
  let article = null;
  let again = false;

  const load = (payload) => {
    note.close();
    const seen = new Set();
    const parts = payload.paragraphs.map((paragraph) => {
      const line = el("p", { dir: "auto" }, paragraph.parts.map((part) => segmentOf(part, payload, seen)));
      if (paragraph.parts.every((part) => part.k && part.k["passed-over"])) line.classList.add("passed-over");
      if (paragraph.parts.every((part) => part.k && part.k.title)) line.classList.add("title");
      const section = paragraph.section ? el("div", { class: "section", text: paragraph.section }) : null;
      return [section, ...paragraph.heads.map(headOf), line].filter(Boolean);
    });
    // A text that was dated anew is the same text: whoever reads it keeps the place.
    again = article === payload.article;
    const top = again ? body.scrollTop : 0;
    article = payload.article;
    body.replaceChildren(...parts.flat());
    body.scrollTop = top;
    nodes = [...body.querySelectorAll("p > span")];
  };

  const bringIntoView = (node) => {
    const box = body.getBoundingClientRect();
    const at = node.getBoundingClientRect();
    if (at.top < box.top + 20 || at.bottom > box.bottom - 60) {
      body.scrollTo({ top: body.scrollTop + at.top - box.top - box.height / 3, behavior: hub.calm() ? "auto" : "smooth" });
    }
  };

  const pick = (selection) => {
    let first = null;
    const times = new Set(selection.events.map((id) => (hub.event(id) || {}).time).filter(Boolean));
    for (const node of nodes) {
      const inEvent = (node.kinds.event || []).some((id) => selection.events.includes(id));
      const inPlace = Boolean(selection.mark) && (node.kinds.place || []).includes(selection.mark);
      node.classList.toggle("picked", inEvent);
      node.classList.toggle("picked-place", inPlace);
      node.classList.toggle("picked-time", (node.kinds.time || []).some((key) => times.has(key)));
      if (!first && (selection.events.length ? inEvent : inPlace)) first = node;
    }
    if (selection.origin !== "reader") note.close();
    const keep = selection.origin === "reader" || (selection.origin === "start" && again);
    if (first && !keep) bringIntoView(first);
    if (selection.origin !== "start") tell(selection);
  };

  // Leads to the words that something beside the article has named: a time of the table, what tells the date.
  const show = ({ kind, key }) => {
    const found = nodes.filter((node) => (node.kinds[kind] || []).includes(key));
    for (const node of nodes) node.classList.toggle("shown", found.includes(node));
    if (!found.length) return;
    root.scrollIntoView({ block: "nearest", behavior: hub.calm() ? "auto" : "smooth" });
    bringIntoView(found[0]);
    found[0].focus({ preventScroll: true });
    if (found[0].kinds.time) note.toggle(found[0]);
  };

  const choose = (node) => {
    const { event = [], trigger = [], place = [], time = [] } = node.kinds;
    if (trigger.length) return hub.pick({ event: trigger[0] }, "reader");
    if (place.length) {
      const here = event.find((id) => (hub.event(id) || {}).mark === place[0]);
      return hub.pick(here ? { event: here } : { mark: place[0] }, "reader");
    }
    const dated = time.length ? hub.payload.times[Number(time[0])].events : [];
    const seen = [...dated, ...event].filter((id) => hub.event(id));
    if (seen.length) hub.pick({ event: seen.find((id) => hub.visible(hub.event(id))) || seen[0] }, "reader");
    return undefined;
  };

  body.addEventListener("click", (click) => {
    const node = click.target.closest("p > span");
    if (!node || !node.kinds || !node.kinds.time) note.close();
    if (!node || !node.kinds || String(getSelection())) return;
    if (node.kinds.time) note.toggle(node);
    choose(node);
  });
  body.addEventListener("keydown", (press) => {
    if ((press.key === "Enter" || press.key === " ") && press.target.kinds) {
      press.preventDefault();
      if (press.target.kinds.time) note.toggle(press.target);
      choose(press.target);
    } else if (press.key === "Escape") {
      if (note.isOpen()) note.close();
      else hub.pick(null, "reader");
    }
  });

  root.show = show;
  return { load, pick, alive: () => root.isConnected };
}

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  const root = parentElement.querySelector(".reader");
  root.setStateValue = setStateValue;
  root.style.setProperty("--reader-height", `${data.height}px`);
  if (!root.leave) {
    let pending = null;
    const tell = (selection) => {
      clearTimeout(pending);
      pending = setTimeout(() => root.setStateValue("picked", { event: selection.event, mark: selection.mark }), 120);
    };
    root.leave = hub.join(makeReader(root, tell));
  }
  hub.load(data);
  // Every leading has a number of its own: the same one is followed once, however often the page is drawn.
  if (data.jump && data.jump.number !== hub.jumped) {
    hub.jumped = data.jump.number;
    root.show(data.jump);
  }
  return () => {
    if (root.leave) root.leave();
    root.leave = null;
    root.replaceChildren();
  };
}
