// What a region wants to reach, and what measures it.

import { button } from '../dom.js';
import { labels } from '../labels.js';
import { currentLanguage, say } from '../words.js';
import { tableOf } from './choice.js';

const QUERY = `query Goals($region: ID, $day: Date) {
  goals(where: { region: { code: { eq: $region } } }, sort: [{ key: ASC }], asOf: $day) {
    key
    text
    quotation
    confidence
    sourcesConnection { edges { node { key title } properties { place } } }
    indicators(sort: [{ key: ASC }]) {
      key
      text
      quotation
      target
      targetDutch
      table
      note
      noteDutch
      confidence
      sourcesConnection { edges { node { key title } properties { place } } }
    }
  }
}`;

/**
 * Adds the goals.
 *
 * @param {import('../main.js').Page} page
 * @param {(table: string) => void} show shows a table of statistics
 */
export function goalsPicture(page, show) {
  return page.picture({
    name: 'goals',
    title: say('monitor.goals'),
    explanation: say('monitor.goals.explanation'),
    load: async (ask) => {
      const { goals } = await ask(QUERY, { region: page.region || undefined, day: page.day });
      const label = await labels('StatisticsTable');
      const rows = goals
        .flatMap((goal) =>
          goal.indicators.length === 0
            ? [{ goal, indicator: null }]
            : goal.indicators.map((indicator) => ({ goal, indicator })),
        )
        .toSorted((one, other) => (one.indicator === null) - (other.indicator === null));
      return {
        empty: rows.length === 0,
        emptyText: say('monitor.goals.none'),
        table: {
          caption: say('monitor.goals'),
          columns: columns(label, show),
          rows,
          marked: ({ indicator }) => Boolean(indicator?.table) && indicator.table === tableOf(page),
        },
      };
    },
  });
}

function columns(label, show) {
  const of =
    (field) =>
    ({ indicator }) =>
      indicator === null ? '' : (dutchOr(indicator, field) ?? '');
  return [
    { label: say('monitor.goal'), value: ({ goal }) => sentence(goal) },
    {
      label: say('monitor.indicator'),
      value: ({ indicator }) =>
        indicator === null ? say('monitor.goals.unmeasured') : sentence(indicator),
    },
    { label: say('monitor.target'), value: of('target') },
    { label: say('monitor.how'), value: of('note') },
    {
      label: say('monitor.measuredBy'),
      value: ({ indicator }) => (indicator?.table ? label(indicator.table) : ''),
      cell: ({ indicator }) =>
        indicator?.table
          ? button(label(indicator.table), () => show(indicator.table), {
              class: 'link',
              'data-focus': `goal-${indicator.key}`,
            })
          : document.createTextNode(indicator === null ? '' : say('monitor.goals.noTable')),
    },
    { label: say('segments.source'), value: ({ goal, indicator }) => source(indicator ?? goal) },
    {
      label: say('segments.confidence'),
      value: ({ goal, indicator }) => say(`confidence.${(indicator ?? goal).confidence ?? 'NONE'}`),
    },
  ];
}

/** In Dutch the words of the source, where it is known. */
function sentence({ text, quotation }) {
  return currentLanguage() === 'nl' ? (quotation ?? text) : text;
}

function dutchOr(node, field) {
  return currentLanguage() === 'nl' ? (node[`${field}Dutch`] ?? node[field]) : node[field];
}

function source({ sourcesConnection }) {
  return (
    sourcesConnection.edges
      .map(
        ({ node, properties }) =>
          `${node.title}${properties.place ? ` (${properties.place})` : ''}`,
      )
      .join('; ') || say('segments.place.none')
  );
}
