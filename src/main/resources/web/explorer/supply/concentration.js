// How far each segment is in the hands of a few.

import { bars } from '../bars.js';
import { choice, choices } from '../choose.js';
import { number, say } from '../words.js';
import { regionId } from './parts.js';

const QUERY = `query Concentration($region: ID, $of: NetworkKind!, $day: Date) {
  networkAnalysis(region: $region, asOf: $day) {
    concentration(of: $of) { segment { id name } providers hhi }
  }
  segments(asOf: $day) { id region { name } }
}`;

const KINDS = ['CONTRACTS', 'DELIVERIES'];

/**
 * Adds the bars.
 *
 * @param {import('../main.js').Page} page
 */
export function concentrationPicture(page) {
  const of = () => (KINDS.includes(page.parameters.by) ? page.parameters.by : KINDS[0]);
  return page.picture({
    name: 'concentration',
    title: say('supply.concentration'),
    explanation: say('supply.concentration.explanation'),
    load: async (ask) => {
      const { rows, refused } = await load(page, ask, of());
      return {
        suppressed: rows.filter(({ hhi }) => hhi === null).length,
        table: { caption: say('supply.concentration'), columns: columns(), rows },
        draw(box) {
          box.append(
            choices(
              choice(
                say('supply.by'),
                KINDS.map((value) => ({ value, text: say(`supply.by.${value}`) })),
                of(),
                (value) => page.set({ by: value }),
                'by',
              ),
            ),
          );
          if (refused || rows.length === 0) {
            box.append(refused ? say('supply.by.refused') : say('state.empty'));
            return undefined;
          }
          return bars(box, rows.map(bar), {
            label: say('supply.concentration'),
            unit: say('supply.hhi'),
            most: rows.every(({ hhi }) => hhi === null) ? 10_000 : undefined,
          });
        },
      };
    },
  });
}

/** Who may not see deliveries or statistics can still go back to contracts. */
async function load(page, ask, of) {
  try {
    const { networkAnalysis, segments } = await ask(QUERY, {
      region: regionId(page),
      of,
      day: page.day,
    });
    const regions = new Map(segments.map(({ id, region }) => [id, region?.name]));
    const rows = networkAnalysis.concentration
      .filter(({ segment }) => segment !== null)
      .map((row) => ({ ...row, region: regions.get(row.segment.id) ?? '' }))
      .toSorted((one, other) => (other.hhi ?? -1) - (one.hhi ?? -1));
    return { rows, refused: false };
  } catch (error) {
    if (of === KINDS[0] || !['forbidden', 'purpose'].includes(error.why)) {
      throw error;
    }
    return { rows: [], refused: true };
  }
}

function bar({ segment, region, providers, hhi }) {
  const told =
    hhi === null
      ? say('supply.hhi.left')
      : say('supply.hhi.told', { hhi: Math.round(hhi), equal: equal(hhi), providers });
  return {
    name: segment.name,
    value: hhi === null ? null : Math.round(hhi),
    text:
      hhi === null
        ? say('supply.hhi.left')
        : say('supply.hhi.short', { hhi: Math.round(hhi), providers }),
    tooltip: `${segment.name} (${region})\n${told}`,
  };
}

/** How many providers of one size would be as concentrated. */
function equal(hhi) {
  return Math.round(100_000 / hhi) / 10;
}

function columns() {
  return [
    { label: say('type.Segment'), value: ({ segment }) => segment.name },
    { label: say('frame.region'), value: ({ region }) => region },
    { label: say('supply.providers'), numeric: true, value: ({ providers }) => providers },
    {
      label: say('supply.hhi'),
      numeric: true,
      value: ({ hhi }) => (hhi === null ? null : Math.round(hhi)),
      cell: ({ hhi }) =>
        document.createTextNode(hhi === null ? say('supply.hhi.left') : number(Math.round(hhi))),
    },
    {
      label: say('supply.equal'),
      numeric: true,
      value: ({ hhi }) => (hhi === null ? null : equal(hhi)),
    },
  ];
}
