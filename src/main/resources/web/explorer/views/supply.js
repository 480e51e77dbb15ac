// Who delivers what: coverage, concentration, single points of failure, and what if a provider
// ends. All of it rests on contracts; nothing here knows what room a provider has.

import { cellPicture } from '../supply/cell.js';
import { concentrationPicture } from '../supply/concentration.js';
import { contractsPicture } from '../supply/contracts.js';
import { coveragePicture } from '../supply/coverage.js';
import { singlePicture } from '../supply/single.js';
import { whatIfPicture } from '../supply/whatif.js';

/** @type {import('../main.js').View} */
export const view = {
  name: 'supply',
  show(page) {
    const pictures = {};
    // The address changes, all pictures load again, and the reader is led to the one that answers.
    const lead = (name, changed) => {
      page.set(changed);
      pictures[name].element.scrollIntoView({ block: 'start' });
      pictures[name].element.focus({ preventScroll: true });
    };
    coveragePicture(page, lead);
    pictures.cell = cellPicture(page, lead);
    pictures.whatif = whatIfPicture(page);
    singlePicture(page, lead);
    concentrationPicture(page);
    contractsPicture(page);
  },
};
