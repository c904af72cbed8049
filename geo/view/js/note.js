// The note beside a time in the article: what it means, what it counts from, which rule read it, how else it could be
// read. It opens under the pointer and under the keyboard's focus, stays while it is pinned, and Escape closes it.

const NOTE_DELAY = 220;

function noteOf(time, dated) {
  const row = (name, value) => (value ? [el("dt", { text: name }), el("dd", {}, value)] : []);
  return [
    el("div", { class: `means${time.missing ? " unknown" : ""}` }, said(time.means)),
    el("dl", {},
      row("Words", said(`“${time.text}”`)),
      row("Counts from", said(time.anchor)),
      row("Rule", said(time.rule)),
      time.others.flatMap((other) => row("Or", said(other))),
      row("Value", el("code", {}, said(time.value)))),
    time.missing && !dated ? el("div", { class: "soft", text: "Enter the publication date above the map, and it is dated anew." }) : null,
  ].filter(Boolean);
}

function makeNote(root, body) {
  const box = el("div", { class: "note", id: "time-note", role: "tooltip", hidden: true });
  root.append(box);
  let owner = null;
  let pinned = false;
  let timer = null;

  const close = () => {
    clearTimeout(timer);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    pinned = false;
    box.hidden = true;
  };

  const place = () => {
    const at = owner.getClientRects()[0];
    const frame = body.getBoundingClientRect();
    const home = root.getBoundingClientRect();
    if (!at || at.bottom < frame.top || at.top > frame.bottom) return close();
    const space = home.width - box.offsetWidth - 8;
    box.style.left = `${Math.max(8, Math.min(at.left - home.left, space))}px`;
    const below = at.bottom - home.top + 6;
    const above = at.top - home.top - box.offsetHeight - 6;
    const screen = document.documentElement.clientHeight;
    const fits = at.bottom + box.offsetHeight + 12 < screen || at.top - box.offsetHeight < 8;
    box.style.top = `${fits ? below : above}px`;
    return undefined;
  };

  const open = (node, keep) => {
    clearTimeout(timer);
    const time = hub.payload && hub.payload.times[Number(node.kinds.time[0])];
    if (!time) return;
    if (owner !== node) {
      close();
      owner = node;
      box.replaceChildren(...noteOf(time, hub.payload.dated));
      node.setAttribute("aria-describedby", "time-note");
    }
    pinned = pinned || keep;
    box.hidden = false;
    place();
  };

  const later = (call) => {
    clearTimeout(timer);
    timer = setTimeout(call, NOTE_DELAY);
  };
  const timed = (target) => {
    const node = target.closest && target.closest("p > span");
    return node && node.kinds && node.kinds.time ? node : null;
  };

  body.addEventListener("pointerover", (move) => {
    const node = timed(move.target);
    if (move.pointerType !== "mouse" || pinned) return;
    if (node) later(() => open(node, false));
  });
  body.addEventListener("pointerout", (move) => {
    if (move.pointerType === "mouse" && timed(move.target) && !pinned) later(close);
  });
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => { if (!pinned) later(close); });
  body.addEventListener("focusin", (focus) => {
    const node = timed(focus.target);
    if (node && node.matches(":focus-visible")) open(node, false);
  });
  body.addEventListener("focusout", () => { if (!pinned) close(); });
  body.addEventListener("scroll", () => { if (owner) place(); }, { passive: true });

  return {
    close,
    isOpen: () => Boolean(owner),
    // A second click on the same words lets go of them.
    toggle(node) {
      if (owner === node && pinned) close();
      else {
        if (owner !== node) close();
        open(node, true);
      }
    },
  };
}
