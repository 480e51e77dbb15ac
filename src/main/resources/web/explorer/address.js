// The address of what is shown: `#network?day=2026-11-01&region=GRONINGEN&at=Provider/99000012`. It
// stands in the fragment, which browsers do not send. It never holds the caller or a token.

const FRAME = ['day', 'region'];

/**
 * @typedef {object} Place
 * @property {string} view name of the view, or empty
 * @property {string} day the day, or empty for today
 * @property {string} region code of a region, or empty for all
 * @property {Object<string, string>} parameters what the view itself keeps there
 */

/** @returns {Place} what the address of the page says */
export function readAddress() {
  const [view, query = ''] = location.hash.slice(1).split('?');
  const all = new URLSearchParams(query);
  const parameters = Object.fromEntries([...all].filter(([name]) => !FRAME.includes(name)));
  const day = all.get('day') ?? '';
  return {
    view,
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : '',
    region: all.get('region') ?? '',
    parameters,
  };
}

/**
 * Writes an address.
 *
 * @param {Place} place what it says
 * @returns {string} the fragment, with `#`
 */
export function writeAddress({ view, day, region, parameters }) {
  const all = new URLSearchParams();
  const named = Object.entries({ day, region, ...parameters });
  named.filter(([, value]) => value).forEach(([name, value]) => all.set(name, value));
  const query = all.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `#${view}${query && '?'}${query}`;
}

/**
 * Changes the address of the page.
 *
 * @param {Place} place what it says from now on
 * @param {string} caller label of the caller; on the way back, another caller gets no parameters
 * @param {boolean} step whether the former is a step to which the reader may go back
 */
export function showAddress(place, caller, step) {
  const wanted = writeAddress(place);
  if (wanted === location.hash) {
    history.replaceState({ caller }, '', wanted);
  } else {
    history[step ? 'pushState' : 'replaceState']({ caller }, '', wanted);
  }
}
