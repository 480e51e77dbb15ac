// Texts of the query editor around GraphiQL: English, Dutch. Names of roles are those of the
// explorer. GraphiQL itself speaks English only.

import { currentLanguage, say as sayInExplorer } from '../explorer/words.js';

/** @type {Object<string, [string, string]>} */
const WORDS = {
  'bar.day': ['Day', 'Dag'],
  'bar.day.broken': [
    'The variables are no JSON object: mend them to set the day.',
    'De variabelen zijn geen JSON-object: herstel ze om de dag te kiezen.',
  ],
  'bar.day.missing': [
    'Not for this query: it declares no variable $day of type Date.',
    'Niet voor deze query: die declareert geen variabele $day van type Date.',
  ],
  'bar.explorer': ['Explorer', 'Verkenner'],
  'bar.name': ['Who asks, and about which day', 'Wie vraagt, en over welke dag'],
  'bar.purpose': ['Purpose', 'Doel'],

  'former.caller': [
    'Left out: another caller asked this. Run the query again.',
    'Weggelaten: iemand anders vroeg dit. Voer de query opnieuw uit.',
  ],

  'purpose.ASSIGNMENT': ['assign and pay', 'toewijzen en betalen'],
  'purpose.CARE': ['give help', 'hulp verlenen'],
  'purpose.EDUCATION': ['teach', 'onderwijs'],
  'purpose.LOG_REVIEW': ['review access', 'toegang controleren'],
  'purpose.MONITORING': ['monitoring', 'monitoring'],
  'purpose.OWN_DATA': ['see own data', 'eigen gegevens inzien'],
  'purpose.QUALITY': ['keep data right', 'kwaliteit van gegevens'],
  'purpose.REFERRAL': ['refer', 'verwijzen'],
  'purpose.REGIE': ['hold regie', 'regie voeren'],
  'purpose.SAFETY': ['safety', 'veiligheid'],

  'questions.close': ['Close the questions', 'Vragen sluiten'],
  'questions.forbidden': ['Not for this role.', 'Niet voor deze rol.'],
  'questions.hint': [
    'Choose one to open it in a tab.',
    'Kies er een om die in een tabblad te openen.',
  ],
  'questions.name': ['Questions', 'Vragen'],
  'questions.notAllowed': [
    'The chosen role may not ask this question.',
    'De gekozen rol mag deze vraag niet stellen.',
  ],
  'questions.opened': ['Opened: {title}', 'Geopend: {title}'],
  'questions.user.ANYBODY': ['anybody', 'iedereen'],
  'questions.who': ['Who may: {who}.', 'Wie wel: {who}.'],
};

/**
 * Returns a text in the language of the page.
 *
 * @param {string} key its name here or in the dictionary of the explorer
 * @param {Object<string, string>} [values] what stands in its `{braces}`
 * @returns {string} the text
 */
export function say(key, values = {}) {
  const pair = WORDS[key];
  if (pair === undefined) {
    return sayInExplorer(key, values);
  }
  return pair[currentLanguage() === 'nl' ? 1 : 0].replace(
    /\{(\w+)\}/g,
    (_all, name) => values[name],
  );
}
