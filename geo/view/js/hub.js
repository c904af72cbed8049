// The meeting point of map, timeline and article. Selecting and filtering happen here, in the browser, and every view
// is told within the same frame; Python is told afterwards by the reader.
//
// A view is { load(payload), pick(selection), filter(), theme(), alive() }, all but `load` optional.

function makeHub() {
  const views = new Set();
  const nothing = { event: null, mark: null, events: [], origin: null, n: 0 };
  let payload = null;
  let byId = new Map();
  let marks = new Map();
  let selection = nothing;
  let count = 0;
  const filter = { statuses: new Set(), families: null, newest: false };

  const each = (call) => {
    for (const view of [...views]) {
      if (view.alive && !view.alive()) views.delete(view);
      else call(view);
    }
  };

  const start = (view) => {
    if (!payload) return;
    view.load(payload);
    if (view.filter) view.filter();
    if (view.pick && selection.n) view.pick({ ...selection, origin: "start" });
  };

  const hub = {
    get payload() { return payload; },
    get selection() { return selection; },
    filter,
    jumped: null,
    event: (id) => byId.get(id),
    mark: (key) => marks.get(key),

    join(view) {
      views.add(view);
      start(view);
      return () => views.delete(view);
    },

    // Views of the map's frame that came before the hub did.
    adopt() {
      for (const view of (window.datelineWaiting || []).splice(0)) hub.join(view);
    },

    load(next) {
      if (payload && payload.digest === next.digest) return;
      const sameArticle = payload && payload.article === next.article;
      payload = next;
      byId = new Map(next.events.map((event) => [event.id, event]));
      marks = new Map(next.marks.map((mark) => [mark.key, mark]));
      if (!sameArticle || !filter.statuses.size) filter.statuses = new Set(next.shown);
      if (!sameArticle) filter.families = null;
      const kept = sameArticle && (byId.has(selection.event) || marks.has(selection.mark));
      selection = kept ? selection : nothing;
      each(start);
    },

    visible: (event) => filter.statuses.has(event.status)
      && (!filter.families || filter.families.has(event.family)),

    eventsAt: (mark) => mark.events.map((id) => byId.get(id)).filter((event) => event && hub.visible(event)),

    // pick({event}) or pick({mark}) or both; pick(null) lets go. `origin` is the view that was clicked.
    pick(what, origin) {
      let event = what && what.event ? byId.get(what.event) : null;
      const mark = what && what.mark ? marks.get(what.mark) : event && event.mark ? marks.get(event.mark) : null;
      let events = event ? [event.id] : [];
      if (!event && mark) {
        events = hub.eventsAt(mark).map((item) => item.id);
        event = events.length ? byId.get(events[0]) : null;
      }
      // A hidden event that is asked for by name is shown: nothing is selected that cannot be seen.
      if (event && !hub.visible(event)) {
        filter.statuses.add(event.status);
        if (filter.families) filter.families.add(event.family);
        each((view) => view.filter && view.filter());
      }
      count += 1;
      selection = {
        event: event ? event.id : null, mark: mark ? mark.key : null, events, origin: origin || null, n: count,
        at: what && what.at !== undefined ? what.at : null,
      };
      each((view) => view.pick && view.pick(selection));
    },

    refilter(change) {
      change(filter);
      each((view) => view.filter && view.filter());
    },

    theme() {
      const app = document.querySelector(".stApp") || document.body;
      return getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
    },

    calm: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  };

  let last = hub.theme();
  const watch = new MutationObserver(() => {
    const now = hub.theme();
    if (now !== last) {
      last = now;
      each((view) => view.theme && view.theme());
    }
  });
  watch.observe(document.body, { attributes: true, subtree: true, attributeFilter: ["class"] });
  return hub;
}

if (!window.dateline) window.dateline = makeHub();
window.dateline.adopt();
const hub = window.dateline;
