// The map. This script never changes with the article: it draws what the hub of the page around it hands over.

const map = window[MAP_NAME];
const STATIC = "../../app/static/";
const host = window.parent;
const POLICY = "Borders: recognised; Natural Earth · Places: GeoNames";
const FOREIGN = "OpenStreetMap contributors"; // added where a place was asked for there
const NEAREST_ZOOM = 8;
const WIDE = 300; // kilometres: a radius beyond which a place only mentioned is a faint ring that nothing is hidden by

map.attributionControl.setPrefix("Leaflet");
map.attributionControl.addAttribution(POLICY);
document.documentElement.lang = "en";
map.getContainer().setAttribute("aria-label", "Map of the article's places; the events are also listed in the timeline");

for (const [name, level] of [["base", 210], ["labels", 450]]) {
  map.createPane(name).style.zIndex = level;
  map.getPane(name).style.pointerEvents = "none";
}
const ground = L.canvas({ pane: "base", padding: 0.4 });
const canvas = L.canvas({ pane: "overlayPane", padding: 0.4, tolerance: 5 });

let hub = null;
let tokens = null;
let theme = "light";
const tones = () => ({ ...(tokens ? tokens[theme] : {}), font: tokens ? tokens.font : "sans-serif" });
const labels = new Labels(tones);

// ---- what lies beneath ------------------------------------------------------------------------------------------
const base = { countries: null, disputed: null, provinces: [] };
const outlines = new Map();
const groundLayer = L.layerGroup().addTo(map);
const provinceLayer = L.layerGroup().addTo(map);
const fetched = {};
function load(name) {
  if (!fetched[name]) fetched[name] = fetch(`${STATIC}basemap/${name}`).then((answer) => answer.json());
  return fetched[name];
}

function styleGround() {
  const tone = tones();
  map.getContainer().style.background = tone.sea || "";
  document.documentElement.style.colorScheme = theme;
  if (base.countries) base.countries.setStyle({ color: tone.border, weight: 0.9, fillColor: tone.land, fillOpacity: 1 });
  if (base.disputed) base.disputed.setStyle({ fillColor: tone.disputed, fillOpacity: 0.55, color: tone.disputed, weight: 0.8 });
  for (const province of base.provinces) if (province.layer) province.layer.setStyle({ color: tone.province });
}

const groundReady = load("countries.geojson").then((data) => {
  for (const feature of data.features) {
    const { iso, name, label, zoom, part } = feature.properties;
    if (iso) outlines.set(iso, [...(outlines.get(iso) || []), feature]);
    labels.countries.push({ lat: label[0], lon: label[1], text: name, zoom: part ? Math.max(zoom, 5) : zoom });
  }
  base.countries = L.geoJSON(data, { pane: "base", renderer: ground, interactive: false, smoothFactor: 0.6 });
  groundLayer.addLayer(base.countries);
  return load("disputed.geojson");
}).then((data) => {
  base.disputed = L.geoJSON(data, { pane: "base", renderer: ground, interactive: false, style: { hatch: true, dashArray: "4 3" } });
  groundLayer.addLayer(base.disputed);
  styleGround();
  labels.addTo(map);
  load("towns.json").then((towns) => { labels.towns = towns; labels.redraw(); });
});

function showProvinces() {
  if (map.getZoom() < 5 || !map.hasLayer(provinceLayer)) {
    for (const province of base.provinces) if (province.layer) provinceLayer.removeLayer(province.layer);
    return;
  }
  load("provinces.json").then(({ countries, names }) => {
    if (!base.provinces.length) {
      base.provinces = countries.map((country) => ({ ...country, bounds: L.latLngBounds(country.box.slice(0, 2), country.box.slice(2)) }));
      labels.provinces = names;
      labels.redraw();
    }
    const seen = map.getBounds().pad(0.3);
    for (const province of base.provinces) {
      if (!seen.intersects(province.bounds)) {
        if (province.layer) provinceLayer.removeLayer(province.layer);
        continue;
      }
      if (!province.layer) {
        province.layer = L.polyline(province.lines.map((line) => line.map(([lon, lat]) => [lat, lon])), {
          pane: "base", renderer: ground, interactive: false, weight: 0.8, color: tones().province, smoothFactor: 0.8,
        });
      }
      provinceLayer.addLayer(province.layer);
    }
  });
}
map.on("moveend", showProvinces);

// ---- marks --------------------------------------------------------------------------------------------------------
const eventLayer = L.featureGroup().addTo(map);
const quietLayer = L.featureGroup().addTo(map);
const drawn = new Map(); // key of a mark -> { mark, layers, bounds }
// The buttons at the edges stay clear of it.
const popup = L.popup({ maxHeight: 320, autoPanPaddingTopLeft: [54, 60], autoPanPaddingBottomRight: [14, 14] });

function lookOf(mark) {
  const tone = tones();
  const events = hub.eventsAt(mark);
  const picked = hub.selection.mark === mark.key ? tone["picked-edge"] : null;
  const shared = { edge: tone["mark-edge"], text: tone.text, picked };
  if (events.length) {
    // One mark for several events looks like the gravest of those that are reported as fact; families stand in that order.
    const rank = (event) => tokens.families.findIndex((item) => item.key === event.family) + (event.status === "reported" ? 0 : 100);
    const lead = events.find((event) => event.id === hub.selection.event)
      || events.reduce((one, other) => (rank(other) < rank(one) ? other : one));
    const family = tokens.families.find((item) => item.key === lead.family);
    return {
      ...shared, event: true, tone: tone[`family-${lead.family}`], corners: tokens.shapes[family.shape],
      open: lead.status !== "reported", dot: lead.status === "claimed" ? 2 : 0, count: events.length, radius: 8.5,
    };
  }
  if (mark.kind === "dateline") return { ...shared, tone: tone.quiet, corners: [], open: true, thin: 2, dot: 2.2, radius: 6.5 };
  return { ...shared, tone: tone.quiet, corners: [], open: false, radius: 4.5 };
}

function layersOf(mark, look) {
  const shape = { renderer: canvas, color: look.picked || look.tone, opacity: look.event ? 0.95 : 0.75 };
  const layers = [];
  if (mark.form === "country") {
    for (const feature of outlines.get(mark.iso) || []) {
      if (feature.properties.part && (outlines.get(mark.iso) || []).length > 1) continue;
      layers.push(L.geoJSON(feature, { ...shape, style: {
        ...shape, weight: look.picked ? 3 : look.event ? 2 : 1.4, dashArray: look.event ? null : "5 4",
        fillColor: look.tone, fillOpacity: look.event ? 0.2 : 0.045,
      } }));
    }
    return layers;
  }
  if (mark.form === "line") {
    const turned = { type: "Feature", properties: {}, geometry: mark.geometry };
    layers.push(L.geoJSON(turned, { style: { ...shape, color: look.edge, weight: look.event ? 8 : 5, opacity: 0.9 }, renderer: canvas }));
    layers.push(L.geoJSON(turned, { style: { ...shape, weight: look.picked ? 6 : look.event ? 4.5 : 2.5, dashArray: look.event ? null : "6 5" }, renderer: canvas }));
  } else if (mark.form === "area") {
    const vague = mark.precision.startsWith("somewhere in this area");
    layers.push(L.geoJSON({ type: "Feature", properties: {}, geometry: mark.geometry }, { renderer: canvas, style: {
      ...shape, weight: look.picked ? 3 : 1.8, dashArray: vague || !look.event ? "5 4" : null, hatch: vague,
      fillColor: look.tone, fillOpacity: vague ? (look.event ? 0.4 : 0.16) : look.event ? 0.2 : 0.08,
    } }));
  } else if (mark.km || mark.form === "round") {
    layers.push(L.circle([mark.lat, mark.lon], { ...shape, radius: (mark.km || 20) * 1000, weight: 1.6, dashArray: "4 4",
      fillColor: look.tone, fillOpacity: look.event ? 0.12 : mark.km > WIDE ? 0 : 0.06, fill: look.event || mark.km <= WIDE }));
  }
  if (mark.form === "point" || look.event) {
    layers.push(new Glyph([mark.lat, mark.lon], { renderer: canvas, radius: look.radius, look, shift: look.shift }));
  }
  return layers;
}

const SIZES = { country: 0, area: 1, round: 1, line: 2, point: 3 };

function drawMarks() {
  if (!hub || !hub.payload) return;
  eventLayer.clearLayers();
  quietLayer.clearLayers();
  drawn.clear();
  const looks = hub.payload.marks.map((mark) => ({ mark, look: lookOf(mark) }));
  // Large shapes beneath small ones, quiet marks beneath those of events; what is selected comes last.
  looks.sort((one, other) => SIZES[one.mark.form] - SIZES[other.mark.form]
    || Number(Boolean(one.look.event)) - Number(Boolean(other.look.event))
    || Number(Boolean(one.look.picked)) - Number(Boolean(other.look.picked)));
  const names = [];
  const spots = new Map();
  for (const item of looks) {
    if (item.mark.form !== "point") continue;
    const spot = `${item.mark.lat.toFixed(3)} ${item.mark.lon.toFixed(3)}`;
    spots.set(spot, [...(spots.get(spot) || []), item]);
  }
  for (const crowd of spots.values()) {
    crowd.forEach(({ look }, n) => {
      look.shift = (n - (crowd.length - 1) / 2) * 21;
      look.crowd = n === crowd.length - 1 ? (crowd.length - 1) * 10.5 : crowd.length > 1 ? -1 : 0;
    });
  }
  for (const { mark, look } of looks) {
    const layers = layersOf(mark, look);
    const home = look.event ? eventLayer : quietLayer;
    for (const layer of layers) {
      layer.on("click", (click) => {
        L.DomEvent.stopPropagation(click);
        hub.pick({ mark: mark.key }, "map");
        openPopup(mark, click.latlng);
      });
      home.addLayer(layer);
    }
    drawn.set(mark.key, { mark, layers });
    if (map.hasLayer(home) && !(look.crowd < 0)) {
      names.push({ lat: mark.lat, lon: mark.lon, text: mark.label,
        event: look.event, glyph: mark.form === "point" || look.event ? look.radius : 0, shift: look.shift || 0, offset: mark.form === "country" || (mark.form !== "point" && !look.event) ? 0 : look.radius + 2 + (look.crowd || 0),
        order: (look.picked ? 0 : 1) + (look.event ? 0 : 2) + (mark.form === "country" ? 4 : 0) });
    }
  }
  labels.setMarks(names.sort((one, other) => one.order - other.order));
}

function openPopup(mark, at) {
  const where = mark.form === "point" ? [mark.lat, mark.lon] : at || [mark.lat, mark.lon];
  popup.options.maxWidth = Math.min(340, map.getSize().x - 100);
  popup.options.minWidth = Math.min(260, popup.options.maxWidth);
  popup.setLatLng(where).setContent(popupOf(mark, hub, hub.selection)).openOn(map);
}

function boundsOf(mark) {
  const bounds = L.latLngBounds([]);
  const item = drawn.get(mark.key);
  for (const layer of item ? item.layers : []) {
    bounds.extend(layer.getBounds ? layer.getBounds() : layer.getLatLng());
  }
  return bounds.isValid() ? bounds : L.latLngBounds([[mark.lat, mark.lon], [mark.lat, mark.lon]]);
}

// Of places that are only mentioned, those round the middle of the story: one far-off capital does not shrink the rest.
function nearMiddle(marks) {
  const middle = (pick) => {
    const values = marks.flatMap((mark) => mark.said.map(() => pick(mark))).sort((one, other) => one - other);
    return values[Math.floor(values.length / 2)];
  };
  const centre = L.latLng(middle((mark) => mark.lat), middle((mark) => mark.lon));
  const near = marks.filter((mark) => mark.km <= WIDE && centre.distanceTo([mark.lat, mark.lon]) < 1500000);
  return near.length ? near : marks;
}

function fit(animate) {
  const marks = hub.payload.marks;
  const choices = [
    marks.filter((mark) => hub.eventsAt(mark).length && mark.form !== "country"),
    marks.filter((mark) => hub.eventsAt(mark).length),
    marks.filter((mark) => mark.form !== "country"),
    marks,
  ];
  let chosen = choices.find((list) => list.length);
  map.invalidateSize();
  if (chosen && chosen !== choices[0]) chosen = nearMiddle(chosen);
  if (!chosen) return map.setView([25, 20], 2);
  const bounds = L.latLngBounds([]);
  for (const mark of chosen) bounds.extend(boundsOf(mark));
  const options = { padding: [46, 46], maxZoom: 7 };
  // Nothing that happened may lie beneath the legend.
  const size = map.getSize();
  const corner = { x: legend.box.offsetWidth + 24, y: size.y - legend.box.offsetHeight - 30 };
  const zoom = map.getBoundsZoom(bounds, false, L.point(92, 92));
  const centre = map.project(bounds.getCenter(), Math.min(zoom, options.maxZoom));
  const hidden = chosen.some((mark) => {
    const at = map.project([mark.lat, mark.lon], Math.min(zoom, options.maxZoom)).subtract(centre).add(size.divideBy(2));
    return at.x < corner.x && at.y > corner.y;
  });
  if (hidden && size.x > 480) {
    options.paddingTopLeft = [corner.x, 46];
    options.paddingBottomRight = [46, 46];
  }
  return animate && !hub.calm() ? map.flyToBounds(bounds, { ...options, duration: 0.7 }) : map.fitBounds(bounds, { ...options, animate: false });
}

function flyTo(mark) {
  const bounds = boundsOf(mark);
  const move = hub.calm() ? "setView" : "flyTo";
  if (mark.form === "point" && !mark.km) {
    const zoom = Math.max(map.getZoom(), Math.min(NEAREST_ZOOM, 7));
    return map[move]([mark.lat, mark.lon], zoom, { duration: 0.6 });
  }
  const zoom = Math.min(map.getBoundsZoom(bounds, false, L.point(60, 60)), NEAREST_ZOOM);
  return map[move](bounds.getCenter(), zoom, { duration: 0.6 });
}

// ---- controls -----------------------------------------------------------------------------------------------------
const tiles = L.tileLayer("https://tile.openstreetmap.org/{z}/{x}/{y}.png", {
  maxZoom: 19, attribution: "© OpenStreetMap contributors",
});
tiles.on("add", () => { map.getPane("base").style.display = "none"; labels.quiet = true; labels.redraw(); });
tiles.on("remove", () => { map.getPane("base").style.display = ""; labels.quiet = false; labels.redraw(); });
L.control.layers(null, {
  "Places only mentioned": quietLayer,
  "Province lines": provinceLayer,
  "Online map (asks openstreetmap.org)": tiles,
}, { collapsed: true }).addTo(map);
map.on("overlayadd overlayremove", (change) => {
  if (change.layer === provinceLayer) showProvinces();
  // Leaflet tells of it while the layer is still on its way out.
  if (change.layer === quietLayer) setTimeout(drawMarks, 0);
});
L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);

const Home = L.Control.extend({
  options: { position: "topleft" },
  onAdd() {
    const box = el("div", { class: "leaflet-bar" });
    const button = el("a", { href: "#", role: "button", title: "Show all events", "aria-label": "Show all events", text: "⤢" });
    L.DomEvent.disableClickPropagation(box);
    button.addEventListener("click", (click) => { click.preventDefault(); if (hub && hub.payload) fit(true); });
    box.append(button);
    return box;
  },
});
new Home().addTo(map);

const Legend = L.Control.extend({
  options: { position: "bottomleft" },
  onAdd() {
    this.box = el("details", { class: "legend leaflet-control" });
    this.box.open = window.innerWidth > 480;
    L.DomEvent.disableClickPropagation(this.box);
    L.DomEvent.disableScrollPropagation(this.box);
    return this.box;
  },
  draw() {
    const { payload, filter } = hub;
    const used = new Set(payload.events.filter((event) => filter.statuses.has(event.status)).map((event) => event.family));
    const rows = tokens.families.filter((family) => used.has(family.key)).map((family) => el("button", {
      type: "button", class: "row", "aria-pressed": String(!filter.families || filter.families.has(family.key)),
      title: "Show or hide these events",
      on: { click: () => hub.refilter((now) => {
        now.families = now.families || new Set(used);
        if (!now.families.delete(family.key)) now.families.add(family.key);
        if (now.families.size === used.size) now.families = null;
      }) },
    }, shapePicture(tokens, family.key, false, 15), el("span", { text: family.label })));
    const quiet = [];
    if (payload.events.some((event) => event.status !== "reported" && hub.visible(event))) quiet.push(["legend-open", "Not reported as fact"]);
    if (payload.marks.some((mark) => mark.kind === "dateline" && mark.form === "point")) quiet.push(["legend-dateline", "Where the report was written"]);
    quiet.push(["legend-quiet", "Only mentioned"]);
    if (payload.marks.some((mark) => mark.form === "area" && mark.precision.startsWith("somewhere in this area"))) quiet.push(["legend-hatch", "Area as the text describes it"]);
    this.box.replaceChildren(el("summary", { text: "Legend" }), ...rows,
      ...quiet.map(([name, words]) => el("div", { class: "row" }, el("i", { class: name }), el("span", { text: words }))));
  },
});
const legend = new Legend().addTo(map);

// ---- the page around ------------------------------------------------------------------------------------------------
let article = null;
const view = {
  load(payload) {
    hub = host.dateline;
    tokens = payload.tokens;
    groundReady.then(() => {
      if (hub.payload !== payload) return;
      view.theme();
      map.attributionControl.removeAttribution(FOREIGN);
      if (payload.marks.some((mark) => mark.attribution.includes(FOREIGN))) map.attributionControl.addAttribution(FOREIGN);
      if (article !== payload.article) {
        article = payload.article;
        map.closePopup();
        fit(false);
      }
      document.documentElement.dataset.ready = payload.digest;
    });
  },
  pick(selection) {
    if (!drawn.size) return;
    drawMarks();
    const mark = selection.mark && hub.mark(selection.mark);
    if (selection.origin === "popup") {
      if (mark && popup.isOpen()) popup.setContent(popupOf(mark, hub, selection));
      return;
    }
    if (selection.origin !== "map") {
      map.closePopup();
      if (mark && selection.origin !== "start") flyTo(mark);
    }
  },
  filter() {
    if (!hub) return;
    drawMarks();
    legend.draw();
  },
  theme() {
    theme = hub.theme();
    document.documentElement.dataset.theme = theme;
    styleGround();
    drawMarks();
    legend.draw();
  },
  alive: () => Boolean(window.frameElement && window.frameElement.isConnected),
};
map.on("click", () => { if (hub && hub.payload && hub.selection.n) hub.pick(null, "map"); });
new ResizeObserver(() => map.invalidateSize()).observe(map.getContainer());
host.datelineWaiting = [...(host.datelineWaiting || []), view];
if (host.dateline) host.dateline.adopt();
window.datelineMap = { map, drawn, view };
