// Where data break a rule, by rule: as far as the caller may see.

import { bars } from '../bars.js';
import { labels } from '../labels.js';
import { say } from '../words.js';
import { withoutPlace } from './names.js';

const QUERY = `query FindingsByRule($day: Date) {
  findingsConnection(where: { status: { eq: OPEN } }, asOf: $day) {
    groups(sort: [{ field: "count.nodes", direction: DESC }]) { key { rule } count { nodes } }
  }
}`;

/**
 * Adds the bars.
 *
 * @param {import('../main.js').Page} page
 */
export function findingsPicture(page) {
  return page.picture({
    name: 'findings',
    title: say('monitor.findings'),
    explanation: say('monitor.findings.explanation'),
    load: async (ask) => {
      const { findingsConnection } = await ask(QUERY, { day: page.day });
      const label = await labels('FindingRule');
      const rows = findingsConnection.groups.map(({ key, count }) => ({
        rule: key.rule,
        name: withoutPlace(label(key.rule)),
        value: count.nodes,
      }));
      return {
        empty: rows.length === 0,
        emptyText: say('monitor.findings.none'),
        table: {
          caption: say('monitor.findings'),
          columns: [
            { label: say('monitor.rule'), value: ({ name }) => name },
            { label: say('monitor.rule.code'), value: ({ rule }) => rule },
            { label: say('monitor.findings.count'), numeric: true, value: ({ value }) => value },
          ],
          rows,
        },
        draw: (box) =>
          bars(box, rows, { label: say('monitor.findings'), unit: say('monitor.findings.count') }),
      };
    },
  });
}
