// All trajectories that the caller may see on the day: who holds what, and what is missing.

import { button, element } from '../dom.js';
import { labels } from '../labels.js';
import { number, say } from '../words.js';
import { holderName, KINDS, LISTED_MOST, loadCaseload } from './load.js';
import { shortRule } from './rules.js';

/** Trajectory of the worked case, from annex III of the memo of Groningen. */
const WORKED_CASE = 'CASUS';

const MOST_BROKEN = 8;

/** That nothing is stated. */
const NONE = '–';

/**
 * Adds the list, which is there as long as no trajectory is chosen.
 *
 * @param {import('../main.js').Page} page
 * @param {string[]} seenBy roles that may see trajectories
 */
export function caseloadPicture(page, seenBy) {
  page.picture({
    name: 'caseload',
    title: say('regie.caseload'),
    explanation: say('regie.caseload.explanation'),
    seenBy,
    tableOpen: true,
    shown: () => !page.parameters.trajectory,
    load: (ask) => caseload(page, ask),
  });
}

async function caseload(page, ask) {
  const { kind = '', rule = '', ended = '' } = page.parameters;
  const [{ rows, count, fields }, referrerKind, rules] = await Promise.all([
    loadCaseload(ask, { day: page.day, region: page.region, kind, rule, ended: Boolean(ended) }),
    labels('ReferrerKind'), labels('FindingRule'),
  ]);
  const ruleName = (each) => shortRule(rules(each));
  const filtered = kind || rule || page.region;
  return {
    empty: rows.length === 0 && !filtered,
    emptyText: say('regie.caseload.empty'),
    table: caseloadTable(page, rows, { referrerKind, ruleName }),
    draw(box) {
      box.append(...[
        workedCase(page, rows),
        filters(page),
        figures(page, rows, count, fields.has('findings'), ruleName),
      ].filter(Boolean));
    },
  };
}

/** Offers the worked case to those who see it. */
function workedCase(page, rows) {
  return rows.some(({ key }) => key === WORKED_CASE) && element(
    'p', { class: 'state' },
    say('regie.workedCase'), ' ',
    button(say('regie.workedCase.show'), () => page.set({ trajectory: WORKED_CASE }), { 'data-focus': 'case' }),
  );
}

function filters(page) {
  const choice = (name, options) => {
    const select = element(
      'select', { 'data-focus': name, on: { change: () => page.set({ [name]: select.value }) } },
      ...options.map(([value, text]) => new Option(text, value)),
    );
    select.value = page.parameters[name] ?? '';
    return element('label', {}, element('span', { class: 'field-name', text: say(`regie.filter.${name}`) }), select);
  };
  return element(
    'div', { class: 'filters' },
    choice('kind', [['', say('regie.all')], ...['HSJ', 'REGULAR'].map((each) => [each, say(`regie.trajectory.${each}`)])]),
    choice('ended', [['', say('regie.filter.running')], ['1', say('regie.filter.withEnded')]]),
  );
}

/** How many, and which rules are broken most; each can be chosen. */
function figures(page, rows, count, seesFindings, ruleName) {
  const broken = new Map();
  rows.forEach(({ findings = [] }) => new Set(findings.map(({ rule }) => rule)).forEach((rule) =>
    broken.set(rule, (broken.get(rule) ?? 0) + 1)));
  const wanted = page.parameters.rule ?? '';
  const most = [...broken].sort(([, one], [, other]) => other - one);
  const shown = most.slice(0, MOST_BROKEN);
  if (wanted && wanted !== 'ANY' && !shown.some(([rule]) => rule === wanted)) {
    shown.push([wanted, broken.get(wanted) ?? 0]);
  }
  const any = rows.filter(({ findings = [] }) => findings.length > 0).length;
  const figure = (rule, size, text) => element('li', {}, element(
    'button', {
      type: 'button', class: 'figure', 'data-focus': `rule-${rule}`, 'aria-pressed': rule === wanted,
      on: { click: () => page.set({ rule: rule === wanted ? '' : rule }) },
    },
    element('strong', { text: number(size) }), element('span', { text }),
  ));
  return element(
    'div', {},
    element('ul', { class: 'figures' },
      figure('', wanted ? rows.length : count, say(wanted ? 'regie.showAll' : 'regie.trajectories')),
      ...(seesFindings ? [figure('ANY', any, say('regie.anyMissing'))] : []),
      ...shown.map(([rule, size]) => figure(rule, size, ruleName(rule)))),
    count > rows.length && element('p', { class: 'hint', text: say('regie.tooMany', { most: LISTED_MOST, count }) }),
  );
}

function caseloadTable(page, rows, { referrerKind, ruleName }) {
  const held = (wanted) => ({ regieHoldersConnection }) => (regieHoldersConnection?.edges ?? [])
    .filter(({ properties }) => properties.kind === wanted)
    .map(({ node }) => holderName(node, referrerKind)).join(', ') || NONE;
  const used = (value) => rows.some((row) => value(row) !== NONE);
  const missing = ({ findings = [] }) => [...new Set(findings.map(({ rule }) => ruleName(rule)))].join('; ') || NONE;
  const columns = [
    { label: say('regie.step'), value: (row) => (row.step ? say(`regie.step.${row.step}`) : NONE) },
    ...KINDS.map((kind) => ({ label: say(`regie.kind.${kind}`), value: held(kind) })),
    {
      label: say('regie.contact'),
      value: ({ contact }) => (contact ? holderName(contact, referrerKind) : NONE),
    },
    { label: say('regie.missing'), value: missing },
  ];
  return {
    caption: say('regie.caseload'),
    columns: [
      {
        label: say('regie.trajectory.name'),
        value: ({ key }) => key,
        cell: ({ key }) => button(key, () => page.set({ trajectory: key }), { class: 'link', 'data-focus': `open-${key}` }),
      },
      { label: say('regie.kind'), value: ({ kind }) => (kind ? say(`regie.trajectory.${kind}`) : NONE) },
      ...columns.filter(({ value }) => used(value)),
    ],
    rows,
  };
}
