// The network: who works with whom, and for what.

import { element } from '../dom.js';
import { number, say } from '../words.js';

const OVERVIEW = `query Overview($region: RegionWhere, $day: Date) {
  Provider: providersConnection(where: { region: $region }, asOf: $day) { totalCount }
  Network: networksConnection(where: { region: $region }, asOf: $day) { totalCount }
  Referrer: referrersConnection(where: { region: $region }, asOf: $day) { totalCount }
  Municipality: municipalitiesConnection(where: { region: $region }, asOf: $day) { totalCount }
  Segment: segmentsConnection(where: { region: $region }, asOf: $day) { totalCount }
  Product: productsConnection(where: { region: $region }, asOf: $day) { totalCount }
  Agreement: agreementsConnection(where: { region: $region }, asOf: $day) { totalCount }
}`;

/** @type {import('../main.js').View} */
export const view = {
  name: 'network',
  show(page) {
    page.picture({
      name: 'overview',
      title: say('network.overview'),
      explanation: say('network.overview.explanation'),
      load: (ask) => overview(page, ask),
    });
  },
};

async function overview(page, ask) {
  const region = page.region ? { code: { eq: page.region } } : undefined;
  const counts = await ask(OVERVIEW, { region, day: page.day });
  const rows = Object.entries(counts).map(([type, { totalCount }]) => ({ type, count: totalCount }));
  return {
    empty: rows.every(({ count }) => count === 0),
    table: {
      caption: say('network.overview'),
      columns: [
        { label: say('network.kind'), value: ({ type }) => say(`type.${type}`) },
        { label: say('network.count'), numeric: true, value: ({ count }) => count },
      ],
      rows,
    },
    draw(box) {
      box.append(
        element('ul', { class: 'figures' }, ...rows.map(({ type, count }) =>
          element('li', {},
            element('strong', { text: number(count) }),
            element('span', { text: say(`type.${type}`) })))),
      );
    },
  };
}
