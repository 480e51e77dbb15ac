// Every text of the page, in Dutch and English. The texts are in `words/`, one file a topic.

import { words as access } from './words/access.js';
import { words as flows } from './words/flows.js';
import { words as frame } from './words/frame.js';
import { words as monitor } from './words/monitor.js';
import { words as network } from './words/network.js';
import { words as regie } from './words/regie.js';
import { words as segments } from './words/segments.js';
import { words as supply } from './words/supply.js';
import { words as whole } from './words/whole.js';

const WORDS = {
  ...access,
  ...flows,
  ...frame,
  ...monitor,
  ...network,
  ...regie,
  ...segments,
  ...supply,
  ...whole,
};
const LANGUAGES = ['en', 'nl'];
const KEPT = 'jeugdgraaf:language';

let language = chosen();

function chosen() {
  const kept = localStorage.getItem(KEPT);
  if (LANGUAGES.includes(kept)) {
    return kept;
  }
  const known = navigator.languages
    .map((tag) => tag.slice(0, 2))
    .find((tag) => LANGUAGES.includes(tag));
  return known ?? 'en';
}

/** @returns {'en' | 'nl'} the language of the page */
export function currentLanguage() {
  return language;
}

/**
 * Changes the language. What is shown already must be made again.
 *
 * @param {'en' | 'nl'} wanted the language
 */
export function speak(wanted) {
  language = wanted;
  localStorage.setItem(KEPT, wanted);
}

/**
 * Returns a text in the language of the page.
 *
 * @param {string} key its name in `words/`
 * @param {Object<string, string | number>} [values] what stands in its `{braces}`; numbers are
 *     written as the language writes them
 * @returns {string} the text
 */
export function say(key, values = {}) {
  const pair = WORDS[key];
  if (pair === undefined) {
    throw new Error(`No text ${key}. Add it to words/.`);
  }
  return pair[LANGUAGES.indexOf(language)].replace(/\{(\w+)\}/g, (_all, name) =>
    typeof values[name] === 'number' ? number(values[name]) : values[name],
  );
}

/** Writes a number as the language does. */
export function number(value) {
  return new Intl.NumberFormat(language).format(value);
}

/** Writes a day (`2026-11-01`) as the language does: `1 November 2026`. */
export function longDay(day) {
  return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Writes a day in few characters: `1 Nov 2026`. */
export function shortDay(day) {
  return format(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

function format(day, style) {
  const tag = language === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { ...style, timeZone: 'UTC' }).format(new Date(day));
}
