// The monitor: published statistics of youths, goals and what measures them, findings.

import { coursePicture } from '../monitor/course.js';
import { findingsPicture } from '../monitor/findings.js';
import { goalsPicture } from '../monitor/goals.js';
import { tablePicture } from '../monitor/table.js';

/** @type {import('../main.js').View} */
export const view = {
  name: 'monitor',
  show(page) {
    const table = tablePicture(page);
    coursePicture(page);
    goalsPicture(page, (name) => {
      page.set({ table: name });
      table.element.scrollIntoView({ block: 'start' });
      table.element.focus({ preventScroll: true });
    });
    findingsPicture(page);
  },
};
