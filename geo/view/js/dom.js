// Elements made from text alone. Nothing of an article is ever parsed as HTML: strings become text nodes.

function el(tag, options, ...children) {
  const node = document.createElement(tag);
  const { class: names, text, on, ...attributes } = options || {};
  if (names) node.className = names;
  if (text !== undefined && text !== null) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  for (const [name, handler] of Object.entries(on || {})) node.addEventListener(name, handler);
  for (const child of children.flat()) if (child) node.append(child);
  return node;
}

// The words of others: kept from reordering what stands beside them.
function said(text, names) {
  return el("bdi", { class: names, text });
}

// A sentence in three parts with the word that matters marked.
function quoted(parts, names) {
  const [before, word, after] = parts;
  return el("q", { class: names, dir: "auto" }, before, word ? el("mark", { text: word }) : null, after);
}

// The shape of a family of events as a small picture; open shapes stand for what somebody only claims.
function shapePicture(tokens, familyKey, open, size) {
  const family = tokens.families.find((item) => item.key === familyKey);
  const corners = tokens.shapes[family ? family.shape : "circle"];
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "-1.5 -1.5 3 3");
  picture.setAttribute("width", size || 16);
  picture.setAttribute("height", size || 16);
  picture.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(space, corners.length ? "polygon" : "circle");
  if (corners.length) shape.setAttribute("points", corners.map((corner) => corner.join(",")).join(" "));
  else shape.setAttribute("r", "1");
  shape.setAttribute("style", `fill:${open ? "none" : "var(--dl-family-" + familyKey + ")"};`
    + `stroke:var(--dl-family-${familyKey});stroke-width:${open ? 0.42 : 0.2};stroke-linejoin:round`);
  picture.append(shape);
  return picture;
}

// What stands beside an event's title: its standing, where it is not simply reported.
function statusChips(event) {
  const chips = [];
  if (event.status !== "reported") chips.push(el("span", { class: `chip chip-${event.status}`, text: event.statusText }));
  if (event.summary) chips.push(el("span", { class: "chip", text: "Summary", title: "A total over several events" }));
  return chips;
}
