// Access: who saw data of a youth, and why a caller may see something.

import { currentCaller } from '../caller.js';
import { explainPicture } from '../access/explain.js';
import { seenPicture } from '../access/seen.js';

/** @type {import('../main.js').View} */
export const view = {
  name: 'access',
  show(page) {
    // A youth comes for who saw its data.
    const both = [explainPicture, seenPicture];
    (currentCaller().role === 'YOUTH' ? both.reverse() : both).forEach((add) => add(page));
  },
};
