// Draws lanes over time as SVG. The table beside it says the same, so a screen reader gets one name.

import { canvas, fitting, responsive, svg } from '../svg.js';
import { colour } from '../theme.js';
import { daysBetween, plusDays } from '../today.js';
import { say, shortDay } from '../words.js';

const NARROW = 720;
const LABELS = 190;
const ROW = 26;
const GAP = 10;
const HEAD = 44;
const PAD = 8;

const COLOURS = {
  PROCESS: '--series-2', CARE: '--series-1', CASE: '--series-8', SAFETY: '--series-5', EDUCATION: '--series-7',
  CONTACT: '--series-4', STEP: '--series-6', MEETING: '--series-6', DELIVERY: '--series-3', FINDING: '--warn',
};

/**
 * Draws a timeline, and again whenever the width changes.
 *
 * @param {HTMLElement} box where
 * @param {import('./lanes.js').Lane[]} lanes what is in it
 * @param {string} day the day at which the line stands
 * @param {string} label what the picture is called
 * @returns {import('../picture.js').Drawing} the drawing, which can be saved as SVG
 */
export function drawTimeline(box, lanes, day, label) {
  return responsive(box, (width) => timeline(lanes, day, label, width));
}

/** Returns the days between which the picture stands: all that are known, and the day. */
function span(lanes, day) {
  const known = lanes.flatMap(({ bars }) => bars.flatMap(({ from, until }) => [from, until])).filter(Boolean);
  const days = [...known, day].sort();
  const around = known.length === 0 ? 180 : Math.max(20, Math.round(daysBetween(days[0], days.at(-1)) / 20));
  return { first: plusDays(days[0], -around), last: plusDays(days.at(-1), around) };
}

function timeline(lanes, day, label, width) {
  const { first, last } = span(lanes, day);
  const narrow = width < NARROW;
  const left = narrow ? PAD : LABELS;
  const length = width - left - PAD;
  const x = (at) => left + (length * daysBetween(first, at)) / daysBetween(first, last);
  const colours = Object.fromEntries(['--ink', '--ink-soft', '--line', '--card', '--accent', ...Object.values(COLOURS)]
    .map((name) => [name, colour(name)]));
  const scene = { x, left, right: left + length, width, narrow, colours };

  const parts = [];
  let y = HEAD;
  for (const lane of lanes) {
    const drawn = drawLane(lane, y, scene);
    parts.push(...drawn.parts);
    y = drawn.bottom;
  }
  return canvas(
    { width, height: y + PAD, label, ground: colours['--card'] },
    ...axis(first, last, y, scene),
    svg('line', { x1: x(day), x2: x(day), y1: 22, y2: y, stroke: colours['--accent'], 'stroke-width': 2 }),
    ...parts,
    ...dayMark(day, scene),
  );
}

/** Years, quarters or months: as many as have room. */
function axis(first, last, bottom, { x, left, right, colours }) {
  const months = daysBetween(first, last) / 30.4;
  const room = Math.max(2, (right - left) / 75);
  const step = [1, 3, 6, 12, 24, 60].find((each) => months / each <= room) ?? 120;
  const parts = [];
  let [year, month] = first.split('-').map(Number);
  month = Math.ceil((month - 1) / step) * step;
  for (let guard = 0; guard < 100; guard++) {
    const at = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    month += step;
    if (at > last) {
      break;
    }
    if (at >= first && x(at) < right - 40) {
      const text = step >= 12 ? at.slice(0, 4) : shortDay(at).replace(/^1 /, '');
      parts.push(
        svg('line', { x1: x(at), x2: x(at), y1: HEAD - 12, y2: bottom, stroke: colours['--line'] }),
        svg('text', { x: x(at) + 3, y: HEAD - 5, fill: colours['--ink-soft'], 'font-size': 12 }, text),
      );
    }
  }
  return parts;
}

function dayMark(day, { x, left, right, colours }) {
  const text = shortDay(day);
  const half = text.length * 3.6 + 6;
  const middle = Math.min(Math.max(x(day), left + half), right - half);
  return [
    svg('rect', { x: middle - half, y: 2, width: 2 * half, height: 20, rx: 5, fill: colours['--accent'] }),
    svg('text', { x: middle, y: 16, fill: colours['--card'], 'text-anchor': 'middle', 'font-weight': 600 }, text),
  ];
}

/** Puts bars that overlap into rows below each other. */
function rowsOf(bars) {
  const rows = [];
  for (const bar of bars) {
    const row = rows.find((each) => each.every((other) => !overlap(bar, other)));
    if (row) {
      row.push(bar);
    } else {
      rows.push([bar]);
    }
  }
  return rows;
}

function overlap(one, other) {
  const end = ({ from, until, moment }) => (moment ? from : (until ?? '9999'));
  return (one.from ?? '') < end(other) && (other.from ?? '') < end(one)
    || (one.moment && other.moment && one.from === other.from);
}

function drawLane(lane, top, scene) {
  const { left, right, width, narrow, colours } = scene;
  const rows = lane.bars.length === 0 ? [[]] : rowsOf(lane.bars);
  const start = top + (narrow ? 20 : 0);
  const bottom = start + rows.length * ROW + GAP;
  const parts = [
    svg('line', { x1: 0, x2: width, y1: bottom - GAP / 2, y2: bottom - GAP / 2, stroke: colours['--line'] }),
    svg('text', {
      x: narrow ? PAD : 0, y: narrow ? top + 14 : start + 16, fill: colours['--ink'], 'font-weight': 600,
    }, fitting(lane.label, narrow ? width : LABELS - 8, 600)),
  ];
  if (lane.bars.length === 0) {
    parts.push(svg('text', {
      x: left + 4, y: start + 16, fill: colours['--ink-soft'], 'font-style': 'italic',
    }, fitting(lane.missing, right - left)));
  }
  rows.forEach((bars, row) => bars.forEach((bar) => parts.push(drawBar(bar, lane, start + row * ROW, scene))));
  return { parts, bottom };
}

function drawBar(bar, lane, y, scene) {
  const { x, left, right, colours } = scene;
  const fill = colours[COLOURS[lane.id]];
  const title = svg('title', {}, tell(bar));
  if (bar.moment) {
    const at = x(bar.from);
    return svg('g', {}, title, svg('path', {
      d: `M${at} ${y + 3} l8 8 l-8 8 l-8 -8 z`, fill, stroke: colours['--card'], 'stroke-width': 1,
    }));
  }
  const open = { start: bar.from === null, end: bar.until === null };
  const from = open.start ? left : x(bar.from);
  const to = Math.max(open.end ? right : x(bar.until), from + 3);
  const parts = [
    svg('rect', {
      x: from, y: y + 1, width: to - from, height: ROW - 6, rx: 4, fill, 'fill-opacity': 0.16, stroke: fill,
      'stroke-width': 1.5, ...((open.start || lane.id === 'FINDING') && { 'stroke-dasharray': '5 4' }),
    }),
    !open.start && svg('rect', { x: from, y: y + 1, width: 4, height: ROW - 6, rx: 2, fill }),
    bar.after && svg('text', {
      x: from, y: y + 16, 'text-anchor': 'middle', 'font-size': 17, 'font-weight': 700, fill: colours['--ink'],
      stroke: colours['--card'], 'stroke-width': 4, 'paint-order': 'stroke',
    }, '⇄'),
  ];
  const text = (open.start ? '◂ ' : '') + bar.label + (open.end ? ' ▸' : '');
  const inset = bar.after ? 14 : 8;
  parts.push(svg('text', { x: from + inset, y: y + 15, fill: colours['--ink'] }, fitting(text, to - from - inset - 4)));
  return svg('g', {}, title, ...parts.filter(Boolean));
}

/** What a bar says in words. */
function tell(bar) {
  if (bar.moment) {
    return `${bar.label}: ${shortDay(bar.from)}`;
  }
  const from = bar.from ? shortDay(bar.from) : say('regie.noStart');
  const until = bar.until ? shortDay(bar.until) : say('regie.noEnd');
  const after = bar.after ? ` (${say('regie.after', { who: bar.after })})` : '';
  return `${bar.label}: ${from} – ${until}${after}`;
}
