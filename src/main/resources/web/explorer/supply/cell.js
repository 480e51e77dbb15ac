// One segment in one municipality: who delivers there, and what nobody does.

import { element } from '../dom.js';
import { say } from '../words.js';
import {
  codesOf,
  KEYS,
  keysOf,
  listOf,
  placeName,
  productName,
  toNetwork,
  toWhatIf,
} from './parts.js';

const QUERY = `query Cell($segment: ID!, $day: Date) {
  networkAnalysis(segment: $segment, asOf: $day) {
    coverage {
      segment { id name } municipality { id name }
      stated productCount providerCount providers { id name } uncovered { id name }
    }
  }
  municipalities(asOf: $day) { id key: code }
${KEYS}
}`;

const SEGMENT = `query Segment($key: ID!, $day: Date) { segment(by: { key: $key }, asOf: $day) { id } }`;

/**
 * Adds the picture of the cell that is chosen; it is there only then.
 *
 * @param {import('../main.js').Page} page
 * @param {Function} lead goes to a picture, see the view
 */
export function cellPicture(page, lead) {
  return page.picture({
    name: 'cell',
    title: say('supply.cell'),
    explanation: say('supply.cell.explanation'),
    shown: () => Boolean(page.parameters.cell),
    tableOpen: true,
    load: async (ask) => {
      const at = page.parameters.cell.lastIndexOf(':');
      const [key, code] = [page.parameters.cell.slice(0, at), page.parameters.cell.slice(at + 1)];
      const { segment } = await page.ask(SEGMENT, { key, day: page.day });
      if (segment === null) {
        return { empty: true };
      }
      const data = await ask(QUERY, { segment: segment.id, day: page.day });
      const codeOf = keysOf(data.municipalities);
      const found = data.networkAnalysis.coverage.find(
        ({ municipality }) => codeOf(municipality) === code,
      );
      return found === undefined
        ? { empty: true, emptyText: say('supply.cell.apart') }
        : shown(page, lead, found, data);
    },
  });
}

function shown(page, lead, found, data) {
  const agb = keysOf(data.providers);
  const codes = codesOf(data.products);
  return {
    table: {
      caption: placeName(found),
      columns: [
        {
          label: say('supply.provider'),
          value: ({ name }) => name,
          cell: (row) => toNetwork(page, agb(row), row.name, 'cell'),
        },
        { label: 'AGB', value: agb },
        {
          label: say('supply.whatif'),
          value: () => '',
          cell: (row) => toWhatIf(lead, agb(row), row.name),
        },
      ],
      rows: found.providers,
    },
    draw(box) {
      box.append(
        element('h3', { text: placeName(found) }),
        element('p', {
          text: [
            say('supply.coverage.told', {
              providers: found.providerCount,
              products: found.productCount,
              open: found.uncovered.length,
            }),
            !found.stated && say('supply.sign.unstated'),
          ]
            .filter(Boolean)
            .join(' '),
        }),
      );
      const open = listOf(
        say('supply.uncovered'),
        found.uncovered.map((product) => productName(product, codes)),
      );
      box.append(...[open].filter(Boolean));
    },
  };
}
