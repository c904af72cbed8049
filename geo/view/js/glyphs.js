// Marks on one canvas: a shape for each family of events, quiet dots for places only mentioned, hatching for what is vague.

L.Canvas.include({
  _updateGlyph(layer) {
    if (!this._drawing || layer._empty()) return;
    const pen = this._ctx;
    const at = layer._point;
    const { look, radius } = layer.options;
    const size = radius * (look.picked ? 1.25 : 1);
    const trace = (grow) => {
      pen.beginPath();
      const corners = look.corners;
      if (!corners.length) pen.arc(at.x, at.y, size * grow, 0, 7);
      corners.forEach(([x, y], n) => pen[n ? "lineTo" : "moveTo"](at.x + x * size * grow, at.y + y * size * grow));
      pen.closePath();
    };
    pen.save();
    pen.lineJoin = "round";
    pen.setLineDash([]);
    if (look.picked) {
      pen.beginPath();
      pen.arc(at.x, at.y, size * 1.35 + 5, 0, 7);
      pen.strokeStyle = look.picked;
      pen.lineWidth = 3.5;
      pen.stroke();
    }
    trace(1);
    pen.strokeStyle = look.edge;
    pen.lineWidth = look.open ? 6 : 4;
    pen.stroke();
    pen.fillStyle = look.open ? look.edge : look.tone;
    pen.fill();
    if (look.open) {
      pen.strokeStyle = look.tone;
      pen.lineWidth = look.thin || 2.6;
      pen.stroke();
    }
    if (look.dot) {
      pen.beginPath();
      pen.arc(at.x, at.y, look.dot, 0, 7);
      pen.fillStyle = look.tone;
      pen.fill();
    }
    if (look.count > 1) {
      const x = at.x + size + 3;
      const y = at.y - size - 1;
      pen.beginPath();
      pen.arc(x, y, 7.5, 0, 7);
      pen.fillStyle = look.text;
      pen.fill();
      pen.strokeStyle = look.edge;
      pen.lineWidth = 1.5;
      pen.stroke();
      pen.fillStyle = look.edge;
      pen.font = "700 10px system-ui, sans-serif";
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.fillText(String(look.count), x, y + 0.5);
    }
    pen.restore();
  },

  _fillStroke(pen, layer) {
    const options = layer.options;
    if (options.fill) {
      pen.globalAlpha = options.fillOpacity;
      pen.fillStyle = options.hatch ? hatching(pen, options.fillColor) : options.fillColor || options.color;
      pen.fill(options.fillRule || "evenodd");
    }
    if (options.stroke && options.weight !== 0) {
      if (pen.setLineDash) pen.setLineDash((options.dashArray && layer.options._dashArray) || []);
      pen.globalAlpha = options.opacity;
      pen.lineWidth = options.weight;
      pen.strokeStyle = options.color;
      pen.lineCap = options.lineCap;
      pen.lineJoin = options.lineJoin;
      pen.stroke();
    }
    pen.globalAlpha = 1;
  },
});

const patterns = new Map();
function hatching(pen, tone) {
  if (!patterns.has(tone)) {
    const tile = document.createElement("canvas");
    tile.width = 8;
    tile.height = 8;
    const line = tile.getContext("2d");
    line.strokeStyle = tone;
    line.lineWidth = 1.6;
    line.beginPath();
    for (const shift of [-8, 0, 8]) {
      line.moveTo(shift - 1, 9);
      line.lineTo(shift + 9, -1);
    }
    line.stroke();
    patterns.set(tone, pen.createPattern(tile, "repeat"));
  }
  return patterns.get(tone);
}

const Glyph = L.CircleMarker.extend({
  _updatePath() {
    this._renderer._updateGlyph(this);
  },
  // Several marks on one spot stand side by side.
  _project() {
    L.CircleMarker.prototype._project.call(this);
    this._point = this._point.add([this.options.shift || 0, 0]);
    this._updateBounds();
  },
  // The shape, its ring and its count may reach over the radius; what is redrawn has to cover them.
  _updateBounds() {
    const reach = this.options.radius * 1.7 + 16;
    this._pxBounds = new L.Bounds(this._point.subtract([reach, reach]), this._point.add([reach, reach]));
  },
  _containsPoint(point) {
    return point.distanceTo(this._point) <= this.options.radius * 1.15 + 3;
  },
});
