// Flows: from who refers to who helps, from one holder of a regie to the next, and who helps the
// same youths. Statistics for those who see no persons, exact numbers for those who do.

import { currentCaller } from '../caller.js';
import { HELP_SEEN_BY, ownPictures } from '../flows/own.js';
import { statisticsPictures } from '../flows/statistics.js';

/** @type {import('../main.js').View} */
export const view = {
  name: 'flows',
  show(page) {
    // First what this caller may see.
    const both = [ownPictures, statisticsPictures];
    (HELP_SEEN_BY.includes(currentCaller().role) ? both : both.reverse()).forEach((add) => add(page));
  },
};
