// Segments: which product is placed where, what changed, and what is odd.

import { changesPicture } from '../segments/changes.js';
import { oddPicture } from '../segments/odd.js';
import { placementPicture } from '../segments/placement.js';

/** @type {import('../main.js').View} */
export const view = {
  name: 'segments',
  show(page) {
    placementPicture(page);
    changesPicture(page);
    oddPicture(page);
  },
};
