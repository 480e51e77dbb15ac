// Each segment in each municipality, with the number of its providers.

import { button, element } from '../dom.js';
import { matrix } from '../matrix.js';
import { number, say } from '../words.js';
import { keysOf, placeName, regionId } from './parts.js';

const QUERY = `query Coverage($region: ID, $day: Date) {
  networkAnalysis(region: $region, asOf: $day) {
    coverage {
      segment { id name } municipality { id name }
      stated productCount providerCount uncovered { id }
    }
  }
  segments(asOf: $day) { id key scheme region { name } }
  municipalities(asOf: $day) {
    id
    code
    segmentsConnection { edges { node { id } properties { extent covers } } }
  }
}`;

const SIGNS = { gap: '✕', none: '–', unstated: '?', part: '◐' };

/**
 * Adds the matrix.
 *
 * @param {import('../main.js').Page} page
 * @param {Function} lead goes to a picture, see the view
 */
export function coveragePicture(page, lead) {
  return page.picture({
    name: 'coverage',
    title: say('supply.coverage'),
    explanation: say('supply.coverage.explanation'),
    load: async (ask) => {
      const data = await ask(QUERY, { region: regionId(page), day: page.day });
      const all = read(data);
      const { rows, left } = withProducts(all);
      const choose = (row) => lead('cell', { cell: cellName(row) });
      return {
        empty: all.length === 0,
        table: table(rows, choose, page.parameters.cell),
        async draw(box) {
          const parts = partsOf(rows, page.parameters.cell);
          const drawing = await matrix(box, parts, {
            label: say('supply.coverage'),
            click: (_part, cell) => cell.of && choose(cell.of),
          });
          box.append(legend(rows));
          if (left.length > 0) {
            box.append(
              element('p', {
                class: 'hint',
                text: say('supply.coverage.left', {
                  count: left.length,
                  schemes: [...new Set(left.map(({ scheme }) => scheme))].join(', '),
                }),
              }),
            );
          }
          return drawing;
        },
      };
    },
  });
}

/** The name of a cell in the address. */
function cellName({ key, code }) {
  return `${key}:${code}`;
}

function read({ networkAnalysis, segments, municipalities }) {
  const keyOf = keysOf(segments);
  const codeOf = keysOf(municipalities.map(({ id, code }) => ({ id, key: code })));
  const about = new Map(segments.map((segment) => [segment.id, segment]));
  const partly = new Map(
    municipalities.flatMap(({ id, segmentsConnection }) =>
      segmentsConnection.edges
        .filter(({ properties }) => properties.extent === 'PARTIAL')
        .map(({ node, properties }) => [`${node.id} ${id}`, properties.covers ?? []]),
    ),
  );
  return networkAnalysis.coverage.map((covered) => ({
    ...covered,
    key: keyOf(covered.segment),
    code: codeOf(covered.municipality),
    scheme: about.get(covered.segment.id)?.scheme ?? '',
    region: about.get(covered.segment.id)?.region?.name ?? '',
    part: partly.get(`${covered.segment.id} ${covered.municipality.id}`) ?? null,
  }));
}

/** Leaves out the schemes that place no products, about which a matrix can say nothing. */
function withProducts(all) {
  const placing = new Set(all.filter(({ productCount }) => productCount > 0).map(scheme));
  const rows = placing.size === 0 ? all : all.filter((row) => placing.has(scheme(row)));
  const left = [
    ...new Map(all.filter((row) => !rows.includes(row)).map((row) => [row.key, row])).values(),
  ];
  return { rows, left };
}

function scheme({ region, scheme: name }) {
  return `${region} ${name}`;
}

/** What kind of cell it is. */
function kind({ productCount, providerCount }) {
  return productCount === 0 ? 'none' : providerCount === 0 ? 'gap' : '';
}

/** The signs of a cell, without the number. */
function signs(row) {
  return [
    row.productCount > 0 && row.providerCount === 0 && SIGNS.gap,
    row.productCount === 0 && SIGNS.none,
    !row.stated && SIGNS.unstated,
    row.part && SIGNS.part,
  ].filter(Boolean);
}

/** What is told of a cell in words. */
function remarks(row) {
  return [
    kind(row) === 'gap' && say('supply.sign.gap'),
    kind(row) === 'none' && say('supply.sign.none'),
    !row.stated && say('supply.sign.unstated'),
    row.part && say('supply.sign.part.named', { parts: row.part.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}

function partsOf(rows, chosen) {
  const several = new Set(rows.map(scheme)).size > 1;
  return [...Map.groupBy(rows, scheme).values()].map((own) => {
    const columns = distinct(own.map(({ segment }) => segment));
    const places = distinct(own.map(({ municipality }) => municipality)).toSorted((one, other) =>
      one.name.localeCompare(other.name),
    );
    return {
      title: several ? `${own[0].region} · ${own[0].scheme}` : '',
      rows: places.map(({ name }) => name),
      columns: columns.map(({ name }) => name),
      cells: own.map((row) => ({
        of: row,
        row: places.findIndex(({ id }) => id === row.municipality.id),
        column: columns.findIndex(({ id }) => id === row.segment.id),
        value: kind(row) === '' ? row.providerCount : null,
        text: [kind(row) === '' && number(row.providerCount), ...signs(row)]
          .filter(Boolean)
          .join(' '),
        tooltip: [
          placeName(row),
          say('supply.coverage.told', {
            providers: row.providerCount,
            products: row.productCount,
            open: row.uncovered.length,
          }),
          remarks(row),
        ]
          .filter(Boolean)
          .join('\n'),
        marked: cellName(row) === chosen,
      })),
    };
  });
}

function distinct(nodes) {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

function legend(rows) {
  const used = new Set(rows.flatMap(signs));
  const told = Object.entries(SIGNS).filter(([, sign]) => used.has(sign));
  return element(
    'ul',
    { class: 'signs' },
    ...told.map(([name, sign]) =>
      element('li', {}, element('b', { text: sign }), ` ${say(`supply.sign.${name}`)}`),
    ),
    element('li', {}, say('supply.sign.empty')),
  );
}

function table(rows, choose, chosen) {
  return {
    caption: say('supply.coverage'),
    columns: [
      {
        label: say('supply.place'),
        value: placeName,
        cell: (row) =>
          button(placeName(row), () => choose(row), {
            class: 'link',
            'data-focus': `cell-${cellName(row)}`,
          }),
      },
      {
        label: say('supply.providers'),
        numeric: true,
        value: ({ providerCount }) => providerCount,
      },
      { label: say('supply.products'), numeric: true, value: ({ productCount }) => productCount },
      { label: say('supply.uncovered'), numeric: true, value: ({ uncovered }) => uncovered.length },
      { label: say('supply.remarks'), value: remarks },
    ],
    rows,
    marked: (row) => cellName(row) === chosen,
  };
}
