// Names on the map, placed so that none covers another: the article's places first, then countries, provinces, towns.

const TOWN_LEAST = { 3: 5000, 4: 1500, 5: 500, 6: 150, 7: 50, 8: 20, 9: 9 }; // thousands of people, by zoom
const Labels = L.Layer.extend({
  initialize(tones) {
    this.tones = tones;
    this.marks = [];
    this.countries = [];
    this.provinces = [];
    this.towns = [];
    this.quiet = false; // with online tiles only the article's own places are named
  },
  onAdd(map) {
    this._map = map;
    this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide dateline-labels");
    map.getPane("labels").appendChild(this._canvas);
    map.on("moveend zoomend resize", this.redraw, this);
    this.redraw();
  },
  onRemove(map) {
    map.off("moveend zoomend resize", this.redraw, this);
    this._canvas.remove();
  },
  redraw() {
    const map = this._map;
    if (!map || !map._loaded) return;
    const size = map.getSize();
    const scale = window.devicePixelRatio || 1;
    const canvas = this._canvas;
    canvas.width = size.x * scale;
    canvas.height = size.y * scale;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.lineJoin = "round";
    pen.textBaseline = "middle";
    this._taken = [];
    const zoom = map.getZoom();
    const tones = this.tones();
    const font = tones.font;
    const seen = map.getBounds().pad(0.05);
    // No name lies on a mark or beneath the legend.
    const legend = map.getContainer().querySelector(".legend");
    if (legend) {
      const frame = map.getContainer().getBoundingClientRect();
      const box = legend.getBoundingClientRect();
      this._taken.push([box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top]);
    }
    for (const mark of this.marks) {
      if (!mark.glyph) continue;
      const at = map.latLngToContainerPoint([mark.lat, mark.lon]);
      this._taken.push([at.x - mark.glyph, at.y - mark.glyph, at.x + mark.glyph, at.y + mark.glyph]);
    }
    for (const mark of this.marks) {
      this._place(pen, mark, {
        font: `${mark.event ? 600 : 500} ${mark.event ? 13 : 12}px ${font}`, tone: mark.event ? tones.text : tones.quiet,
        halo: tones["label-halo"], offset: mark.offset, sides: mark.offset ? ["right", "left", "above", "below"] : ["middle"],
      });
    }
    if (this.quiet) return;
    const named = new Set(this.marks.map((mark) => mark.text.toLowerCase()));
    if (zoom < 9) {
      for (const country of this.countries) {
        if (zoom + 0.6 < country.zoom || named.has(country.text.toLowerCase())) continue;
        if (!seen.contains([country.lat, country.lon])) continue;
        this._place(pen, { ...country, text: country.text.toUpperCase() }, {
          font: `600 ${zoom > 4 ? 12 : 11}px ${font}`, tone: tones["label-country"], halo: tones["label-halo"],
          offset: 0, sides: ["middle"], spacing: "1.5px",
        });
      }
    }
    // Capitals and large towns before provinces, provinces before the rest.
    const least = zoom >= 10 ? 0 : TOWN_LEAST[Math.floor(zoom)] || Infinity;
    const done = this._towns(pen, seen, zoom, least * 4, tones, named);
    if (zoom >= 6 && zoom < 11) {
      for (const province of this.provinces) {
        if (named.has(province[0].toLowerCase()) || province[3] * 4 ** zoom < 3000) continue;
        if (!seen.contains([province[1], province[2]])) continue;
        this._place(pen, { lat: province[1], lon: province[2], text: province[0] }, {
          font: `italic 500 11px ${font}`, tone: tones["label-country"], halo: tones["label-halo"], offset: 0, sides: ["middle"],
          spacing: "0.6px",
        });
      }
    }
    this._towns(pen, seen, zoom, least, tones, new Set([...named, ...done]));
  },
  _towns(pen, seen, zoom, least, tones, named) {
    const drawn = [];
    for (const town of this.towns) {
      const [name, lat, lon, people, capital] = town;
      if (people < least && !(capital && zoom >= 4)) {
        if (people < 100) break;
        continue;
      }
      if (!seen.contains([lat, lon]) || named.has(name.toLowerCase())) continue;
      const size = people > 1000 ? 12 : 11;
      const placed = this._place(pen, { lat, lon, text: name }, {
        font: `${capital ? 600 : 400} ${size}px ${tones.font}`, tone: tones.label, halo: tones["label-halo"],
        offset: 4, sides: ["right", "left"], dot: capital ? 2.4 : 1.8,
      });
      if (placed) drawn.push(name.toLowerCase());
      if (drawn.length > 140) break;
    }
    return drawn;
  },
  _place(pen, item, look) {
    const at = this._map.latLngToContainerPoint([item.lat, item.lon]);
    pen.font = look.font;
    pen.letterSpacing = look.spacing || "0px";
    const text = item.text.length > 40 ? `${item.text.slice(0, 38)}…` : item.text;
    const width = pen.measureText(text).width;
    const half = 8;
    const size = this._map.getSize();
    for (const side of look.sides) {
      const gap = look.offset + 3;
      const left = { right: at.x + gap, left: at.x - gap - width, above: at.x - width / 2, below: at.x - width / 2, middle: at.x - width / 2 }[side];
      const y = { right: at.y, left: at.y, above: at.y - look.offset - half, below: at.y + look.offset + half, middle: at.y }[side];
      const box = [left - 2, y - half, left + width + 2, y + half];
      // A name that the map's edge would cut tries its other sides; one whose place is out of sight is cut as it comes.
      if (look.sides.length > 1 && (box[0] < 0 || box[2] > size.x) && at.x > 0 && at.x < size.x) continue;
      if (this._taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      this._taken.push(box);
      if (look.dot) {
        pen.beginPath();
        pen.arc(at.x, at.y, look.dot, 0, 7);
        pen.fillStyle = look.tone;
        pen.fill();
      }
      pen.strokeStyle = look.halo;
      pen.lineWidth = 3;
      pen.globalAlpha = 0.85;
      pen.strokeText(text, left, y);
      pen.globalAlpha = 1;
      pen.fillStyle = look.tone;
      pen.fillText(text, left, y);
      return true;
    }
    return false;
  },
  setMarks(marks) {
    this.marks = marks;
    this.redraw();
  },
});
