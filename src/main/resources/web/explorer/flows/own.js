// Flows of the trajectories that the caller may see: exact numbers, for whoever may see persons.

import { currentCaller } from '../caller.js';
import { element } from '../dom.js';
import { labels } from '../labels.js';
import { plusDays } from '../today.js';
import { number, say, shortDay } from '../words.js';
import { drawFlows } from './sankey.js';

/** Roles that may see the help of youths. */
export const HELP_SEEN_BY = [
  'MUNICIPALITY', 'LOCAL_TEAM', 'CERTIFIED_INSTITUTION', 'PROVIDER', 'NETWORK_PARTNER', 'STEWARD',
];

const MOST_NODES = 14;
const OTHERS = '…';
const NOBODY = '–';

/**
 * Adds the pictures of the caller's own trajectories.
 *
 * @param {import('../main.js').Page} page
 */
export function ownPictures(page) {
  const allowed = HELP_SEEN_BY.includes(currentCaller().role);
  const add = (name, load, always = false) => page.picture({
    name, title: say(`flows.${name}`), explanation: say(`flows.${name}.explanation`), seenBy: HELP_SEEN_BY,
    shown: () => allowed || always, load: (ask) => load(page, ask),
  });
  add('paths', paths, true);
  add('handOvers', handOvers);
}

/** The year up to the day, and the region. */
function limits(page) {
  const youth = page.region ? { municipality: { region: { code: { eq: page.region } } } } : undefined;
  return { from: plusDays(page.day, -365), to: page.day, youth };
}

function about({ from, to }, text, values) {
  return element('p', { class: 'hint', text: say(text, { from: shortDay(from), to: shortDay(to), ...values }) });
}

/** Keeps the nodes with the most, and puts the others of a column together. */
function fold(flows, columns) {
  const kept = Array.from({ length: columns }, (_, column) => {
    const sizes = new Map();
    flows.forEach((flow) => {
      const id = flow.column === column ? flow.from : flow.column === column - 1 ? flow.to : undefined;
      if (id !== undefined) {
        sizes.set(id, (sizes.get(id) ?? 0) + flow.value);
      }
    });
    const most = [...sizes].sort(([, one], [, other]) => other - one).map(([id]) => id);
    return { ids: new Set(most.slice(0, MOST_NODES)), others: Math.max(0, most.length - MOST_NODES) };
  });
  const of = (column, id) => (kept[column].ids.has(id) ? id : OTHERS);
  const sums = new Map();
  flows.forEach((flow) => {
    const [from, to] = [of(flow.column, flow.from), of(flow.column + 1, flow.to)];
    const id = [flow.column, from, to, flow.what ?? ''].join('\n');
    const sum = sums.get(id) ?? { ...flow, from, to, value: 0 };
    sum.value += flow.value;
    sums.set(id, sum);
  });
  return { flows: [...sums.values()], others: kept.map(({ others }) => others) };
}

async function paths(page, ask) {
  const { from, to, youth } = limits(page);
  const query = `query Paths($where: DeliveryWhere, $day: Date) {
  deliveriesConnection(where: $where, asOf: $day) {
    totalCount
    aggregate { countDistinct { youths } }
    groups(sort: [{ field: "count.nodes", direction: DESC }]) {
      key {
        trajectory { referrer { kind } }
        deliveredBy { id name }
        continuedBy { deliveredBy { id name } }
      }
      count { nodes }
    }
  }
}`;
  const where = { continues: null, startedOn: { gt: from, lte: to }, ...(youth && { trajectory: { youth } }) };
  const [{ deliveriesConnection: all }, kinds] = await Promise.all([ask(query, { where, day: to }), labels('ReferrerKind')]);
  const names = new Map([[NOBODY, say('flows.noDeliverer')]]);
  const node = (deliverer) => {
    if (!deliverer) {
      return NOBODY;
    }
    names.set(deliverer.id, deliverer.name ?? say('flows.unnamed'));
    return deliverer.id;
  };
  const rows = all.groups.map(({ key, count }) => ({
    kind: key.trajectory?.referrer?.kind ?? NOBODY, first: node(key.deliveredBy),
    next: key.continuedBy ? node(key.continuedBy.deliveredBy) : null, count: count.nodes,
  }));
  const { flows, others } = fold([
    ...rows.map(({ kind, first, count }) => ({ column: 0, from: kind, to: first, value: count })),
    ...rows.filter(({ next }) => next !== null).map(({ first, next, count }) => ({ column: 1, from: first, to: next, value: count })),
  ], 3);
  const kindName = (kind) => (kind === NOBODY ? say('flows.noKind') : kinds(kind));
  const name = (column, id) => {
    if (id === OTHERS) {
      return say('flows.others', { count: others[column] });
    }
    return column === 0 ? kindName(id) : names.get(id);
  };
  const heads = [say('flows.referrerKind'), say('flows.first'), say('flows.next')];
  const columns = flows.some(({ column }) => column === 1) ? 3 : 2;
  return {
    empty: rows.length === 0,
    emptyText: say('flows.noOwn'),
    table: {
      caption: say('flows.paths'),
      columns: [
        { label: heads[0], value: ({ kind }) => kindName(kind) },
        { label: heads[1], value: ({ first }) => names.get(first) },
        { label: heads[2], value: ({ next }) => (next === null ? say('flows.notContinued') : names.get(next)) },
        { label: say('flows.deliveries'), numeric: true, value: ({ count }) => count },
      ],
      rows,
    },
    draw(box) {
      box.append(about({ from, to }, 'flows.paths.about', {
        deliveries: all.totalCount, youths: all.aggregate.countDistinct.youths,
      }));
      return drawFlows(box, { heads: heads.slice(0, columns), name, flows }, say('flows.paths'));
    },
  };
}

async function handOvers(page, ask) {
  const { from, to, youth } = limits(page);
  const query = `query HandOvers($where: TrajectoryWhere, $day: Date, $from: Date!, $to: Date!) {
  trajectoriesConnection(where: $where, asOf: $day) {
    changes(from: $from, to: $to) {
      regieHolders(where: { kind: { eq: MOVED } }) {
        totalCount
        groups(sort: [{ field: "count.edges", direction: DESC }]) {
          key { before { properties { kind } node { id name } } after { node { id name } } }
          count { edges nodes }
        }
      }
    }
  }
}`;
  const { trajectoriesConnection: { changes: { regieHolders: moved } } } =
    await ask(query, { where: youth && { youth }, day: to, from, to });
  const names = new Map();
  const node = (holder) => {
    names.set(holder.id, holder.name ?? say('flows.unnamed'));
    return holder.id;
  };
  const rows = moved.groups.map(({ key: { before, after }, count }) => ({
    kind: say(`regie.kind.${before.properties.kind}`), before: node(before.node), after: node(after.node), count: count.edges,
  }));
  const { flows, others } = fold(rows.map(({ kind, before, after, count }) => ({
    column: 0, from: before, to: after, value: count, what: kind,
  })), 2);
  const name = (column, id) => (id === OTHERS ? say('flows.others', { count: others[column] }) : names.get(id));
  const heads = [say('flows.before'), say('flows.after')];
  return {
    empty: rows.length === 0,
    emptyText: say('flows.noHandOvers'),
    table: {
      caption: say('flows.handOvers'),
      columns: [
        { label: say('flows.regieKind'), value: ({ kind }) => kind },
        { label: heads[0], value: (row) => names.get(row.before) },
        { label: heads[1], value: (row) => names.get(row.after) },
        { label: say('flows.number'), numeric: true, value: ({ count }) => count },
      ],
      rows,
    },
    draw(box) {
      box.append(about({ from, to }, 'flows.handOvers.about', { count: number(moved.totalCount) }));
      return drawFlows(box, { heads, name, flows }, say('flows.handOvers'));
    },
  };
}
