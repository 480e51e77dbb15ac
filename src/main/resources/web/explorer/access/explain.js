// Why a caller may see a node: what each rule says, and through which nodes one holds.

import { currentCaller } from '../caller.js';
import { button, element } from '../dom.js';
import { today } from '../today.js';
import { longDay, say } from '../words.js';
import { askForm } from './form.js';
import { idOf, nodeOf } from './ids.js';
import { PURPOSES, TYPES } from './roles.js';

/** Roles that may ask for an explanation. */
export const EXPLAINS = ['LOG_OFFICER', 'STEWARD'];

const EXPLAIN = `query Explain($id: ID!, $field: String, $role: String!, $organisation: String, $purpose: String!, $day: Date) {
  explainAccess(id: $id, field: $field, role: $role, organisation: $organisation, purpose: $purpose, at: $day) {
    decision
    message
    rules { name holds path }
  }
}`;

/** The local team of the worked case, of annex III of the memo of Groningen. */
const EXAMPLE = { type: 'Trajectory', key: 'CASUS', role: 'LOCAL_TEAM', organisation: 'CASUS/PROCESREGIE', purpose: 'REGIE' };

/**
 * Adds form and picture.
 *
 * @param {import('../main.js').Page} page
 */
export function explainPicture(page) {
  const allowed = EXPLAINS.includes(currentCaller().role);
  if (allowed) {
    page.main.append(explainForm(page));
  }
  page.picture({
    name: 'explanation',
    title: say('access.explain'),
    explanation: say('access.explain.explanation'),
    seenBy: EXPLAINS,
    load: (ask) => explain(page, ask, allowed),
  });
}

function explainForm(page) {
  const role = (values) => (values.role in PURPOSES ? values.role : Object.keys(PURPOSES)[0]);
  return askForm(page, [
    { name: 'type', label: say('access.type'), options: () => TYPES.map((type) => [type, say(`access.type.${type}`)]) },
    { name: 'key', label: say('access.key'), hint: 'T-000433', needed: true },
    { name: 'field', label: say('access.field'), hint: say('access.field.hint') },
    { name: 'role', label: say('access.role'), options: () => Object.keys(PURPOSES).map((each) => [each, say(`role.${each}`)]) },
    { name: 'organisation', label: say('access.organisation'), hint: say('access.organisation.hint') },
    {
      name: 'purpose', label: say('access.purpose'),
      options: (values) => PURPOSES[role(values)].map((each) => [each, say(`access.purpose.${each}`)]),
    },
  ], say('access.explain.form'), button(say('access.example'), () => page.set({ ...EXAMPLE, field: '' })));
}

async function explain(page, ask, allowed) {
  const { type = 'Trajectory', key = '', field = '', role = 'MUNICIPALITY', organisation = '', purpose = 'REGIE' } = page.parameters;
  if (allowed && (!key || !page.parameters.role)) {
    return { empty: true, emptyText: say('access.explain.empty') };
  }
  const day = page.day < today() ? page.day : undefined;
  const { explainAccess: { decision, message, rules } } = await ask(EXPLAIN, {
    id: idOf(type, key), role, purpose, ...(field && { field }), ...(organisation && { organisation }), ...(day && { day }),
  });
  const who = [say(`role.${role}`), organisation].filter(Boolean).join(' ');
  const what = [say(`access.type.${type}`), key, field].filter(Boolean).join(' ');
  return {
    table: {
      caption: say('access.explain'),
      columns: [
        { label: say('access.rule'), value: ({ name }) => name },
        { label: say('access.holds'), value: ({ holds }) => say(holds ? 'access.yes' : 'access.no') },
        { label: say('access.path'), value: ({ path }) => path.map(nodeText).join(' › ') || null },
      ],
      rows: rules,
    },
    draw(box) {
      const may = decision === 'ALWAYS' || decision === 'BY_RULE';
      box.append(
        element('p', { class: may ? 'state verdict' : 'state forbidden verdict' },
          element('strong', { text: `${may ? '✓' : '✗'} ${say(`access.decision.${decision}`)}` }),
          element('span', { text: say('access.asked', { who, what, purpose: say(`access.purpose.${purpose}`), day: longDay(day ?? today()) }) })),
        ...(message ? [element('p', { class: 'hint', text: message })] : []),
        element('ul', { class: 'rules' }, ...rules.map((rule) => ruleLine(rule, type, key, who))),
      );
    },
  };
}

/** One rule: whether it holds, and the nodes from the caller's organisation to what it sees. */
function ruleLine({ name, holds, path }, type, key, who) {
  const nodes = holds ? [`${say(`access.type.${type}`)} ${key}`, ...path.map(nodeText), who] : [];
  return element(
    'li', {},
    element('span', { class: holds ? 'verdict-holds' : 'verdict-not', text: say(holds ? 'access.ruleHolds' : 'access.ruleNot', { name }) }),
    holds && element('ol', { class: 'steps', 'aria-label': say('access.path') }, ...nodes.map((text) => element('li', { text }))),
  );
}

function nodeText(id) {
  const { type, key } = nodeOf(id);
  return `${TYPES.includes(type) ? say(`access.type.${type}`) : type} ${key}`;
}
