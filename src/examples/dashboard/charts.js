// Three charts as plain SVG: bars, stacked columns and a timeline.

const NAMESPACE = "http://www.w3.org/2000/svg";
const WIDTH = 900;
const ROW = 24;
const LABEL = 320;

/** @param {number} index */
const colour = (index) => `hsl(${(index * 67) % 360} 55% 50%)`;

/**
 * @param {string} name
 * @param {Record<string, unknown>} attributes
 * @param {(Node | string)[]} children
 */
function element(name, attributes, ...children) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * @param {number} height
 * @param {string} title what a screen reader says
 * @param {Node[]} children
 */
const drawing = (height, title, children) =>
  element(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": title },
    ...children,
  );

/**
 * One bar for each row.
 *
 * @param {string} title
 * @param {{label: string, value: number}[]} rows
 */
export function bars(title, rows) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  return drawing(
    rows.length * ROW,
    title,
    rows.flatMap((row, i) => [
      element("text", { x: 0, y: i * ROW + 16 }, row.label),
      element("rect", {
        class: "bar",
        x: LABEL,
        y: i * ROW + 4,
        width: ((WIDTH - LABEL - 60) * row.value) / most,
        height: ROW - 8,
        fill: colour(0),
      }),
      element(
        "text",
        { x: LABEL + 8 + ((WIDTH - LABEL - 60) * row.value) / most, y: i * ROW + 16 },
        String(row.value),
      ),
    ]),
  );
}

/**
 * One column for each key, in parts of one colour for each part.
 *
 * @param {string} title
 * @param {Map<string, Map<string, number>>} columns values by column and part
 */
export function columns(title, columns) {
  const height = 260;
  const parts = [...new Set([...columns.values()].flatMap((column) => [...column.keys()]))].sort();
  const sum = (column) => [...column.values()].reduce((one, other) => one + other, 0);
  const most = Math.max(1, ...[...columns.values()].map(sum));
  const width = WIDTH / Math.max(1, columns.size);
  const shapes = [...columns].flatMap(([name, column], i) => {
    let top = height;
    const stack = parts
      .filter((part) => column.has(part))
      .map((part) => {
        const size = (height * column.get(part)) / most;
        top -= size;
        return element(
          "rect",
          {
            class: "part",
            x: i * width + 2,
            y: top,
            width: width - 4,
            height: size,
            fill: colour(parts.indexOf(part)),
          },
          element("title", {}, `${name}, ${part}: ${column.get(part)}`),
        );
      });
    return [...stack, element("text", { x: i * width + 2, y: height + 16 }, name.slice(0, 7))];
  });
  const legend = parts.flatMap((part, i) => [
    element("rect", { x: 0, y: height + 30 + i * ROW, width: 14, height: 14, fill: colour(i) }),
    element("text", { x: 22, y: height + 42 + i * ROW }, part),
  ]);
  return drawing(height + 36 + parts.length * ROW, title, [...shapes, ...legend]);
}

/**
 * One line for each period.
 *
 * @param {string} title
 * @param {{label: string, from: string | null, to: string | null}[]} periods an absent side is open
 */
export function timeline(title, periods) {
  const days = periods.flatMap((it) => [it.from, it.to]).filter((day) => day);
  const at = (day) => new Date(day).getTime();
  const first = Math.min(...days.map(at));
  const last = Math.max(...days.map(at), Date.now());
  const x = (moment) => LABEL + ((WIDTH - LABEL) * (moment - first)) / Math.max(1, last - first);
  return drawing(
    periods.length * ROW,
    title,
    periods.flatMap((it, i) => {
      const from = it.from ? at(it.from) : first;
      const to = it.to ? at(it.to) : last;
      return [
        element("text", { x: 0, y: i * ROW + 16 }, it.label),
        element(
          "rect",
          {
            class: "period",
            x: x(from),
            y: i * ROW + 4,
            width: Math.max(2, x(to) - x(from)),
            height: ROW - 8,
            fill: colour(i),
          },
          element("title", {}, `${it.from ?? "unknown"} to ${it.to ?? "now"}`),
        ),
      ];
    }),
  );
}
