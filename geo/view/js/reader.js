// The article as it was read, with what was found in it highlighted. It also carries what all views draw.

const HIGHLIGHTS = ["place", "unplaced", "time", "actor", "toll", "trigger", "passed-over", "title"];

function segmentOf(part) {
  const kinds = part.k || {};
  const names = HIGHLIGHTS.filter((kind) => kinds[kind]);
  if (!names.length && !kinds.event) return document.createTextNode(part.t);
  const clickable = kinds.place || kinds.trigger;
  const node = el("span", {
    class: names.map((name) => `is-${name}`).join(" "), text: part.t, title: part.h,
    tabindex: clickable ? "0" : null, role: clickable ? "button" : null,
  });
  node.kinds = kinds;
  return node;
}

function makeReader(root, tell) {
  const body = el("div", { class: "body", tabindex: "0", role: "region", "aria-label": "Article" });
  root.append(body);
  let nodes = [];

  const load = (payload) => {
    const parts = payload.paragraphs.map((paragraph) => {
      const line = el("p", { dir: "auto" }, paragraph.parts.map(segmentOf));
      if (paragraph.parts.every((part) => part.k && part.k["passed-over"])) line.classList.add("passed-over");
      if (paragraph.parts.every((part) => part.k && part.k.title)) line.classList.add("title");
      return paragraph.section ? [el("div", { class: "section", text: paragraph.section }), line] : [line];
    });
    body.replaceChildren(...parts.flat());
    body.scrollTop = 0;
    nodes = [...body.querySelectorAll("p > span")];
  };

  const pick = (selection) => {
    let first = null;
    for (const node of nodes) {
      const inEvent = (node.kinds.event || []).some((id) => selection.events.includes(id));
      const inPlace = Boolean(selection.mark) && (node.kinds.place || []).includes(selection.mark);
      node.classList.toggle("picked", inEvent);
      node.classList.toggle("picked-place", inPlace);
      if (!first && (selection.events.length ? inEvent : inPlace)) first = node;
    }
    if (first && selection.origin !== "reader") {
      const box = body.getBoundingClientRect();
      const at = first.getBoundingClientRect();
      if (at.top < box.top + 20 || at.bottom > box.bottom - 60) {
        body.scrollTo({ top: body.scrollTop + at.top - box.top - box.height / 3, behavior: hub.calm() ? "auto" : "smooth" });
      }
    }
    if (selection.origin !== "start") tell(selection);
  };

  const choose = (node) => {
    const { event = [], trigger = [], place = [] } = node.kinds;
    if (trigger.length) return hub.pick({ event: trigger[0] }, "reader");
    if (place.length) {
      const here = event.find((id) => (hub.event(id) || {}).mark === place[0]);
      return hub.pick(here ? { event: here } : { mark: place[0] }, "reader");
    }
    if (event.length) hub.pick({ event: event.find((id) => hub.visible(hub.event(id))) || event[0] }, "reader");
    return undefined;
  };

  body.addEventListener("click", (click) => {
    const node = click.target.closest("p > span");
    if (node && node.kinds && !String(getSelection())) choose(node);
  });
  body.addEventListener("keydown", (press) => {
    if ((press.key === "Enter" || press.key === " ") && press.target.kinds) {
      press.preventDefault();
      choose(press.target);
    } else if (press.key === "Escape") hub.pick(null, "reader");
  });

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
  return () => {
    if (root.leave) root.leave();
    root.leave = null;
    root.replaceChildren();
  };
}
