// Days as texts such as `2026-11-01`. Arithmetic is in UTC, where every day has 24 hours.

const DAY = 86_400_000;

/** @returns {string} today in Amsterdam, as for the server */
export function today() {
  // Swedish writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

/** First day of the slider. */
export const FIRST_DAY = '2024-01-01';

/** @returns {string} last day of the slider: the end of next year */
export function lastDay() {
  return `${Number(today().slice(0, 4)) + 1}-12-31`;
}

/** Returns how many days lie between two days. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Returns the day that is so many days later. */
export function plusDays(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Returns the same day of the next month, or the last one of a shorter month. */
export function nextMonth(day) {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}
