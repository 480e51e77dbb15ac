// What is lost if the contracts of a provider end, and who could take over.

import { bars } from '../bars.js';
import { choice, choices } from '../choose.js';
import { element } from '../dom.js';
import { labels } from '../labels.js';
import { longDay, number, say } from '../words.js';
import {
  codesOf,
  KEYS,
  keysOf,
  listOf,
  placeName,
  productName,
  regionId,
  toNetwork,
} from './parts.js';

const CHOICES = `query Choices($region: ID, $provider: AGB!, $day: Date) {
  providers(
    where: { contractedProducts: { some: { region: { code: { eq: $region } } } } }
    sort: [{ name: ASC }]
    asOf: $day
  ) { agb name }
  provider(by: { agb: $provider }, asOf: $day) {
    id
    name
    contractedProducts(sort: [{ code: ASC }]) { id key code name }
  }
}`;

const QUERY = `query WhatIf($region: ID, $provider: ID!, $product: ID, $day: Date) {
  networkAnalysis(region: $region, asOf: $day) {
    whatIf(provider: $provider, product: $product) {
      lostProducts { id name }
      lostCoverage { segment { name } municipality { name } }
      youths { value suppressed on published }
      substitutes { provider { id name } products { id name } share }
      nextSinglePoints {
        provider { id name }
        products { id name }
        coverage { segment { name } municipality { name } }
      }
    }
  }
${KEYS}
}`;

const SHOWN = 12;

/**
 * Adds the picture.
 *
 * @param {import('../main.js').Page} page
 */
export function whatIfPicture(page) {
  return page.picture({
    name: 'whatif',
    title: say('supply.whatif'),
    explanation: say('supply.whatif.explanation'),
    load: async (ask) => {
      const { ends = '', product = '' } = page.parameters;
      const found = await page.ask(CHOICES, {
        region: page.region || undefined,
        provider: ends || '00000000',
        day: page.day,
      });
      const controls = () => chooser(page, found);
      if (found.provider === null) {
        return {
          draw: (box) =>
            box.append(
              controls(),
              element('p', {
                text: ends ? say('supply.whatif.away') : say('supply.whatif.choose'),
              }),
            ),
        };
      }
      const contract = found.provider.contractedProducts.find(({ key }) => key === product);
      const data = await ask(QUERY, {
        region: regionId(page),
        provider: found.provider.id,
        product: contract?.id,
        day: page.day,
      });
      const reasons = await labels('SuppressionReason');
      return content(page, data, { name: found.provider.name, controls, reasons });
    },
  });
}

function chooser(page, { providers, provider }) {
  const { ends = '', product = '' } = page.parameters;
  return choices(
    choice(
      say('supply.provider'),
      [
        { value: '', text: say('supply.choose') },
        ...providers.map(({ agb, name }) => ({ value: agb, text: name })),
      ],
      ends,
      (value) => page.set({ ends: value, product: '' }),
      'ends',
    ),
    provider &&
      choice(
        say('supply.whatif.ending'),
        [
          { value: '', text: say('supply.whatif.all') },
          ...provider.contractedProducts.map(({ key, code, name }) => ({
            value: key,
            text: `${code} ${name ?? ''}`,
          })),
        ],
        product,
        (value) => page.set({ product: value }),
        'product',
      ),
  );
}

function content(page, data, { name, controls, reasons }) {
  const result = data.networkAnalysis.whatIf;
  const codes = codesOf(data.products);
  const agb = keysOf(data.providers);
  const link = ({ provider }) => toNetwork(page, agb(provider), provider.name, 'whatif');
  return {
    table: { caption: say('supply.whatif'), columns: columns(), rows: rowsOf(result, codes) },
    async draw(box) {
      box.append(
        controls(),
        element('h3', { text: name }),
        figures(result, reasons),
        element(
          'div',
          { class: 'columns' },
          listOf(
            say('supply.lost.products'),
            result.lostProducts.map((each) => productName(each, codes)),
          ),
          listOf(say('supply.lost.coverage'), result.lostCoverage.map(placeName)),
          listOf(
            say('supply.next'),
            result.nextSinglePoints.map((point) =>
              element('span', {}, link(point), `: ${hanging(point, codes).join('; ')}`),
            ),
          ),
        ),
      );
      const { substitutes } = result;
      box.append(element('h3', { text: say('supply.substitutes') }));
      if (substitutes.length === 0) {
        box.append(element('p', { text: say('supply.substitutes.none') }));
        return undefined;
      }
      const drawing = await bars(box, substitutes.slice(0, SHOWN).map(bar), {
        label: say('supply.substitutes'),
        unit: say('supply.share'),
        most: 100,
        click: (at) => page.go('network', { at: `Provider/${agb(substitutes[at].provider)}` }),
      });
      box.append(
        element('p', {
          class: 'hint',
          text: say('supply.substitutes.hint', {
            shown: Math.min(SHOWN, substitutes.length),
            all: substitutes.length,
          }),
        }),
      );
      return drawing;
    },
  };
}

function bar({ provider, products, share }) {
  const percent = Math.round(share * 100);
  return {
    name: provider.name,
    value: percent,
    text: say('supply.share.short', { percent, count: products.length }),
  };
}

function hanging({ products, coverage }, codes) {
  return [...products.map((product) => productName(product, codes)), ...coverage.map(placeName)];
}

function figures({ lostProducts, lostCoverage, youths, substitutes, nextSinglePoints }, reasons) {
  const told = toldYouths(youths, reasons);
  const figure = (value, text) =>
    element('li', {}, element('strong', { text: value }), element('span', { text }));
  return element(
    'ul',
    { class: 'figures' },
    figure(number(lostProducts.length), say('supply.lost.products')),
    figure(number(lostCoverage.length), say('supply.lost.coverage')),
    figure(told.value, told.text),
    figure(number(substitutes.length), say('supply.substitutes')),
    figure(number(nextSinglePoints.length), say('supply.next.providers')),
  );
}

/** How many youths it touches, and of what kind the number is. */
function toldYouths(youths, reasons) {
  if (youths === null) {
    return { value: '?', text: say('supply.youths.unknown') };
  }
  const on = longDay(youths.on);
  if (youths.value === null) {
    return { value: '▨', text: say('supply.youths.left', { on, why: reasons(youths.suppressed) }) };
  }
  return {
    value: number(youths.value),
    text: say(youths.published ? 'supply.youths.published' : 'supply.youths.exact', { on }),
  };
}

function columns() {
  return [
    { label: say('supply.whatif.kind'), value: ({ kind }) => kind },
    { label: say('supply.provider'), value: ({ provider }) => provider },
    { label: say('supply.whatif.what'), value: ({ what }) => what },
    { label: say('supply.share'), numeric: true, value: ({ share }) => share },
  ];
}

function rowsOf({ lostProducts, lostCoverage, substitutes, nextSinglePoints }, codes) {
  const row = (kind, what, provider = '', share = null) => ({ kind, what, provider, share });
  return [
    ...lostProducts.map((product) => row(say('supply.lost.product'), productName(product, codes))),
    ...lostCoverage.map((lost) => row(say('supply.lost.place'), placeName(lost))),
    ...substitutes.map(({ provider, products, share }) =>
      row(
        say('supply.substitute'),
        products.map((product) => productName(product, codes)).join('; '),
        provider.name,
        Math.round(share * 100),
      ),
    ),
    ...nextSinglePoints.flatMap((point) =>
      hanging(point, codes).map((what) => row(say('supply.next.one'), what, point.provider.name)),
    ),
  ];
}
