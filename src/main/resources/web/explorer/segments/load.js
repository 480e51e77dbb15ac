// Asks where products are placed, and makes one line of each placement.

import { labels } from '../labels.js';
import { say, shortDay } from '../words.js';

const QUERY = `query Placements($region: ID, $day: Date) {
  products(where: { region: { code: { eq: $region } } }, sort: [{ key: ASC }], asOf: $day) {
    key
    code
    name
    category
    region { name }
    segmentsConnection {
      edges {
        node { key name }
        properties { purpose status contractGroup validFrom validTo source place confidence }
      }
    }
    clustersConnection {
      edges {
        node { key name segment { key } }
        properties { status source place confidence }
      }
    }
  }
  sources { key title }
}`;

/**
 * @typedef {object} Fact what a source says of a placement
 * @property {string | null} status how it says it
 * @property {string | null} source key of the source
 * @property {string | null} place where it says it
 * @property {string | null} confidence how sure it is
 *
 * @typedef {object} Line a product in a cluster, in a segment
 * @property {object} product the product
 * @property {{key: string, name: string} | null} cluster the heading, or none
 * @property {Fact | null} listing what the source says of the heading
 * @property {{key: string, name: string} | null} segment the segment, or none
 * @property {(Fact & {purpose: string, contractGroup: string | null, validFrom: string | null,
 *     validTo: string | null}) | null} mapping what the source says of the segment
 */

/**
 * Asks for the products of the region of the page.
 *
 * @param {import('../picture.js').Ask} ask
 * @param {import('../main.js').Page} page
 * @returns {Promise<{products: object[], lines: Line[], sources: Map<string, string>}>} the products,
 *     the lines of their placements, and titles of sources by key
 */
export async function load(ask, page) {
  const data = await ask(QUERY, { region: page.region || undefined, day: page.day });
  return {
    products: data.products,
    lines: data.products.flatMap(linesOf),
    sources: new Map(data.sources.map(({ key, title }) => [key, title])),
  };
}

/** A cluster belongs to the line of its own segment, where the product is in that. */
function linesOf(product) {
  const segments = product.segmentsConnection.edges;
  const clusters = product.clustersConnection.edges;
  const line = (cluster, segment) => ({
    product,
    cluster: cluster?.node ?? null,
    listing: cluster?.properties ?? null,
    segment: segment?.node ?? null,
    mapping: segment?.properties ?? null,
  });
  const inSegments = segments.flatMap((segment) => {
    const own = clusters.filter(({ node }) => node.segment?.key === segment.node.key);
    return own.length === 0 ? [line(null, segment)] : own.map((cluster) => line(cluster, segment));
  });
  const placed = new Set(segments.map(({ node }) => node.key));
  const apart = clusters.filter(({ node }) => !placed.has(node.segment?.key));
  const all = [...inSegments, ...apart.map((cluster) => line(cluster, null))];
  return all.length === 0 ? [line(null, null)] : all;
}

/** The name of a product, with its code. */
export function productName({ code, name }) {
  return name ? `${code} ${name}` : code;
}

/**
 * Returns what writes facts in the language of the page.
 *
 * @returns {Promise<{status: Function, purpose: Function, category: Function}>} labels of values
 */
export async function factLabels() {
  const [status, purpose, category] = await Promise.all(
    ['MappingStatus', 'MappingPurpose', 'ProductCategory'].map(labels),
  );
  return { status, purpose, category };
}

/** How sure a line is: as sure as the least sure of its facts. */
export function sureness({ listing, mapping }) {
  const all = [mapping, listing].filter(Boolean).map(({ confidence }) => confidence);
  return ['LOW', 'MEDIUM', 'HIGH'].find((each) => all.includes(each)) ?? null;
}

/** Confidence in words. */
export function told(confidence) {
  return say(`confidence.${confidence ?? 'NONE'}`);
}

/** A period in words, or that none is stated. */
export function period({ validFrom, validTo }) {
  if (validFrom === null && validTo === null) {
    return say('segments.period.none');
  }
  return [
    validFrom && say('segments.period.from', { day: shortDay(validFrom) }),
    validTo && say('segments.period.to', { day: shortDay(validTo) }),
  ]
    .filter(Boolean)
    .join(' ');
}
