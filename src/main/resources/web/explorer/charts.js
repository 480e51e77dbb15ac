// Charts by ECharts, in the colours of the page. The library is loaded with the first chart.

import { address } from './caller.js';
import { colour } from './theme.js';

let library;

/** Eight colours that readers with a colour deficiency can tell apart (Okabe and Ito, adapted). */
const SERIES = [
  '--series-1',
  '--series-2',
  '--series-3',
  '--series-4',
  '--series-5',
  '--series-6',
  '--series-7',
  '--series-8',
];

/**
 * Draws a chart as SVG.
 *
 * @param {HTMLElement} box where; its height is that of the style sheet (`.drawing`)
 * @param {object} option of ECharts; text, axes and colours follow the page
 * @param {{label: string, height?: number, click?: (event: object) => void}} more what the chart is
 *     called; height in pixels; what happens when something in the chart is clicked
 * @returns {Promise<import('./picture.js').Drawing>} the drawing, which can be saved as SVG
 */
export async function chart(box, option, { label, height, click }) {
  library ??= import(address('vendor/echarts/echarts.esm.min.mjs').href);
  const echarts = await library;
  const place = document.createElement('div');
  place.className = 'chart';
  place.role = 'img';
  place.ariaLabel = label;
  if (height) {
    place.style.height = `${height}px`;
  }
  box.append(place);
  const made = echarts.init(place, theme(), { renderer: 'svg' });
  made.setOption({ animationDuration: 300, ...option });
  if (click) {
    made.on('click', click);
  }
  const watcher = new ResizeObserver(() => made.resize());
  watcher.observe(place);
  return {
    image: {
      kind: 'svg',
      make: () => new Blob([made.renderToSVGString()], { type: 'image/svg+xml' }),
    },
    destroy() {
      watcher.disconnect();
      made.dispose();
    },
  };
}

function theme() {
  const [ink, faint, line, ground] = ['--ink', '--ink-soft', '--line', '--card'].map(colour);
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: faint },
    splitLine: { lineStyle: { color: line } },
  };
  const style = { color: ink, fontFamily: getComputedStyle(document.body).fontFamily };
  return {
    color: SERIES.map(colour),
    backgroundColor: ground,
    textStyle: style,
    title: { textStyle: style },
    legend: { textStyle: { color: ink }, inactiveColor: faint },
    tooltip: { backgroundColor: ground, borderColor: line, textStyle: style },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    sankey: { label: { color: ink } },
  };
}
