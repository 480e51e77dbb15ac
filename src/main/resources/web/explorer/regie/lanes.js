// What happened in a trajectory as lanes: each kind of regie, the contact, steps, meetings,
// deliveries and findings. Picture and table are both made of them.

import { shortRule } from './rules.js';
import { holderName, KINDS, seesRegie, STEPS } from './load.js';
import { currentLanguage, say } from '../words.js';

/**
 * @typedef {object} Bar a period, or a day
 * @property {string | null} from first day; null where none is stated
 * @property {string | null} until first day after it; null where none is stated
 * @property {string} label who or what
 * @property {boolean} [moment] whether it is one day, `from`
 * @property {string} [after] who held it before, where it was handed over on its first day
 */

/**
 * @typedef {object} Lane
 * @property {string} id its kind, which sets its colour
 * @property {string} label its name
 * @property {Bar[]} bars what is in it
 * @property {string} missing why there is nothing, or empty
 */

/**
 * Makes the lanes.
 *
 * @param {object} trajectory what `loadTrajectory` gave
 * @param {Set<string>} fields what the caller may see
 * @param {Object<string, (value: string) => string>} label labels of enums, by their names
 * @returns {Lane[]} the lanes, from top to bottom
 */
export function lanesOf(trajectory, fields, label) {
  const { unrecorded } = trajectory;
  const lane = (id, name, field, bars, part) => ({
    id, label: name, bars, missing: bars.length > 0 ? '' : whyNothing(fields, field, unrecorded, part),
  });
  return [
    ...KINDS.map((kind) =>
      lane(kind, say(`regie.kind.${kind}`), seesRegie(kind) ? 'regieHoldersConnection' : '', regie(trajectory, kind, label), `${kind}_REGIE`)),
    lane('CONTACT', say('regie.contact'), 'contactConnection', contact(trajectory, label), 'CONTACT'),
    lane('STEP', say('regie.steps'), 'statedStep', steps(trajectory), 'DAYS'),
    lane('MEETING', say('regie.meetings'), 'meetings', meetings(trajectory), 'MEETINGS'),
    lane('DELIVERY', say('regie.deliveries'), 'deliveries', deliveries(trajectory, label)),
    lane('FINDING', say('regie.findings'), 'findings', findings(trajectory, label)),
  ];
}

function whyNothing(fields, field, unrecorded, part) {
  if (!fields.has(field)) {
    return say('regie.hidden');
  }
  return unrecorded?.includes(part) ? say('regie.unrecorded') : say(field === 'findings' ? 'regie.noFindings' : 'regie.none');
}

function regie({ regieHoldersConnection: held, changes }, kind, label) {
  const edges = (held?.edges ?? []).filter(({ properties }) => properties.kind === kind);
  const moves = (changes?.regieHolders.edges ?? []).filter(({ node }) =>
    node.kind === 'MOVED' && node.after.properties.kind === kind);
  return periods(edges, moves, label);
}

function contact({ contactConnection: held, changes }, label) {
  const moves = (changes?.contact.edges ?? []).filter(({ node }) => node.kind === 'MOVED');
  return periods(held?.edges ?? [], moves, label);
}

function periods(edges, moves, label) {
  return edges.map(({ properties: { validFrom, validTo }, node }) => ({
    from: validFrom, until: validTo, label: holderName(node, label.ReferrerKind),
    after: moves.find(({ node: move }) => move.on === validFrom)?.node.before.node.name,
  }));
}

/** Each step lasts until the next one that has a day. */
function steps(trajectory) {
  const known = STEPS.filter(([field]) => trajectory[field]);
  if (trajectory.statedStep && known.length === 0) {
    return [{ from: null, until: null, label: say('regie.stated', { step: say(`regie.step.${trajectory.statedStep}`) }) }];
  }
  return known.map(([field, step], index) => ({
    from: trajectory[field],
    until: index + 1 < known.length ? trajectory[known[index + 1][0]] : null,
    moment: step === 'OUTFLOW',
    label: say(`regie.step.${step}`),
  })).filter(({ from, until }) => from !== until);
}

function meetings({ meetings: held }) {
  return (held ?? []).filter(({ heldOn }) => heldOn).map(({ heldOn }) => ({
    from: heldOn, until: null, moment: true, label: say('regie.meeting'),
  }));
}

function deliveries({ deliveries: all }, label) {
  return (all ?? []).map((delivery) => {
    const dutch = currentLanguage() === 'nl';
    const what = (dutch && delivery.descriptionDutch) || delivery.description || delivery.product?.name
      || delivery.product?.code || delivery.key;
    const who = delivery.deliveredBy?.name ?? ((dutch && delivery.statedDelivererDutch) || delivery.statedDeliverer);
    const undated = !delivery.startedOn && delivery.status && label.DeliveryStatus(delivery.status).toLowerCase();
    return {
      from: delivery.startedOn ?? null, until: delivery.endedOn ?? null,
      label: [what, who, undated].filter(Boolean).join(' · '),
    };
  });
}

function findings({ findings: all }, label) {
  return (all ?? []).map(({ rule, since, until }) => ({
    from: since, until, label: shortRule(label.FindingRule(rule)),
  }));
}
