// Which table is shown, for which quarter.

import { FIRST_DAY, today } from '../today.js';
import { say } from '../words.js';

/** Roles that may ask statistics. */
export const SEEN_BY = ['ANALYST', 'REGION_OFFICE', 'STEWARD'];

/** The table that is shown first. */
export const FIRST_TABLE = 'YOUTHS_WITH_HELP_BY_SEGMENT';

/** The fields of a table that the pictures need. */
export const FIELDS = `dimensions
    threshold
    roundedTo
    total { value suppressed }
    cells { key youths { value suppressed } }`;

/** @returns {string} name of the table that the page shows */
export function tableOf(page) {
  return page.parameters.table || FIRST_TABLE;
}

/** @returns {string} first day of the quarter that the page shows: chosen, or that of its day */
export function quarterOf(page) {
  const all = quarters();
  return all.includes(page.parameters.quarter)
    ? page.parameters.quarter
    : (all.findLast((quarter) => quarter <= page.day) ?? all[0]);
}

/** @returns {string[]} first days of the quarters that are complete: others are not published */
export function quarters() {
  const now = today();
  const year = Number(FIRST_DAY.slice(0, 4));
  const count =
    (Number(now.slice(0, 4)) - year) * 4 + Math.floor((Number(now.slice(5, 7)) - 1) / 3);
  return Array.from(
    { length: Math.max(1, count) },
    (_none, index) =>
      `${year + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`,
  );
}

/** Names a quarter: `2026, quarter 3`. */
export function quarterName(quarter) {
  const [year, month] = quarter.split('-');
  return say('monitor.quarter.name', { year, quarter: String((Number(month) + 2) / 3) });
}

/** Why a number is left out, in few words. */
export function leftOut(reason) {
  return say(`monitor.left.${reason}`);
}
