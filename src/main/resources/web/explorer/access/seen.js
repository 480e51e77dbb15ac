// Who saw data of a youth, as the audit log has it.

import { barList } from '../bar-list.js';
import { currentCaller } from '../caller.js';
import { element } from '../dom.js';
import { plusDays } from '../today.js';
import { currentLanguage, say, shortDay } from '../words.js';
import { askForm } from './form.js';
import { idOf } from './ids.js';

/** Roles that may ask who saw data of a youth; a youth about itself. */
export const REVIEWS = ['LOG_OFFICER', 'STEWARD', 'YOUTH'];

const DAYS = 90;
const MOST = 1_000;

const ACCESSES = `query Accesses($subject: ID!, $from: Date, $to: Date, $first: Int) {
  accesses(subject: $subject, from: $from, to: $to, first: $first) {
    seq at event outcome role organisation purpose objects operation fields
  }
}`;

/**
 * Adds the picture, and a form for those who may ask about any youth.
 *
 * @param {import('../main.js').Page} page
 */
export function seenPicture(page) {
  const { role, organisation } = currentCaller();
  const allowed = REVIEWS.includes(role);
  if (allowed && role !== 'YOUTH') {
    page.main.append(askForm(page, [
      { name: 'youth', label: say('access.youth'), hint: 'Y-000102', needed: true },
    ], say('access.seen.form')));
  }
  page.picture({
    name: 'seen',
    title: say(role === 'YOUTH' ? 'access.seen.own' : 'access.seen'),
    explanation: say('access.seen.explanation', { days: DAYS }),
    seenBy: REVIEWS,
    tableOpen: true,
    load: (ask) => seen(page, ask, { allowed, own: role === 'YOUTH' ? organisation : '' }),
  });
}

async function seen(page, ask, { allowed, own }) {
  const key = own || page.parameters.youth || '';
  if (allowed && !key) {
    return { empty: true, emptyText: say('access.seen.empty') };
  }
  const variables = {
    subject: idOf('Youth', key), from: plusDays(page.day, -DAYS), to: plusDays(page.day, 1), first: MOST,
  };
  const rows = (await ask(ACCESSES, variables)).accesses.reverse();
  const days = { from: shortDay(variables.from), to: shortDay(page.day) };
  const byRole = Object.entries(Object.groupBy(rows, ({ role }) => role))
    .map(([role, all]) => ({ label: role ? roleName(role) : say('caller.anonymous'), value: all.length }))
    .sort((one, other) => other.value - one.value);
  return {
    empty: rows.length === 0,
    emptyText: say('access.seen.none', { key, ...days }),
    table: seenTable(rows, key),
    draw(box) {
      box.append(
        element('p', { class: 'hint', text: say(rows.length < MOST ? 'access.seen.count' : 'access.seen.first', { count: rows.length, key, ...days }) }),
        barList(byRole),
      );
    },
  };
}

function roleName(role) {
  return say(`role.${role}`);
}

function seenTable(rows, key) {
  const tag = currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB';
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
  return {
    caption: say('access.seen.caption', { key }),
    columns: [
      { label: say('access.at'), value: ({ at }) => at, cell: ({ at }) => moment.format(new Date(at)) },
      { label: say('access.role'), value: ({ role }) => (role ? roleName(role) : say('caller.anonymous')) },
      { label: say('access.organisation'), value: ({ organisation }) => organisation || null },
      { label: say('access.purpose'), value: ({ purpose }) => (purpose ? say(`access.purpose.${purpose}`) : null) },
      { label: say('access.event'), value: ({ event }) => say(`access.event.${event}`) },
      { label: say('access.outcome'), value: ({ outcome }) => say(`access.outcome.${outcome}`) },
      { label: say('access.objects'), numeric: true, value: ({ objects }) => objects },
      { label: say('access.fields'), value: ({ fields }) => fields.join(', ') },
      { label: say('access.operation'), value: ({ operation }) => operation || null },
    ],
    rows,
  };
}
