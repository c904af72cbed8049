// The timeline: a card an event, under headings by day, in the order they happened.

const EMPTY = "No event was found in this article.";

function cardOf(event, payload) {
  const where = event.where
    ? el("span", { class: "where" }, said(event.where),
        event.wherePrecision && event.wherePrecision !== "exact place"
          ? el("span", { class: "soft", text: ` · ${event.wherePrecision}` }) : null)
    : el("span", { class: "where missing" }, "Not on the map: ", said(event.unplaced));
  const actors = event.actors.length
    ? el("div", { class: "actors" }, event.actors.map((actor) =>
        el("span", {}, el("span", { class: "soft", text: `${actor.side} ` }), said(actor.name, "actor"))))
    : null;
  return el("div", {
    class: `card status-${event.status}`, role: "option", tabindex: "-1", "data-event": event.id,
    "aria-selected": "false", style: `--family: var(--dl-family-${event.family})`,
  },
    el("div", { class: "top" },
      shapePicture(payload.tokens, event.family, event.status === "claimed", 17),
      el("span", { class: "category" }, said(event.category)),
      statusChips(event)),
    event.subtype && event.subtype !== event.category ? el("div", { class: "type", text: event.subtype }) : null,
    whenOf(event),
    where,
    event.toll.length ? el("div", { class: "toll" }, event.toll.map((words) => el("div", {}, said(words)))) : null,
    actors,
    event.saidBy ? el("div", { class: "soft" }, "According to ", said(event.saidBy)) : null,
    quoted(event.quotes[0], "sentence"),
    event.quotes.length > 1 ? el("div", { class: "soft", text: `and in ${event.quotes.length - 1} more ${event.quotes.length > 2 ? "sentences" : "sentence"}` }) : null,
    event.reasons.time ? el("div", { class: "why soft" }, el("b", { text: "Why this date: " }), said(event.reasons.time)) : null,
  );
}

// When it was, in the words of the text, and whose clocks they mean. The heading above has told the days already.
function whenOf(event) {
  const phrase = event.phrase && !event.when.includes(event.phrase)
    ? el("span", { class: "soft" }, " “", said(event.phrase), "”") : null;
  const days = event.when !== event.day ? said(event.when) : null;
  const untold = event.whenKind === "stand-in"
    ? el("span", { class: "chip chip-untold", text: "Day not told", title: event.reasons.time }) : null;
  if (!phrase && !days && !untold) return null;
  return el("div", { class: "when" }, days, phrase, untold,
    event.zone ? el("div", { class: "soft zone" }, said(event.zone)) : null);
}

function makeTimeline(root, narrow) {
  const head = el("div", { class: "head" });
  const list = el("div", { class: "list", role: "listbox", tabindex: "0", "aria-label": "Events in order" });
  root.append(head, list);
  let cards = new Map();
  let article = null;

  const drawHead = (payload) => {
    const counts = {};
    for (const event of payload.events) counts[event.status] = (counts[event.status] || 0) + 1;
    const shown = payload.events.filter(hub.visible).length;
    const order = el("button", {
      class: "order", type: "button",
      title: hub.filter.newest ? "Show the oldest first" : "Show the newest first",
      on: { click: () => hub.refilter((filter) => { filter.newest = !filter.newest; }) },
    }, el("span", { text: hub.filter.newest ? "Newest first ↑" : "Oldest first ↓" }));
    const chips = payload.statuses.filter((status) => counts[status.key]).map((status) =>
      el("button", {
        class: "filter", type: "button", title: status.hint,
        "aria-pressed": String(hub.filter.statuses.has(status.key)),
        on: { click: () => hub.refilter(({ statuses }) => {
          if (!statuses.delete(status.key)) statuses.add(status.key);
        }) },
      }, `${status.label} `, el("b", { text: counts[status.key] })));
    head.replaceChildren(
      el("div", { class: "row" },
        el("h2", { text: "Timeline" }),
        el("span", { class: "soft count", role: "status", text: `${shown} of ${payload.events.length} shown` })),
      payload.events.length ? el("div", { class: "row" },
        el("span", { class: "soft", text: payload.dated ? "In the order they happened" : "In the order they are told" }),
        payload.events.some((event) => event.whenKind !== "none") ? order : null) : "",
      el("div", { class: "chips", role: "group", "aria-label": "Which events are shown" }, chips),
      payload.dated || !payload.events.length ? "" : el("p", {
        class: "notice",
        text: "The publication date is not known, so dates stand in the article’s own words. Enter the date above the map.",
      }));
  };

  const draw = () => {
    const payload = hub.payload;
    drawHead(payload);
    cards = new Map();
    let events = payload.events.filter(hub.visible);
    if (hub.filter.newest) {
      // Those without a date stay at the end, whichever way the others run.
      const dated = events.filter((event) => event.whenKind !== "none").reverse();
      events = [...dated, ...events.filter((event) => event.whenKind === "none")];
    }
    const parts = [];
    let heading = null;
    let group = null;
    for (const event of events) {
      if (event.day !== heading) {
        heading = event.day;
        group = el("div", { class: `day day-${event.whenKind}`, role: "group", "aria-label": heading });
        group.append(el("h3", { text: event.whenKind === "none" ? "Date not told, in the order of the text" : heading }));
        parts.push(group);
      }
      const card = cardOf(event, payload);
      cards.set(event.id, card);
      group.append(card);
    }
    if (!parts.length) {
      parts.push(el("p", { class: "soft empty", text: payload.events.length
        ? "All events are behind the filter above." : EMPTY }));
    }
    const top = list.scrollTop;
    list.replaceChildren(...parts);
    list.scrollTop = article === payload.article ? top : 0;
    article = payload.article;
    mark(hub.selection, false);
  };

  const mark = (selection, move) => {
    let first = null;
    for (const [id, card] of cards) {
      const picked = selection.events.includes(id);
      card.classList.toggle("picked", picked);
      card.setAttribute("aria-selected", String(picked));
      card.tabIndex = id === selection.event ? 0 : -1;
      if (picked && !first) first = card;
    }
    list.tabIndex = first ? -1 : 0;
    if (first && move && !narrow) {
      const box = list.getBoundingClientRect();
      const at = first.getBoundingClientRect();
      if (at.top < box.top || at.bottom > box.bottom) {
        list.scrollTo({ top: list.scrollTop + at.top - box.top - 40, behavior: hub.calm() ? "auto" : "smooth" });
      }
    }
  };

  const choose = (card) => {
    hub.pick({ event: card.dataset.event }, "timeline");
    if (narrow) {
      const frame = document.querySelector('iframe[title*="st_folium"]');
      if (frame) frame.scrollIntoView({ block: "nearest", behavior: hub.calm() ? "auto" : "smooth" });
    }
  };

  list.addEventListener("click", (click) => {
    const card = click.target.closest(".card");
    if (card && !String(getSelection())) choose(card);
  });
  list.addEventListener("keydown", (press) => {
    const all = [...cards.values()];
    const at = all.indexOf(press.target.closest(".card"));
    const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, Home: 0, End: all.length - 1 }[press.key];
    if (next !== undefined && all[next]) {
      press.preventDefault();
      choose(all[next]);
      all[next].focus({ preventScroll: true });
    } else if ((press.key === "Enter" || press.key === " ") && at >= 0) {
      press.preventDefault();
      choose(all[at]);
    } else if (press.key === "Escape") hub.pick(null, "timeline");
  });

  return { load: draw, filter: draw, pick: (selection) => mark(selection, selection.origin !== "timeline"), alive: () => root.isConnected };
}

export default function (component) {
  const { parentElement, data } = component;
  const root = parentElement.querySelector(".timeline");
  if (!root.leave) {
    root.classList.toggle("narrow", Boolean(data.narrow));
    root.leave = hub.join(makeTimeline(root, Boolean(data.narrow)));
  }
  return () => {
    if (root.leave) root.leave();
    root.leave = null;
    root.replaceChildren();
  };
}
