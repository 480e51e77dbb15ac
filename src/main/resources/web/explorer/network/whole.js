// The whole network: everyone who is tied to another, with the measures of network analysis.

import { button, element } from '../dom.js';
import { currentLanguage, longDay, number, say } from '../words.js';
import { nodeId } from './canvas.js';
import { communityLooks, drawMap } from './map.js';

const ANALYSIS = `query WholeNetwork($of: NetworkKind!, $region: ID, $day: Date) {
  networkAnalysis(region: $region, asOf: $day) {
    network(of: $of) {
      on published suppressed communities components
      actors {
        id name degree weightedDegree betweenness pageRank community component cutPoint x y
      }
      ties { first second weight }
    }
  }
}`;
const REGION = `query Region($code: ID!) { region(by: { code: $code }) { id } }`;
const NODES = `query Actors($ids: [ID!]!) {
  nodes(ids: $ids) { __typename ... on Provider { agb } ... on Network { key } }
}`;

const KINDS = ['CONTRACTS', 'PARTNERSHIPS', 'DELIVERIES'];
const SIZES = ['degree', 'betweenness', 'pageRank'];
const TIES_MOST = 300;
const COMMUNITIES_MOST = 12;

/** Who may see deliveries, or ask published numbers. */
const SEEN_BY = [
  'ANALYST',
  'REGION_OFFICE',
  'MUNICIPALITY',
  'LOCAL_TEAM',
  'CERTIFIED_INSTITUTION',
  'PROVIDER',
  'NETWORK_PARTNER',
  'STEWARD',
];

/**
 * Adds the picture, which is there only while nothing is on the canvas.
 *
 * @param {import('../main.js').Page} page
 */
export function wholePicture(page) {
  // They stay where the caller may not see what was chosen.
  const choices = [choose(page, 'of', KINDS), choose(page, 'size', SIZES)];
  const picture = page.picture({
    name: 'whole',
    title: say('whole.title'),
    explanation: say('whole.explanation'),
    shown: () => !page.parameters.at && !page.parameters.nodes,
    seenBy: SEEN_BY,
    tableOpen: true,
    load(ask) {
      const choice = choiceOf(page);
      choices.forEach(({ show }) => show(choice));
      return load(page, ask, choice);
    },
  });
  picture.element
    .querySelector('header')
    .after(element('div', { class: 'filters' }, ...choices.map(({ field }) => field)));
}

async function load(page, ask, choice) {
  const region = page.region ? await regionId(page) : undefined;
  const data = await ask(ANALYSIS, { of: choice.of, region, day: page.day });
  const { network } = data.networkAnalysis;
  const names = await namesOf(ask, network.actors);
  const open = (id) => page.set({ at: names.get(id), of: '', size: '', least: '', community: '' });
  return {
    empty: network.actors.length === 0,
    emptyText: [say('whole.nobody'), ...origin(network, choice)].join(' '),
    graph: true,
    table: measures(network.actors, choice.community, open),
    draw: (box) => draw(box, page, { network, choice, open }),
  };
}

/** Reads the choices in the address; what it does not know is the first. */
function choiceOf({ parameters }) {
  const { of, size, least, community } = parameters;
  return {
    of: KINDS.includes(of) ? of : KINDS[0],
    size: SIZES.includes(size) ? size : SIZES[0],
    least: Number(least) || 0,
    community: Number(community) || 0,
  };
}

async function regionId(page) {
  const { region } = await page.ask(REGION, { code: page.region });
  return region?.id ?? '';
}

/** Returns the names on the canvas of actors, by id. */
async function namesOf(ask, actors) {
  const ids = actors.map(({ id }) => id);
  const { nodes } = ids.length > 0 ? await ask(NODES, { ids }) : { nodes: [] };
  return new Map(
    nodes.flatMap((node, index) =>
      node
        ? [[ids[index], nodeId({ type: node.__typename, key: node.agb ?? node.key })]]
        : [],
    ),
  );
}

/** The least weight of the ties that are drawn: so that they are not too many, unless it is chosen. */
function leastWeight(ties, chosen) {
  const weights = ties.map(({ weight }) => weight).sort((one, other) => other - one);
  const most = weights[0] ?? 1;
  if (chosen > 0) {
    return Math.min(chosen, most);
  }
  return weights.length > TIES_MOST ? Math.min(weights[TIES_MOST] + 1, most) : 1;
}

async function draw(box, page, { network, choice, open }) {
  const { actors, ties } = network;
  const least = leastWeight(ties, choice.least);
  const drawn = ties.filter(({ weight }) => weight >= least);
  const place = element('div', { class: 'canvas' });
  const facts = [told(network), ...origin(network, choice)];
  let drawing;
  box.append(
    ...[
      element('p', { class: 'hint', text: facts.join(' ') }),
      slider(page, ties, least),
      drawn.length < ties.length && leftOut(drawn.length, ties.length, least),
      tools(() => drawing),
      place,
      legend(page, actors, choice.community),
    ].filter(Boolean),
  );
  drawing = await drawMap(
    place,
    {
      label: say('whole.label'),
      actors,
      ties: drawn,
      size: (actor) => actor[choice.size],
      community: choice.community,
    },
    open,
  );
  return drawing;
}

/** Says of numbers of youths where they are from. */
function origin({ published, on, suppressed }, { of }) {
  if (of !== 'DELIVERIES') {
    return [];
  }
  return published
    ? [say('whole.published', { day: longDay(on), count: suppressed })]
    : [say('whole.own')];
}

function leftOut(drawn, all, least) {
  return element('p', {
    class: 'hint',
    role: 'status',
    text: say('whole.leftOut', { drawn, left: all - drawn, least }),
  });
}

function told({ actors, ties, communities, components }) {
  return say('whole.told', {
    actors: actors.length,
    ties: ties.length,
    communities,
    components,
    cut: actors.filter(({ cutPoint }) => cutPoint).length,
  });
}

function choose(page, name, values) {
  const forget = name === 'of' ? { least: '', community: '' } : {};
  const select = element(
    'select',
    { on: { change: () => page.set({ [name]: select.value, ...forget }) } },
    ...values.map((value) => new Option(say(`whole.${name}.${value}`), value)),
  );
  return {
    field: labelled(say(`whole.${name}`), select),
    show(choice) {
      select.value = choice[name];
    },
  };
}

function slider(page, ties, least) {
  const most = Math.max(0, ...ties.map(({ weight }) => weight));
  if (most < 2) {
    return null;
  }
  const output = element('output', { text: number(least) });
  const range = element('input', {
    type: 'range',
    min: 1,
    max: most,
    value: least,
    'data-focus': 'whole-least',
    on: {
      input: () => {
        output.textContent = number(range.valueAsNumber);
      },
      change: () => page.set({ least: range.value }, false),
    },
  });
  return element('div', { class: 'filters' }, labelled(say('whole.least'), range, output));
}

function labelled(text, ...fields) {
  return element('label', {}, element('span', { class: 'field-name', text }), ...fields);
}

function tools(drawn) {
  const tool = (text, pressed, focus, label = text) =>
    button(text, pressed, { class: 'action', 'aria-label': label, 'data-focus': `whole-${focus}` });
  return element(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': say('network.tools') },
    tool('+', () => drawn().zoom(1.3), 'larger', say('network.larger')),
    tool('−', () => drawn().zoom(1 / 1.3), 'smaller', say('network.smaller')),
    tool(say('network.fit'), () => drawn().fit(), 'fit'),
  );
}

/** Lists the communities, the largest first; one that is pressed stands out in the picture. */
function legend(page, actors, chosen) {
  const sizes = new Map();
  actors.forEach(({ community }) => sizes.set(community, (sizes.get(community) ?? 0) + 1));
  const all = [...sizes].sort(([one], [other]) => one - other);
  const listed = all.filter(
    ([community, count], index) =>
      (index < COMMUNITIES_MOST && count > 1) || community === chosen,
  );
  const entry = ([community, count]) => {
    const looks = communityLooks(community);
    const sign = element('span', { class: 'sign', 'aria-hidden': true, text: looks.sign });
    sign.style.color = `var(${looks.colour})`;
    return element(
      'button',
      {
        type: 'button',
        class: 'entry community',
        'aria-pressed': community === chosen,
        'data-focus': `whole-community-${community}`,
        title: say('whole.legend.hint'),
        on: {
          click: () => page.set({ community: community === chosen ? '' : `${community}` }, false),
        },
      },
      sign,
      `${say('whole.community')} ${number(community)} `,
      element('small', { text: number(count) }),
    );
  };
  const cut = actors.some(({ cutPoint }) => cutPoint);
  return element(
    'div',
    { class: 'legend', role: 'group', 'aria-label': say('whole.legend') },
    ...listed.map(entry),
    listed.length < all.length &&
      element('span', {
        class: 'hint',
        text: say('whole.more', { count: all.length - listed.length }),
      }),
    cut && element('span', { class: 'hint', text: `◎ ${say('whole.cut.legend')}` }),
  );
}

function measures(actors, community, open) {
  const fraction = new Intl.NumberFormat(currentLanguage(), { maximumSignificantDigits: 3 });
  const measure = (name, more = {}) => ({
    label: say(`whole.measure.${name}`),
    numeric: true,
    value: (actor) => actor[name],
    ...more,
  });
  const written = (name) => measure(name, { cell: (actor) => fraction.format(actor[name]) });
  return {
    caption: say('whole.title'),
    columns: [
      {
        label: say('network.name'),
        value: ({ name }) => name,
        cell: ({ id, name }) =>
          button(name, () => open(id), { class: 'link', 'data-focus': `whole-open-${id}` }),
      },
      measure('degree'),
      measure('weightedDegree'),
      written('betweenness'),
      written('pageRank'),
      measure('community'),
      measure('component'),
      {
        label: say('whole.measure.cutPoint'),
        value: ({ cutPoint }) => say(cutPoint ? 'whole.yes' : 'whole.no'),
      },
    ],
    rows: [...actors].sort((one, other) => other.degree - one.degree),
    marked: (actor) => actor.community === community,
  };
}
