// Where the actors of a whole network stand. The server says where within their part; each part gets
// a field of the picture as large as its number of actors, so that none is squeezed.

const MARGIN = 30;
const GAP = 4;
const ROUNDS = 120;

/**
 * @typedef {object} Placed
 * @property {number} x in pixels
 * @property {number} y in pixels
 */

/**
 * Returns a place for each actor; no two cover each other while there is room.
 *
 * @param {Array<{component: number, x: number, y: number}>} actors with the places of the server
 * @param {number[]} sizes how wide each is drawn, in pixels
 * @param {{width: number, height: number}} picture its size in pixels
 * @returns {Placed[]} in the order of the actors
 */
export function places(actors, sizes, { width, height }) {
  const placed = actors.map(() => ({ x: 0, y: 0 }));
  const parts = [...Map.groupBy(actors.keys(), (index) => actors[index].component).values()];
  parts.sort((one, other) => other.length - one.length);
  divide(parts, { x: 0, y: 0, width, height }, (part, field) => {
    const own = part.map((index) => ({ x: actors[index].x, y: actors[index].y }));
    bend(own, 'x', 'y');
    bend(own, 'y', 'x');
    const across = scale(own.map(({ x }) => x), field.x, field.width);
    const down = scale(own.map(({ y }) => y), field.y, field.height);
    part.forEach((index, order) => {
      placed[index] = { x: across(own[order].x), y: down(own[order].y) };
    });
    pushApart(part, placed, sizes);
  });
  return placed;
}

/** Halves a field along its longer side until each part has its own. */
function divide(parts, field, put) {
  if (parts.length < 2) {
    parts.forEach((part) => put(part, field));
    return;
  }
  const weight = (some) => some.reduce((sum, part) => sum + part.length, 0);
  const all = weight(parts);
  let cut = 1;
  while (cut < parts.length - 1 && weight(parts.slice(0, cut)) < all / 2) {
    cut++;
  }
  const share = weight(parts.slice(0, cut)) / all;
  const { x, y, width, height } = field;
  const [one, other] =
    width > height
      ? [
          { ...field, width: width * share },
          { ...field, x: x + width * share, width: width * (1 - share) },
        ]
      : [
          { ...field, height: height * share },
          { ...field, y: y + height * share, height: height * (1 - share) },
        ];
  divide(parts.slice(0, cut), one, put);
  divide(parts.slice(cut), other, put);
}

/**
 * Bends those in one line into an arc. The server puts what would leave its field on the edge; on a
 * straight line the ties between them would cover each other.
 */
function bend(points, across, along) {
  const mean = points.reduce((sum, point) => sum + point[across], 0) / points.length;
  for (const line of Map.groupBy(points, (point) => Math.round(point[across])).values()) {
    if (line.length > 2) {
      const least = Math.min(...line.map((point) => point[along]));
      const range = Math.max(...line.map((point) => point[along])) - least || 1;
      const depth = (range / 2) * (line[0][across] < mean ? -1 : 1);
      line.forEach((point) => {
        point[across] += depth * Math.sin((Math.PI * (point[along] - least)) / range);
      });
    }
  }
}

function scale(values, start, length) {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  const margin = Math.min(MARGIN, length / 4);
  return (value) =>
    range === 0
      ? start + length / 2
      : start + margin + ((value - least) / range) * (length - 2 * margin);
}

function pushApart(part, placed, sizes) {
  for (let round = 0; round < ROUNDS; round++) {
    part.forEach((one, order) =>
      part.slice(order + 1).forEach((other) => {
        const least = (sizes[one] + sizes[other]) / 2 + GAP;
        separate(placed[one], placed[other], least, order);
      }),
    );
  }
}

/** Moves two away from each other; those in one place, or on one line, each in its own direction. */
function separate(one, other, least, order) {
  const [right, down] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(right, down);
  if (distance >= least) {
    return;
  }
  const angle = Math.atan2(down, right) + Math.sin(order + 1) / 2;
  const step = (least - distance) / 2;
  const [x, y] = [step * Math.cos(angle), step * Math.sin(angle)];
  one.x -= x;
  one.y -= y;
  other.x += x;
  other.y += y;
}
