// Elements of pictures that the page draws itself, as SVG.

const SVG = 'http://www.w3.org/2000/svg';
const measure = document.createElement('canvas').getContext('2d');

/** Makes an element of SVG. */
export function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
  made.append(...children);
  return made;
}

/**
 * Cuts a text to what has room.
 *
 * @param {string} text the text
 * @param {number} room pixels
 * @param {number} [weight] of the font, of 13 pixels
 * @returns {string} the text, or its beginning, or nothing
 */
export function fitting(text, room, weight = 400) {
  measure.font = `${weight} 13px ${getComputedStyle(document.body).fontFamily}`;
  if (measure.measureText(text).width <= room) {
    return text;
  }
  let kept = text.length - 1;
  while (kept > 0 && measure.measureText(`${text.slice(0, kept)}…`).width > room) {
    kept -= 1;
  }
  return kept < 2 ? '' : `${text.slice(0, kept).trimEnd()}…`;
}

/**
 * Draws a picture, and again whenever the width of its place changes.
 *
 * @param {HTMLElement} box where
 * @param {(width: number) => SVGElement} draw draws it in so many pixels
 * @returns {import('./picture.js').Drawing} the drawing, which can be saved as SVG
 */
export function responsive(box, draw) {
  const place = document.createElement('div');
  place.className = 'drawn';
  box.append(place);
  let width = 0;
  let drawn;
  function show(wanted) {
    width = wanted;
    drawn = draw(width);
    place.replaceChildren(drawn);
    // What is wider than its place can be scrolled by keyboard too.
    if (drawn.width.baseVal.value > width) {
      place.tabIndex = 0;
      place.role = 'region';
      place.ariaLabel = drawn.getAttribute('aria-label');
    }
  }
  show(Math.floor(place.clientWidth));
  const watcher = new ResizeObserver(() => {
    const wanted = Math.floor(place.clientWidth);
    if (wanted > 0 && wanted !== width) {
      show(wanted);
    }
  });
  watcher.observe(place);
  return {
    image: {
      kind: 'svg',
      make: () => new Blob([new XMLSerializer().serializeToString(drawn)], { type: 'image/svg+xml' }),
    },
    destroy: () => watcher.disconnect(),
  };
}

/** Makes the picture itself, which a screen reader calls by its name. */
export function canvas({ width, height, label, ground }, ...children) {
  return svg(
    'svg',
    {
      width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label,
      'font-family': getComputedStyle(document.body).fontFamily, 'font-size': 13,
    },
    svg('rect', { width, height, fill: ground }),
    ...children,
  );
}
