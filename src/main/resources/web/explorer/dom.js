// Elements of the page. Text always goes in as text, so nothing in the data can become markup.

/**
 * Makes an element.
 *
 * @param {string} tag its name, such as `button`
 * @param {Object<string, any>} [properties] `class`, `text`, `on` (events by name); names with a
 *     dash, `role` and `for` are attributes, all others properties of the element
 * @param {...(Node | string | null | undefined | false)} children what is in it; nothing for null
 * @returns {HTMLElement} the element
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) {
      continue;
    }
    if (name === 'class') {
      made.className = value;
    } else if (name === 'text') {
      made.textContent = value;
    } else if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    } else if (name.includes('-') || name === 'role' || name === 'for' || name === 'scope') {
      made.setAttribute(name, String(value));
    } else {
      made[name] = value;
    }
  }
  made.append(...children.flat().filter((child) => child || child === 0));
  return made;
}

/**
 * Makes a button.
 *
 * @param {string} text what it does
 * @param {(event: Event) => void} pressed what happens
 * @param {Object<string, any>} [properties] more of the element
 * @returns {HTMLElement} the button
 */
export function button(text, pressed, properties = {}) {
  return element('button', { type: 'button', text, on: { click: pressed }, ...properties });
}

/**
 * Measures the room for a drawing. An empty box has no size of its own.
 *
 * @param {HTMLElement} box where it will be
 * @returns {number} the width, in pixels
 */
export function widthOf(box) {
  return box.clientWidth || box.parentElement.clientWidth;
}

/**
 * Saves a file on the disk of the reader.
 *
 * @param {string} name its name
 * @param {Blob} content what is in it
 */
export function save(name, content) {
  const address = URL.createObjectURL(content);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Waits for a pause before it calls.
 *
 * @param {Function} call what is called, with the last arguments
 * @param {number} milliseconds how long the pause must be
 * @returns {Function} what may be called often
 */
export function afterPause(call, milliseconds) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...values), milliseconds);
  };
}
