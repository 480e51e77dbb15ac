// Flows of which statistics tell: numbers of youths in a quarter, protected and rounded, without
// anybody's data.

import { barList } from '../bar-list.js';
import { currentCaller } from '../caller.js';
import { element } from '../dom.js';
import { labels } from '../labels.js';
import { today } from '../today.js';
import { number, say } from '../words.js';
import { drawPairs } from './circle.js';
import { drawFlows } from './sankey.js';

/** Roles that may ask statistics. */
export const STATISTICS_SEEN_BY = ['ANALYST', 'REGION_OFFICE', 'STEWARD'];

const FIRST_QUARTER = '2023-01-01';
const OTHERS = '…';
const TABLE = 'on dimensions threshold roundedTo total { value suppressed } cells { key youths { value suppressed } }';

/**
 * Adds the pictures of statistics.
 *
 * @param {import('../main.js').Page} page
 */
export function statisticsPictures(page) {
  const allowed = STATISTICS_SEEN_BY.includes(currentCaller().role);
  const add = (name, load, always = false) => page.picture({
    name, title: say(`flows.${name}`), explanation: say(`flows.${name}.explanation`), seenBy: STATISTICS_SEEN_BY,
    shown: () => allowed || always, load: (ask) => load(page, ask),
  });
  add('referrals', referrals, true);
  add('pairs', pairs);
  add('moved', (...more) => oneDimension('HAND_OVERS_OF_REGIE', ...more));
  add('stays', (...more) => oneDimension('MOVES_BETWEEN_STAYS', ...more));
}

/** Returns the first day of the quarter that holds the day, or of the last complete one. */
function quarterOf(day) {
  const start = (year, month) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const of = (text, back = 0) => {
    const [year, month] = text.split('-').map(Number);
    return start(year, Math.floor((month - 1) / 3) * 3 - back);
  };
  const last = of(today(), 3);
  const wanted = of(day);
  return wanted > last ? last : wanted < FIRST_QUARTER ? FIRST_QUARTER : wanted;
}

/** Asks for tables of the quarter, with what is said of all pictures of statistics. */
async function tables(page, ask, names) {
  const own = currentCaller().role === 'REGION_OFFICE' ? currentCaller().organisation : '';
  const code = own || page.region;
  let region = null;
  if (code && !own) {
    const found = await page.ask('query Region($code: ID!) { region(by: { code: $code }) { id } }', { code });
    region = found.region?.id ?? null;
  }
  const parts = names.map((name, index) => `t${index}: statistics(table: ${name}, on: $on, region: $region) { ${TABLE} }`);
  const on = quarterOf(page.day);
  const data = await ask(`query Flows($on: Date!, $region: ID) {\n  ${parts.join('\n  ')}\n}`, { on, region });
  const where = page.regions.find((each) => each.code === code)?.name ?? say('flows.everywhere');
  return { found: names.map((_, index) => data[`t${index}`]), where };
}

/** Which quarter and region, how many in all, and what protects the numbers. */
function about({ on, total, threshold, roundedTo }, where) {
  const [year, month] = on.split('-').map(Number);
  const all = total.value === null ? say('flows.leftOut') : number(total.value);
  return element('p', { class: 'hint', text: say('flows.about', {
    quarter: String((month + 2) / 3), year: String(year), where, all, threshold, rounded: roundedTo,
  }) });
}

function common(table) {
  return {
    empty: table.cells.length === 0,
    emptyText: say('flows.nobody'),
    suppressed: table.cells.filter(({ youths }) => youths.value === null).length,
  };
}

const shownAs = (value) => (value === null ? say('flows.leftOut') : value);

/** Reads the names of who delivers: AGB codes of providers, keys of networks. */
async function delivererNames(page, keys) {
  const known = [...new Set(keys.filter(Boolean))];
  const { providers, networks } = await page.ask(`query Names($agbs: [AGB!], $keys: [ID!], $day: Date) {
  providers(where: { agb: { in: $agbs } }, asOf: $day) { agb name }
  networks(where: { key: { in: $keys } }, asOf: $day) { key name }
}`, { agbs: known.filter((key) => /^\d{8}$/.test(key)), keys: known.filter((key) => !/^\d{8}$/.test(key)), day: page.day });
  const names = new Map([...providers.map(({ agb, name }) => [agb, name]), ...networks.map(({ key, name }) => [key, name])]);
  return (key) => (key === null ? say('flows.noHelp') : (names.get(key) ?? key));
}

async function referrals(page, ask) {
  const { found: [table, byKind], where } = await tables(page, ask, [
    'REFERRALS_BY_KIND_OF_REFERRER_AND_PROVIDER', 'REFERRALS_BY_KIND_OF_REFERRER',
  ]);
  const [kinds, deliverer] = await Promise.all([
    labels('ReferrerKind'), delivererNames(page, table.cells.map(({ key }) => key[1])),
  ]);
  const kindName = (kind) => (kind === null ? say('flows.noKind') : kinds(kind));
  const known = table.cells.filter(({ youths }) => youths.value !== null);
  const hidden = Map.groupBy(table.cells.filter(({ youths }) => youths.value === null), ({ key }) => key[0]);
  const flows = [
    ...known.map(({ key, youths }) => ({ column: 0, from: String(key[0]), to: String(key[1]), value: youths.value })),
    ...[...hidden].map(([kind, cells]) => ({
      column: 0, from: String(kind), to: OTHERS, value: null, what: say('flows.deliverers', { count: cells.length }),
    })),
  ];
  const whole = new Map(byKind.cells.map(({ key, youths }) => [String(key[0]), youths.value]));
  const name = (column, id) => {
    if (column === 1) {
      return id === OTHERS ? say('flows.otherDeliverers') : deliverer(id === 'null' ? null : id);
    }
    const all = whole.get(id);
    return kindName(id === 'null' ? null : id) + (all === undefined ? '' : all === null ? '' : ` · ${say('flows.inAll', { all })}`);
  };
  return {
    ...common(table),
    table: {
      caption: say('flows.referrals'),
      columns: [
        { label: say('flows.referrerKind'), value: ({ key }) => kindName(key[0]) },
        { label: say('flows.first'), value: ({ key }) => deliverer(key[1]) },
        { label: say('flows.youths'), numeric: true, value: ({ youths }) => shownAs(youths.value) },
      ],
      rows: table.cells,
    },
    draw(box) {
      box.append(about(table, where));
      return drawFlows(box, { heads: [say('flows.referrerKind'), say('flows.first')], name, flows }, say('flows.referrals'));
    },
  };
}

async function pairs(page, ask) {
  const { found: [table], where } = await tables(page, ask, ['PAIRS_OF_PROVIDERS']);
  const name = await delivererNames(page, table.cells.flatMap(({ key }) => key));
  const rows = table.cells.map(({ key, youths }) => ({ first: name(key[0]), second: name(key[1]), value: youths.value }));
  return {
    ...common(table),
    table: {
      caption: say('flows.pairs'),
      columns: [
        { label: say('flows.one'), value: ({ first }) => first },
        { label: say('flows.other'), value: ({ second }) => second },
        { label: say('flows.youths'), numeric: true, value: ({ value }) => shownAs(value) },
      ],
      rows,
    },
    draw(box) {
      box.append(about(table, where));
      return drawPairs(box, rows, say('flows.pairs'));
    },
  };
}

/** A table of one dimension, which says where to and not from where. */
async function oneDimension(name, page, ask) {
  const { found: [table], where } = await tables(page, ask, [name]);
  const segments = await segmentNames(page, table);
  const ofRegie = name === 'HAND_OVERS_OF_REGIE';
  const label = (key) => (ofRegie ? say(`regie.kind.${key}`) : key === null ? say('flows.noSegment') : (segments.get(key) ?? key));
  const rows = table.cells.map(({ key, youths }) => ({ label: label(key[0]), value: youths.value }));
  return {
    ...common(table),
    table: {
      caption: say(ofRegie ? 'flows.moved' : 'flows.stays'),
      columns: [
        { label: say(ofRegie ? 'flows.regieKind' : 'flows.newSegment'), value: (row) => row.label },
        { label: say('flows.youths'), numeric: true, value: ({ value }) => shownAs(value) },
      ],
      rows,
    },
    draw(box) {
      box.append(about(table, where), barList(rows, say('flows.leftOut')));
    },
  };
}

async function segmentNames(page, { dimensions, cells }) {
  const keys = cells.map(({ key }) => key[0]).filter(Boolean);
  if (dimensions[0] !== 'segment' || keys.length === 0) {
    return new Map();
  }
  const { segments } = await page.ask(
    'query Segments($keys: [ID!]) { segments(where: { key: { in: $keys } }) { key name region { name } } }', { keys });
  return new Map(segments.map(({ key, name, region }) => [key, [name, region?.name].filter(Boolean).join(' · ')]));
}
