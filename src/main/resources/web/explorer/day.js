// The control of the day: a slider over the years, a date, a step of a month at a time, and today.

import { afterPause, button, element } from './dom.js';
import { daysBetween, FIRST_DAY, lastDay, nextMonth, plusDays, today } from './today.js';
import { longDay, say } from './words.js';

const PAUSE = 150;
const STEP_EVERY = 1_200;

/**
 * @typedef {object} DayEvent a day on which something happens, shown as a tick on the slider
 * @property {string} day the day
 * @property {string} text what happens
 */

/**
 * Makes the control.
 *
 * @param {(day: string) => void} chosen called with each day that is chosen, after a short pause
 * @returns {{element: HTMLElement, show: (day: string) => void, mark: (events: DayEvent[]) => void,
 *     stop: () => void}} the control; `show` sets the day without calling `chosen`, `mark` sets the
 *     ticks, `stop` ends the play
 */
export function dayControl(chosen) {
  const last = lastDay();
  const span = daysBetween(FIRST_DAY, last);
  const choose = afterPause(chosen, PAUSE);
  let day = today();
  let timer;

  const ticks = element('div', { class: 'ticks', 'aria-hidden': true });
  const years = element('div', { class: 'years', 'aria-hidden': true });
  for (let year = Number(FIRST_DAY.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const mark = element('span', { text: String(year) });
    mark.style.left = `${(100 * daysBetween(FIRST_DAY, `${year}-01-01`)) / span}%`;
    years.append(mark);
  }
  const slider = element('input', {
    type: 'range',
    min: '0',
    max: String(span),
    step: '1',
    'aria-label': say('day.slider'),
    on: { input: () => set(plusDays(FIRST_DAY, Number(slider.value))) },
  });
  const date = element('input', {
    type: 'date',
    'aria-label': say('day.date'),
    on: { change: () => date.value && set(date.value) },
  });
  const play = button('', () => (timer ? stop() : start()), { class: 'quiet icon play' });
  const toToday = button(say('day.today'), () => set(today()), { class: 'quiet' });

  function show(shown) {
    day = shown;
    slider.value = String(daysBetween(FIRST_DAY, day));
    slider.setAttribute('aria-valuetext', longDay(day));
    date.value = day;
    toToday.disabled = day === today();
  }

  function set(wanted) {
    show(wanted);
    choose(wanted);
  }

  function start() {
    if (nextMonth(day) > last) {
      set(FIRST_DAY);
    }
    timer = setInterval(() => {
      const next = nextMonth(day);
      if (next > last) {
        stop();
      } else {
        set(next);
      }
    }, STEP_EVERY);
    showPlay();
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
    showPlay();
  }

  function showPlay() {
    play.textContent = timer ? '❚❚' : '▶';
    play.setAttribute('aria-label', say(timer ? 'day.stop' : 'day.play'));
    play.title = play.getAttribute('aria-label');
  }

  function mark(events) {
    ticks.replaceChildren(
      ...events
        .filter((event) => event.day >= FIRST_DAY && event.day <= last)
        .map((event) => {
          const tick = element('span', { title: `${longDay(event.day)}: ${event.text}` });
          tick.style.left = `${(100 * daysBetween(FIRST_DAY, event.day)) / span}%`;
          return tick;
        }),
    );
  }

  showPlay();
  show(day);
  const rail = element('div', { class: 'rail' }, slider, ticks, years);
  const control = element(
    'div',
    { class: 'day', role: 'group', 'aria-label': say('day.group') },
    element('span', { class: 'field-name', text: say('day.name'), 'aria-hidden': true }),
    date,
    play,
    rail,
    toToday,
  );
  return { element: control, show, mark, stop };
}
