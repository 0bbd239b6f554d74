/** A bar of a chart; ours are drawn in another colour than the peers'. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly isOurs: boolean;
}

const WIDTH = 760;
const LABEL_WIDTH = 290;
const ROW = 24;
const OURS = "#0b6e4f";
const PEERS = "#9aa5b1";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function page(title: string, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${escape(title)}">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="12" y="24" font-size="15" font-weight="600" fill="#1f2933">${escape(title)}</text>
${content}
</svg>
`;
}

/** Horizontal bars on a scale that starts at zero, smallest first. */
export function barChart(title: string, bars: readonly Bar[], print: (value: number) => string): string {
  const sorted = [...bars].sort((one, other) => one.value - other.value);
  const most = Math.max(...sorted.map(({ value }) => value));
  const rows = sorted.map(({ label, value, isOurs }, at) => {
    const y = 44 + at * ROW;
    const width = Math.max(1, (value / most) * (WIDTH - LABEL_WIDTH - 110));
    return `<text x="${LABEL_WIDTH - 8}" y="${y + 14}" text-anchor="end" fill="#1f2933">${escape(label)}</text><rect x="${LABEL_WIDTH}" y="${y + 2}" width="${width.toFixed(1)}" height="${ROW - 8}" fill="${isOurs ? OURS : PEERS}"/><text x="${(LABEL_WIDTH + width + 6).toFixed(1)}" y="${y + 14}" fill="#52606d">${escape(print(value))}</text>`;
  });
  return page(title, 56 + sorted.length * ROW, rows.join("\n"));
}

/** A line per series over a shared horizontal axis; both axes start at zero. */
export function lineChart(
  title: string,
  series: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>,
  axis: { readonly x: string; readonly y: string },
): string {
  const points = Object.values(series).flat();
  const mostX = Math.max(...points.map(([x]) => x));
  const mostY = Math.max(...points.map(([, y]) => y));
  const left = 80;
  const top = 68;
  const height = 260;
  const width = WIDTH - left - 40;
  const place = ([x, y]: readonly [number, number]): string =>
    `${(left + (x / mostX) * width).toFixed(1)},${(top + height - (y / mostY) * height).toFixed(1)}`;
  const colours = [OURS, "#3e7cb1", "#c06014", "#7b4b94"];
  const lines = Object.entries(series).map(([name, values], at) => {
    const colour = colours[at % colours.length] ?? PEERS;
    // Dots tell where something was measured; where points are close together they would only thicken the line.
    const dots =
      values.length > 20 ? [] : values.map((value) => `<circle r="3" fill="${colour}" cx="${place(value).replace(",", '" cy="')}"/>`);
    const x = 12 + (at * (WIDTH - 24)) / Object.keys(series).length;
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${values.map(place).join(" ")}"/>${dots.join("")}<rect x="${x}" y="38" width="12" height="12" fill="${colour}"/><text x="${x + 18}" y="49" fill="#1f2933">${escape(name)}</text>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const y = top + height - part * height;
    return `<line x1="${left}" x2="${left + width}" y1="${y}" y2="${y}" stroke="#e4e7eb"/><text x="${left - 8}" y="${y + 4}" text-anchor="end" fill="#52606d">${Math.round(part * mostY).toLocaleString("en")}</text><text x="${left + part * width}" y="${top + height + 18}" text-anchor="middle" fill="#52606d">${Math.round(part * mostX).toLocaleString("en")}</text>`;
  });
  const names = `<text x="${left + width / 2}" y="${top + height + 38}" text-anchor="middle" fill="#1f2933">${escape(axis.x)}</text><text x="16" y="${top + height / 2}" transform="rotate(-90 16 ${top + height / 2})" text-anchor="middle" fill="#1f2933">${escape(axis.y)}</text>`;
  return page(title, top + height + 52, [...ticks, ...lines, names].join("\n"));
}
