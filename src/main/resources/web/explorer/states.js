// What a picture tells instead of, or besides, what it shows.

import { Refusal } from './ask.js';
import { button, element } from './dom.js';
import { signInStatus } from './signin.js';
import { signInButton } from './who.js';
import { say } from './words.js';

/**
 * Tells a state.
 *
 * @param {HTMLElement} place where
 * @param {string} kind names its looks
 * @param {string} text what there is to tell
 * @param {...HTMLElement} more what can be done
 */
export function tell(place, kind, text, ...more) {
  place.className = `state ${kind}`;
  place.replaceChildren(element('p', { text }), ...more);
}

/**
 * Tells why there is no answer, and the way out.
 *
 * @param {HTMLElement} place where
 * @param {Error} error what was thrown
 * @param {object} ways
 * @param {() => void} ways.again asks again
 * @param {string[]} ways.seenBy roles that may see it
 * @param {(roles: string[]) => HTMLElement[]} ways.actAs choices of a caller who may
 */
export function tellFault(place, error, { again, seenBy, actAs }) {
  if (!(error instanceof Refusal)) {
    console.error(error);
    tell(place, 'failed', say('state.failed'));
    return;
  }
  const retry = button(say('state.again'), again);
  const reason = error.message ? [element('p', { text: error.message })] : [];
  switch (error.why) {
    case 'forbidden': {
      const who = seenBy.map((role) => say(`role.${role}`)).join(', ');
      const told = who ? [element('p', { text: say('state.forbidden.who', { who }) })] : reason;
      tell(place, 'forbidden', say('state.forbidden'), ...told, ...actAs(seenBy));
      break;
    }
    case 'purpose':
      tell(place, 'forbidden', say('state.purpose'), ...reason);
      break;
    case 'expired':
      tell(place, 'expired', say('state.expired'), signInStatus().possible ? signInButton() : retry);
      break;
    case 'unreachable':
      tell(place, 'unreachable', say('state.unreachable'), retry);
      break;
    case 'unpublished':
      tell(place, 'empty', say('state.unpublished'), retry);
      break;
    case 'limit':
      tell(place, 'limit', say('state.limit'), ...reason, retry);
      break;
    default:
      tell(place, 'failed', say('state.failed'), ...reason);
  }
}
