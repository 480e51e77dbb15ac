// Regie: who holds which regie over a trajectory, from when until when, and what is missing. It
// starts with all trajectories that the caller may see on the day; one that is chosen shows a
// timeline.

import { currentCaller } from '../caller.js';
import { button, element } from '../dom.js';
import { labels } from '../labels.js';
import { longDay, say, shortDay } from '../words.js';
import { EXPLAINS } from '../access/explain.js';
import { caseloadPicture } from '../regie/caseload.js';
import { lanesOf } from '../regie/lanes.js';
import { holderName, KINDS, loadTrajectory, seesRegie } from '../regie/load.js';
import { shortRule } from '../regie/rules.js';
import { drawTimeline } from '../regie/timeline.js';

const ENUMS = ['ReferrerKind', 'DeliveryStatus', 'FindingRule', 'RecordPart'];

/** Who may see trajectories. */
export const SEEN_BY = [
  'LOCAL_TEAM', 'MUNICIPALITY', 'CERTIFIED_INSTITUTION', 'NETWORK_PARTNER', 'PROVIDER', 'REFERRER', 'SCHOOL', 'YOUTH',
  'STEWARD',
];

/** @type {import('../main.js').View} */
export const view = {
  name: 'regie',
  show(page) {
    timelinePicture(page);
    caseloadPicture(page, SEEN_BY);
  },
};

function timelinePicture(page) {
  page.picture({
    name: 'timeline',
    title: say('regie.title'),
    explanation: say('regie.explanation'),
    seenBy: SEEN_BY,
    shown: () => Boolean(page.parameters.trajectory),
    load: (ask) => timeline(page, ask),
  });
}

async function timeline(page, ask) {
  const key = page.parameters.trajectory;
  const [{ all, onDay, fields }, ...read] = await Promise.all([
    loadTrajectory(ask, key, page.day), ...ENUMS.map(labels),
  ]);
  const label = Object.fromEntries(ENUMS.map((name, index) => [name, read[index]]));
  if (all === null) {
    return { empty: true, emptyText: say('regie.unknown', { key }) };
  }
  const lanes = lanesOf(all, fields, label);
  page.markDays(handOvers(lanes));
  return {
    table: periodTable(lanes, key),
    draw(box) {
      box.append(
        toolbar(page, key),
        element('h3', { text: say('regie.trajectory', { key, kind: all.kind ? say(`regie.trajectory.${all.kind}`) : '' }), tabIndex: -1 }),
        nowPanel(all, onDay, page.day, label, fields),
      );
      return drawTimeline(box, lanes, page.day, say('regie.label', { key }));
    },
  };
}

function toolbar(page, key) {
  return element(
    'div', { class: 'toolbar' },
    button(say('regie.toList'), () => page.set({ trajectory: '' }), { class: 'action', 'data-focus': 'list' }),
    EXPLAINS.includes(currentCaller().role) && button(say('regie.why'), () => page.go('access', { type: 'Trajectory', key }), {
      class: 'action', 'data-focus': 'why',
    }),
  );
}

function handOvers(lanes) {
  return lanes.flatMap((lane) => lane.bars.filter(({ after }) => after).map((bar) => ({
    day: bar.from, text: say('regie.handOver', { what: lane.label, from: bar.after, to: bar.label }),
  })));
}

/** Who holds what on the day, and which rules are broken. */
function nowPanel(all, onDay, day, label, fields) {
  if (onDay === null) {
    return element('p', { class: 'state empty', text: say('regie.notYet', { day: longDay(day) }) });
  }
  const holds = ({ properties: { validFrom, validTo } }) => (!validFrom || validFrom <= day) && (!validTo || day < validTo);
  const now = (edges) => edges.filter(holds).map(({ node }) => holderName(node, label.ReferrerKind)).join(', ');
  const held = all.regieHoldersConnection?.edges ?? [];
  const facts = [
    fields.has('step') && [say('regie.step'), onDay.step ? say(`regie.step.${onDay.step}`) : ''],
    ...KINDS.filter(seesRegie).map((kind) => [say(`regie.kind.${kind}`), now(held.filter(({ properties }) => properties.kind === kind))]),
    fields.has('contactConnection') && [say('regie.contact'), now(all.contactConnection.edges)],
  ].filter(Boolean);
  const broken = (onDay.findings ?? []).map(({ rule }) => shortRule(label.FindingRule(rule)));
  return element(
    'div', { class: 'panel now' },
    element('h4', { text: say('regie.onDay', { day: longDay(day) }) }),
    element('dl', {}, ...facts.flatMap(([name, value]) => [
      element('dt', { text: name }),
      element('dd', value ? { text: value } : { class: 'hint', text: say('regie.nobody') }),
    ])),
    fields.has('findings') && element('h4', { text: say('regie.missing') }),
    fields.has('findings') && (broken.length === 0
      ? element('p', { class: 'hint', text: say('regie.noFindings') })
      : element('ul', { class: 'broken' }, ...broken.map((text) => element('li', { text: `⚠ ${text}` })))),
    all.unrecorded?.length > 0 && element('p', {
      text: say('regie.unrecordedParts', { parts: all.unrecorded.map(label.RecordPart).join(', ') }),
    }),
  );
}

function periodTable(lanes, key) {
  const rows = lanes.flatMap((lane) => lane.bars.length === 0
    ? [{ lane: lane.label, label: lane.missing, none: true }]
    : lane.bars.map((bar) => ({ lane: lane.label, ...bar })));
  const end = ({ none, moment, until }) => (none || moment ? null : (until ?? say('regie.noEnd')));
  const day = (text) => (/^\d{4}-/.test(text ?? '') ? shortDay(text) : (text ?? ''));
  const start = ({ none, from }) => (none ? null : (from ?? say('regie.noStart')));
  return {
    caption: say('regie.label', { key }),
    columns: [
      { label: say('regie.part'), value: ({ lane }) => lane },
      { label: say('regie.who'), value: ({ label }) => label },
      { label: say('regie.from'), value: start, cell: (row) => day(start(row)) },
      { label: say('regie.until'), value: end, cell: (row) => day(end(row)) },
      { label: say('regie.handedOver'), value: ({ after }) => after ?? null },
    ],
    rows,
  };
}
