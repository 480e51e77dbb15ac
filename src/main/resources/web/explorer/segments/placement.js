// From category over cluster to segment; for one segment, from its products.

import { choice, choices } from '../choose.js';
import { element } from '../dom.js';
import { say } from '../words.js';
import { factLabels, load, period, productName, sureness, told } from './load.js';
import { linksOf, sankey } from './sankey.js';

/**
 * Adds the picture.
 *
 * @param {import('../main.js').Page} page
 */
export function placementPicture(page) {
  return page.picture({
    name: 'placement',
    title: say('segments.placement'),
    explanation: say('segments.placement.explanation'),
    load: async (ask) => {
      const { lines, sources } = await load(ask, page);
      const words = await factLabels();
      const segments = distinctSegments(lines);
      const chosen = segments.find(({ key }) => key === page.parameters.segment);
      const kept = chosen ? linesWith(lines, chosen.key) : lines;
      return {
        empty: lines.length === 0,
        table: { caption: say('segments.placement'), columns: columns(words), rows: kept },
        async draw(box) {
          box.append(chooser(page, segments, chosen));
          const drawing = await sankey(box, linksOf(steps(kept, words, Boolean(chosen))), {
            label: say('segments.placement'),
            heads: [
              say(chosen ? 'many.Product' : 'segments.category'),
              say('type.Cluster'),
              say('type.Segment'),
            ],
            click: (node) => node.startsWith('segment ') && page.set({ segment: node.slice(8) }),
          });
          box.append(...hints(kept, sources));
          return drawing;
        },
      };
    },
  });
}

function distinctSegments(lines) {
  const all = lines
    .filter(({ segment }) => segment !== null)
    .map(({ segment, product }) => ({ ...segment, region: product.region?.name ?? '' }));
  const each = new Map(all.map((segment) => [segment.key, segment]));
  return [...each.values()].toSorted((one, other) => one.key.localeCompare(other.key));
}

/** All lines of the products of a segment, so that their other segments show too. */
function linesWith(lines, key) {
  const products = new Set(
    lines.filter(({ segment }) => segment?.key === key).map(({ product }) => product.key),
  );
  return lines.filter(({ product }) => products.has(product.key));
}

function chooser(page, segments, chosen) {
  return choices(
    choice(
      say('type.Segment'),
      [
        { value: '', text: say('segments.all') },
        ...segments.map(({ key, name, region }) => ({ value: key, text: name, group: region })),
      ],
      chosen?.key ?? '',
      (value) => page.set({ segment: value }),
      'segment',
    ),
  );
}

/** Where each line runs along: places with a name, each on its level. */
function steps(lines, words, products) {
  return lines.map((line) => ({
    sure: sureness(line),
    told: `${productName(line.product)}\n${factText(line, words)}`,
    nodes: [
      products
        ? { id: `product ${line.product.key}`, name: productName(line.product), level: 0 }
        : { id: `category ${line.product.category}`, name: categoryName(line, words), level: 0 },
      line.cluster && { id: `cluster ${line.cluster.key}`, name: line.cluster.name, level: 1 },
      line.segment
        ? { id: `segment ${line.segment.key}`, name: line.segment.name, level: 2 }
        : { id: 'none', name: `✕ ${say('segments.none')}`, level: 2 },
    ].filter(Boolean),
  }));
}

function categoryName({ product }, { category }) {
  return product.category === null ? say('segments.category.none') : category(product.category);
}

function factText({ mapping, listing }, words) {
  const fact = (name, { status, source, place, confidence }) =>
    say('segments.fact', {
      name,
      status: status ? words.status(status) : '?',
      source: source ?? '?',
      place: place ?? say('segments.place.none'),
      confidence: told(confidence),
    });
  return [
    listing && fact(say('type.Cluster'), listing),
    mapping && fact(say('type.Segment'), mapping),
    mapping && `${words.purpose(mapping.purpose)}. ${period(mapping)}`,
    mapping?.contractGroup && say('segments.group', { group: mapping.contractGroup }),
  ]
    .filter(Boolean)
    .join('\n');
}

function columns(words) {
  const of = (part, field) => (line) => line[part]?.[field] ?? '';
  return [
    { label: say('type.Product'), value: ({ product }) => productName(product) },
    { label: say('segments.category'), value: (line) => categoryName(line, words) },
    { label: say('type.Cluster'), value: of('cluster', 'name') },
    { label: say('type.Segment'), value: ({ segment }) => segment?.name ?? say('segments.none') },
    {
      label: say('segments.status'),
      value: ({ mapping }) => (mapping?.status ? words.status(mapping.status) : ''),
    },
    {
      label: say('segments.confidence'),
      value: (line) => (line.mapping || line.listing ? told(sureness(line)) : ''),
    },
    { label: say('segments.source'), value: of('mapping', 'source') },
    {
      label: say('segments.place'),
      value: ({ mapping }) => (mapping ? (mapping.place ?? say('segments.place.none')) : ''),
    },
    { label: say('segments.period'), value: ({ mapping }) => (mapping ? period(mapping) : '') },
    {
      label: say('segments.purpose'),
      value: ({ mapping }) => (mapping ? words.purpose(mapping.purpose) : ''),
    },
  ];
}

function hints(lines, sources) {
  const used = [
    ...new Set(
      lines.flatMap(({ mapping, listing }) => [mapping?.source, listing?.source]).filter(Boolean),
    ),
  ];
  const purposes = used.map((key) => `${key}: ${sources.get(key) ?? ''}`).join(' · ');
  return [
    element(
      'ul',
      { class: 'signs' },
      ...['HIGH', 'MEDIUM', 'LOW'].map((each) =>
        element(
          'li',
          {},
          element('b', { class: `sure ${each}`, text: each === 'HIGH' ? '━' : '△' }),
          ` ${say('segments.sure', { what: told(each) })}`,
        ),
      ),
    ),
    purposes &&
      element('p', { class: 'hint', text: say('segments.sources', { sources: purposes }) }),
  ].filter(Boolean);
}
