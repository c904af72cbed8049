// What a mark tells when it is clicked: the events there with their sentences, the mentions, and why it is there.

const ROLES = { dateline: "Where the report was written", mention: "Only mentioned", actor: "Names who acts", event: "Something happened here" };

function popupOf(mark, hub, selection) {
  const events = hub.eventsAt(mark);
  const hidden = mark.events.map((id) => hub.event(id)).filter((event) => !hub.visible(event));
  const tokens = hub.payload.tokens;
  const box = el("div", { class: "popup" },
    el("h3", {}, said(mark.label)),
    el("div", { class: "soft" }, said(mark.where), ` · ${mark.precision}`));
  for (const event of events) {
    box.append(el("button", {
      class: `event${selection.event === event.id ? " picked" : ""}`, type: "button", "data-event": event.id,
      on: { click: () => hub.pick({ event: event.id }, "popup") },
    },
      el("span", { class: "top" }, shapePicture(tokens, event.family, event.status === "claimed", 15),
        el("b", {}, said(event.category)), statusChips(event)),
      el("span", { class: "when" }, said(event.when),
        event.subtype && event.subtype !== event.category ? el("span", { class: "soft", text: ` · ${event.subtype}` }) : null),
      event.toll.map((words) => el("span", { class: "toll" }, said(words))),
      event.quotes.map((parts) => quoted(parts, "sentence"))));
  }
  for (const event of hidden) {
    box.append(el("button", {
      class: "event hidden", type: "button", title: "Behind the filter: click to show it", "data-event": event.id,
      on: { click: () => hub.pick({ event: event.id }, "popup") },
    },
      el("span", { class: "top" }, shapePicture(tokens, event.family, true, 13), said(event.category), statusChips(event)),
      el("span", { class: "soft" }, said(event.when)), quoted(event.quotes[0], "sentence")));
  }
  if (!mark.events.length) {
    const shown = new Set();
    for (const mention of mark.said) {
      const sentence = mention.quote.join("");
      if (shown.has(sentence)) continue;
      shown.add(sentence);
      if (shown.size > 4) break;
      box.append(el("button", {
        class: "event", type: "button",
        on: { click: () => hub.pick({ mark: mark.key }, "popup") },
      }, el("span", { class: "soft", text: ROLES[mention.role === "event" ? "mention" : mention.role] }), quoted(mention.quote, "sentence")));
    }
    const rest = mark.said.length - Math.min(shown.size, 4);
    if (rest > 0) box.append(el("div", { class: "soft", text: `mentioned ${mark.said.length} times` }));
  }
  const best = mark.said.reduce((one, other) => (other.score > one.score ? other : one), mark.said[0]);
  if (best) {
    const why = el("details", { class: "why" },
      el("summary", { text: "Why here" }),
      el("div", {}, said(best.reason), el("span", { class: "soft", text: ` (score ${best.score.toFixed(2)})` })));
    if (best.others.length) {
      why.append(el("div", { class: "soft", text: "Could also be:" }),
        el("ul", {}, best.others.map((other) => el("li", {}, said(other.where), " – ", said(other.reason)))));
    }
    why.append(el("div", { class: "soft", text: `Position: ${mark.lat.toFixed(4)}, ${mark.lon.toFixed(4)} (${mark.attribution})` }));
    box.append(why);
  }
  return box;
}
