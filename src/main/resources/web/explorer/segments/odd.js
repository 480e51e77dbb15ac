// What is odd about placements: in no segment, in several, not sure.

import { bars } from '../bars.js';
import { say } from '../words.js';
import { load, productName, sureness, told } from './load.js';

/**
 * Adds the picture.
 *
 * @param {import('../main.js').Page} page
 */
export function oddPicture(page) {
  return page.picture({
    name: 'odd',
    title: say('segments.odd'),
    explanation: say('segments.odd.explanation'),
    load: async (ask) => {
      const { products, lines } = await load(ask, page);
      const rows = oddities(products, lines);
      const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => ({
        kind,
        own,
      }));
      return {
        empty: rows.length === 0,
        emptyText: say('segments.odd.nothing'),
        table: {
          caption: say('segments.odd'),
          columns: [
            { label: say('type.Product'), value: ({ product }) => productName(product) },
            { label: say('segments.odd.kind'), value: ({ kind }) => say(`segments.odd.${kind}`) },
            { label: say('segments.odd.what'), value: ({ what }) => what },
            { label: say('frame.region'), value: ({ product }) => product.region?.name ?? null },
          ],
          rows,
        },
        draw: (box) =>
          bars(
            box,
            kinds.map(({ kind, own }) => ({
              name: say(`segments.odd.${kind}`),
              value: own.length,
              text: say('segments.odd.count', { count: own.length, all: products.length }),
            })),
            { label: say('segments.odd'), unit: say('many.Product') },
          ),
      };
    },
  });
}

function oddities(products, lines) {
  const by = Map.groupBy(lines, ({ product }) => product.key);
  const odd = (kind, find) =>
    products.flatMap((product) => {
      const what = find(product, by.get(product.key));
      return what === undefined ? [] : [{ kind, product, what }];
    });
  const several = (nodes) =>
    nodes.length > 1 ? nodes.map(({ node }) => node.name).join('; ') : undefined;
  const sure = (wanted) => (_product, own) => {
    const found = own.filter((line) => sureness(line) === wanted);
    return found.length === 0
      ? undefined
      : found
          .map(({ segment, cluster }) => `${(segment ?? cluster).name}: ${told(wanted)}`)
          .join('; ');
  };
  return [
    ...odd('none', ({ segmentsConnection }) =>
      segmentsConnection.edges.length === 0 ? say('segments.none') : undefined,
    ),
    ...odd('several', ({ segmentsConnection }) => several(segmentsConnection.edges)),
    ...odd('clusters', ({ clustersConnection }) => several(clustersConnection.edges)),
    ...odd('low', sure('LOW')),
    ...odd('medium', sure('MEDIUM')),
    ...odd(
      'group',
      ({ segmentsConnection }) =>
        segmentsConnection.edges
          .map(({ properties }) => properties.contractGroup)
          .filter(Boolean)
          .join('; ') || undefined,
    ),
    ...odd('nameless', ({ name }) => (name === null ? say('segments.odd.nameless') : undefined)),
    ...odd('category', ({ category }) =>
      category === null ? say('segments.category.none') : undefined,
    ),
  ];
}
