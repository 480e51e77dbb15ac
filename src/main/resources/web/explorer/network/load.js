// Asks the API for what is on the canvas.

import { nodeId, nodeName } from './canvas.js';
import { along, filtered, KINDS, RELATIONS, relationsOf, PATH_VIA } from './relations.js';

/** More of a kind than this come as one group. */
export const GROUP_FROM = 16;

/**
 * @typedef {object} Node
 * @property {string} node its name on the canvas
 * @property {string} type name of its type
 * @property {string} key its key
 * @property {string} id its id in the API, on the day
 * @property {string} label what it is called
 * @property {number} size the number that sets its size
 * @property {object} values what else was asked
 */

/**
 * @typedef {object} Edge
 * @property {string} id identifies it among all days
 * @property {string} from name of a node
 * @property {string} to name of a node
 * @property {string} relation name of the relation
 * @property {number} weight how many relationships it stands for
 * @property {string | null} since first day, where one is known
 * @property {string | null} until first day after it, where one is known
 */

/**
 * Asks for nodes, and for all that connects them.
 *
 * @param {import('../picture.js').Ask} ask
 * @param {string[]} names names of the nodes
 * @param {string} day the day
 * @param {object} filters what is wanted; a node that does not fit is left out
 * @returns {Promise<{nodes: Node[], edges: Edge[]}>} what is there
 */
export async function loadCanvas(ask, names, day, filters) {
  const keys = Map.groupBy(
    names.map(nodeName).filter(({ type }) => type in KINDS),
    ({ type }) => type,
  );
  const types = Object.keys(KINDS).filter((type) => keys.has(type));
  if (types.length === 0) {
    return { nodes: [], edges: [] };
  }
  const relations = RELATIONS.filter(({ from, to }) => keys.has(from) && keys.has(to));
  const declared = types.map((type) => `$${type}: ${type}Where`).join(', ');
  const query = `query Network($day: Date, ${declared}) {\n${types.map((type) => listOf(type, relations)).join('\n')}\n}`;
  const variables = Object.fromEntries(
    types.map((type) => [type, where(type, keys.get(type), filters)]),
  );
  const data = await ask(query, { day, ...variables });
  const nodes = types.flatMap((type) => data[KINDS[type].list].map((found) => node(type, found)));
  const there = new Set(nodes.map((each) => each.node));
  const edges = relations
    .flatMap((relation) =>
      data[KINDS[relation.from].list].flatMap((found) => edgesOf(relation, found)),
    )
    .filter(({ from, to }) => there.has(from) && there.has(to));
  return { nodes, edges };
}

function where(type, names, filters) {
  const wanted = { [KINDS[type].key]: { in: names.map(({ key }) => key) } };
  const conditions = filtered(type, filters);
  return conditions.length === 0 ? wanted : { AND: [wanted, ...conditions] };
}

function listOf(type, relations) {
  const { list, key, fields = '', size } = KINDS[type];
  const lines = relations
    .filter(({ from }) => from === type)
    .map((relation) => {
      const field = relation.there[0].replace('*', '');
      const { to, counted, properties } = relation;
      if (counted) {
        return `    ${relation.name}: ${field}Connection { groups { key { ${counted} { ${KINDS[to].key} } } count { nodes } } }`;
      }
      return `    ${relation.name}: ${field}Connection(where: { node: $${to} }) { edges { node { ${KINDS[to].key} }${
        properties ? ` properties { ${properties} }` : ''
      } } }`;
    });
  return [
    `  ${list}(where: $${type}, asOf: $day) {`,
    `    id key: ${key} name ${fields}`,
    ...(size ? [`    size: ${size} { totalCount }`] : []),
    ...lines,
    '  }',
  ].join('\n');
}

function node(type, found) {
  const { id, key, name, size, ...values } = found;
  const label = name ?? found.code ?? key;
  return { node: nodeId({ type, key }), type, key, id, label, size: size?.totalCount ?? 1, values };
}

function edgesOf(relation, found) {
  const from = nodeId({ type: relation.from, key: found.key });
  const key = KINDS[relation.to].key;
  const edge = (to, weight, properties) => ({
    id: `${relation.name}:${from}:${to}:${properties?.role ?? ''}`,
    from,
    to,
    weight,
    relation: relation.name,
    since: properties?.validFrom ?? null,
    until: properties?.validTo ?? null,
  });
  const held = found[relation.name];
  if (relation.counted) {
    return held.groups
      .filter((group) => group.key[relation.counted] !== null)
      .map((group) =>
        edge(
          nodeId({ type: relation.to, key: group.key[relation.counted][key] }),
          group.count.nodes,
        ),
      );
  }
  return held.edges.map((each) =>
    edge(nodeId({ type: relation.to, key: each.node[key] }), 1, each.properties),
  );
}

/**
 * @typedef {object} Neighbours
 * @property {string} id name of the relation, seen from the node
 * @property {string} type type of the neighbours
 * @property {number} count how many there are
 * @property {Array<{key: string, name: string}>} first the first of them, at most `GROUP_FROM`
 */

/**
 * Counts the neighbours of a node by relation.
 *
 * @returns {Promise<Neighbours[]>} those of which there are any
 */
export async function loadNeighbours(ask, name, day, filters) {
  const { type, key } = nodeName(name);
  const relations = relationsOf(type);
  const alias = (id) => id.replace('.', '_');
  const declared = relations.map((each) => `$${alias(each.id)}: ${each.type}Where`).join(', ');
  const lines = relations.map(
    (each) =>
      `  ${alias(each.id)}: ${KINDS[each.type].list}Connection(where: $${alias(each.id)}, ` +
      `first: ${GROUP_FROM}, sort: [{ name: ASC }], asOf: $day) { totalCount edges { node { key: ${KINDS[each.type].key} name } } }`,
  );
  const variables = Object.fromEntries(
    relations.map((each) => [alias(each.id), neighbourWhere(each, type, key, filters)]),
  );
  const data = await ask(`query Neighbours($day: Date, ${declared}) {\n${lines.join('\n')}\n}`, {
    day,
    ...variables,
  });
  return relations
    .map((each) => {
      const { totalCount, edges } = data[alias(each.id)];
      return {
        id: each.id,
        type: each.type,
        count: totalCount,
        first: edges.map((edge) => edge.node),
      };
    })
    .filter(({ count }) => count > 0);
}

function neighbourWhere(each, type, key, filters) {
  const wanted = along(each.path, { [KINDS[type].key]: { eq: key } });
  const conditions = [...filtered(each.type, filters), ...inRegion(each.type, filters.region)];
  return conditions.length === 0 ? wanted : { AND: [wanted, ...conditions] };
}

function inRegion(type, region) {
  return region && KINDS[type].fields?.includes('region')
    ? [{ region: { code: { eq: region } } }]
    : [];
}

/**
 * Lists the neighbours of a node by one relation.
 *
 * @param {string} relation name of the relation, seen from the node
 * @returns {Promise<{type: string, all: Array<{key: string, name: string}>}>} all of them
 */
export async function loadGroup(ask, name, relation, day, filters) {
  const { type, key } = nodeName(name);
  const each = relationsOf(type).find(({ id }) => id === relation);
  const { list, key: keyField } = KINDS[each.type];
  const query =
    `query Group($where: ${each.type}Where, $day: Date) {\n` +
    `  ${list}(where: $where, sort: [{ name: ASC }], asOf: $day) { key: ${keyField} name }\n}`;
  const data = await ask(query, { where: neighbourWhere(each, type, key, filters), day });
  return { type: each.type, all: data[list] };
}

/**
 * Looks for the shortest paths between two nodes.
 *
 * @returns {Promise<string[][]>} names of the nodes along each, from the first end on
 */
export async function loadPaths(ask, from, to, day) {
  const keys = Object.entries(KINDS)
    .map(([type, { key }]) => `... on ${type} { ${type}: ${key} }`)
    .join(' ');
  const query =
    `query Paths($from: ID!, $to: ID!, $via: [PathVia!], $day: Date) {\n` +
    `  paths(from: $from, to: $to, via: $via, first: 5, asOf: $day) { length nodes { __typename ${keys} } relationships { type } }\n}`;
  const { paths } = await ask(query, { from, to, via: PATH_VIA, day });
  const shortest = paths.filter(({ length }) => length === paths[0].length);
  return shortest.map(({ nodes }) =>
    nodes
      .filter(({ __typename }) => __typename in KINDS)
      .map(({ __typename: type, ...found }) => nodeId({ type, key: found[type] })),
  );
}
