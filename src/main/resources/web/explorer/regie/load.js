// Asks the API for trajectories, and for all that happened in one of them.

import { currentCaller } from '../caller.js';
import { fieldsOf, select } from '../visible.js';
import { lastDay } from '../today.js';
import { currentLanguage } from '../words.js';

/** Kinds of regie, in the order of the lanes. */
export const KINDS = ['PROCESS', 'CARE', 'CASE', 'SAFETY', 'EDUCATION'];

/** Days that decide the step, in the order of the process. */
export const STEPS = [
  ['signalledOn', 'SIGNAL'], ['intakeOn', 'INTAKE'], ['decidedOn', 'DECISION'], ['analysedOn', 'ANALYSIS'],
  ['plannedOn', 'PLAN'], ['firstHelpOn', 'CARE'], ['endedOn', 'OUTFLOW'],
];

/** More trajectories than this are not listed at once. */
export const LISTED_MOST = 1_000;

/** Roles to whom no rule shows what is broken at a trajectory, though they see the field. */
const NO_FINDINGS = ['REFERRER', 'SCHOOL'];

const FIRST = '2000-01-01';

const HOLDER = `__typename name
      ... on Provider { agb } ... on Network { key } ... on Referrer { key kind note noteDutch } ... on SafetyPartner { key } ... on School { key }`;

async function fieldsOfTrajectory() {
  const fields = new Set(await fieldsOf('Trajectory'));
  if (NO_FINDINGS.includes(currentCaller().role)) {
    fields.delete('findings');
  }
  return fields;
}

/**
 * Asks for the trajectories that the caller may see on a day.
 *
 * @param {import('../picture.js').Ask} ask
 * @param {{day: string, region: string, kind: string, rule: string, ended: boolean}} wanted which
 *     day, region, kind and broken rule, empty for any; with those that have ended, or without
 * @returns {Promise<{rows: object[], count: number, fields: Set<string>}>} the rows, how many there
 *     are in all, and the fields that the caller may see
 */
export async function loadCaseload(ask, { day, region, kind, rule, ended }) {
  const fields = await fieldsOfTrajectory();
  const parts = select(fields, {
    step: 'step',
    regieHoldersConnection: `regieHoldersConnection { edges { properties { kind } node { ${HOLDER} } } }`,
    contact: `contact { ${HOLDER} }`,
    findings: 'findings(where: { status: { eq: OPEN } }) { rule }',
    unrecorded: 'unrecorded',
  });
  const query = `query Caseload($where: TrajectoryWhere, $most: Int!, $day: Date) {
  trajectoriesConnection(where: $where, first: $most, asOf: $day) {
    totalCount
    edges { node { key kind startedOn endedOn ${parts} } }
  }
}`;
  const where = {
    ...(kind && { kind: { eq: kind } }),
    ...(!ended && { NOT: { endedOn: { lte: day } } }),
    ...(region && { youth: { municipality: { region: { code: { eq: region } } } } }),
    ...(rule && { findings: { some: { status: { eq: 'OPEN' }, ...(rule !== 'ANY' && { rule: { eq: rule } }) } } }),
  };
  const { trajectoriesConnection: all } = await ask(query, { where, most: LISTED_MOST, day });
  return { rows: all.edges.map(({ node }) => node), count: all.totalCount, fields };
}

/**
 * Asks for one trajectory: every period there was or is planned, and how it is on the day.
 *
 * @param {import('../picture.js').Ask} ask
 * @param {string} key its key
 * @param {string} day the day
 * @returns {Promise<{all: object | null, onDay: object | null, fields: Set<string>}>} the trajectory
 *     over all days, and on the day; null where the caller sees none; and the fields that the
 *     caller may see
 */
export async function loadTrajectory(ask, key, day) {
  const [fields, ofDelivery] = await Promise.all([fieldsOfTrajectory(), fieldsOf('Delivery')]);
  const delivery = select(ofDelivery, {
    description: 'description', descriptionDutch: 'descriptionDutch', startedOn: 'startedOn',
    endedOn: 'endedOn', statedDeliverer: 'statedDeliverer', statedDelivererDutch: 'statedDelivererDutch',
    product: 'product { name code }', deliveredBy: 'deliveredBy { name }', status: 'status',
  });
  const period = `edges { properties { validFrom validTo } node { ${HOLDER} } }`;
  const moved = 'edges { node { on kind before { node { name } } after { node { name }';
  const periods = select(fields, {
    ...Object.fromEntries(STEPS.map(([field]) => [field, field])),
    statedStep: 'statedStep', statedStepsDone: 'statedStepsDone', unrecorded: 'unrecorded',
    regieHoldersConnection: `regieHoldersConnection(history: true, sort: [{ edge: { validFrom: ASC } }]) {
      edges { properties { kind validFrom validTo } node { ${HOLDER} } }
    }`,
    contactConnection: `contactConnection(history: true, sort: [{ edge: { validFrom: ASC } }]) { ${period} }`,
    meetings: 'meetings(sort: [{ heldOn: ASC }]) { heldOn }',
  });
  const help = select(fields, {
    deliveries: `deliveries(sort: [{ startedOn: ASC }]) { key ${delivery} }`,
    findings: 'findings(sort: [{ since: ASC }]) { rule since until }',
  });
  const now = select(fields, { step: 'step', findings: 'findings(where: { status: { eq: OPEN } }) { rule }' });
  // Several operations, because the database takes seconds to plan one that asks for all.
  const [{ all }, { help: helped }, { changes }, { onDay }] = await Promise.all([
    ask(`query Regie($key: ID!, $last: Date) {
  all: trajectory(by: { key: $key }, asOf: $last) { key kind ${periods} }
}`, { key, last: lastDay() }),
    ask(`query Help($key: ID!, $last: Date) {
  help: trajectory(by: { key: $key }, asOf: $last) { key ${help} }
}`, { key, last: lastDay() }),
    ask(`query HandOvers($key: ID!, $first: Date!, $last: Date!) {
  changes: trajectory(by: { key: $key }, asOf: $last) {
    changes(from: $first, to: $last) {
      regieHolders { ${moved} properties { kind } } } } }
      contact { ${moved} } } } }
    }
  }
}`, { key, first: FIRST, last: lastDay() }),
    ask(`query OnDay($key: ID!, $day: Date) {
  onDay: trajectory(by: { key: $key }, asOf: $day) { key ${now} }
}`, { key, day }),
  ]);
  return { all: all && { ...helped, ...all, ...changes }, onDay, fields };
}

/** Whether the caller may see who holds a regie of this kind: a school sees that over education only. */
export function seesRegie(kind) {
  return currentCaller().role !== 'SCHOOL' || kind === 'EDUCATION';
}

/** Returns what a holder is called: its name, or else the remark of the source, its kind or its key. */
export function holderName(holder, referrerKind) {
  const note = (currentLanguage() === 'nl' && holder.noteDutch) || holder.note;
  return holder.name ?? note ?? (holder.kind ? referrerKind(holder.kind) : (holder.key ?? holder.agb));
}
