// Light or dark: as the system has it, until the reader chooses.

const KEPT = 'jeugdgraaf:theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** Applies what the reader chose before. */
export function applyTheme() {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') {
    document.documentElement.dataset.theme = kept;
  }
}

/** @returns {boolean} whether the page is dark now */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? system.matches : chosen === 'dark';
}

/** Changes from light to dark, or back. What is painted already must be made again. */
export function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  localStorage.setItem(KEPT, theme);
}

/** Calls when the system goes from light to dark, or back, and the reader has not chosen. */
export function onSystemTheme(listener) {
  system.addEventListener('change', () => {
    if (document.documentElement.dataset.theme === undefined) {
      listener();
    }
  });
}

/**
 * Returns a colour of the style sheet as the page has it now, for what is painted on a canvas.
 *
 * @param {string} name of the custom property, such as `--accent`
 * @returns {string} such as `rgb(20, 90, 70)`
 */
export function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
