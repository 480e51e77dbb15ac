// Providers without whom something has no provider.

import { say } from '../words.js';
import {
  codesOf,
  KEYS,
  keysOf,
  placeName,
  productName,
  regionId,
  toNetwork,
  toWhatIf,
} from './parts.js';

const QUERY = `query SinglePoints($region: ID, $day: Date) {
  networkAnalysis(region: $region, asOf: $day) {
    singlePointsOfFailure {
      provider { id name }
      products { id name }
      coverage { segment { name } municipality { name } }
    }
  }
${KEYS}
}`;

/**
 * Adds the list.
 *
 * @param {import('../main.js').Page} page
 * @param {Function} lead goes to a picture, see the view
 */
export function singlePicture(page, lead) {
  return page.picture({
    name: 'single',
    title: say('supply.single'),
    explanation: say('supply.single.explanation'),
    load: async (ask) => {
      const data = await ask(QUERY, { region: regionId(page), day: page.day });
      const agb = keysOf(data.providers);
      const codes = codesOf(data.products);
      const rows = data.networkAnalysis.singlePointsOfFailure;
      return {
        empty: rows.length === 0,
        emptyText: say('supply.single.none'),
        table: {
          caption: say('supply.single'),
          columns: [
            {
              label: say('supply.provider'),
              value: ({ provider }) => provider.name,
              cell: ({ provider }) => toNetwork(page, agb(provider), provider.name, 'single'),
            },
            {
              label: say('supply.single.products'),
              value: ({ products }) =>
                products.map((product) => productName(product, codes)).join('; '),
            },
            {
              label: say('supply.single.coverage'),
              value: ({ coverage }) => coverage.map(placeName).join('; ') || say('supply.nothing'),
            },
            {
              label: say('supply.whatif'),
              value: () => '',
              cell: ({ provider }) => toWhatIf(lead, agb(provider), provider.name),
            },
          ],
          rows,
        },
      };
    },
  });
}
