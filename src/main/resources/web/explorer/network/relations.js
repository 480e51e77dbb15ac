// What the network view knows of the schema: its kinds of nodes, and what connects them.

/**
 * @typedef {object} Kind a type of node
 * @property {string} list field at the root that lists it
 * @property {string} key field with its key
 * @property {string} [fields] what is asked of each node besides key and name
 * @property {string} [size] field whose number of nodes sets the size in the picture
 * @property {Array<[string, string]>} [enums] fields with values of an enum, and their types
 * @property {(segment: string) => object} [inSegment] condition that it has to do with a segment
 * @property {(code: string) => object} [inMunicipality] condition for a municipality
 * @property {(value: string) => object} [withExpertise] condition for an expertise
 */

const some = (field, where) => ({ [field]: { some: where } });
const key = (value) => ({ key: { eq: value } });

/** @type {Object<string, Kind>} by name of the type, in the order of the legend */
export const KINDS = {
  Provider: {
    list: 'providers',
    key: 'agb',
    fields: 'kind expertise region { name }',
    size: 'contractedProductsConnection',
    enums: [
      ['kind', 'ProviderKind'],
      ['expertise', 'Expertise'],
    ],
    inSegment: (segment) => some('contractedProducts', some('segments', key(segment))),
    inMunicipality: (code) =>
      some('agreements', some('parties', { Municipality: { code: { eq: code } } })),
    withExpertise: (value) => ({ expertise: { includes: value } }),
  },
  Network: { list: 'networks', key: 'key', fields: 'region { name }', size: 'partnersConnection' },
  Segment: {
    list: 'segments',
    key: 'key',
    fields: 'scheme region { name }',
    size: 'productsConnection',
    inSegment: key,
    inMunicipality: (code) => some('municipalities', { code: { eq: code } }),
  },
  Product: {
    list: 'products',
    key: 'key',
    fields: 'code category region { name }',
    size: 'contractedProvidersConnection',
    enums: [['category', 'ProductCategory']],
    inSegment: (segment) => some('segments', key(segment)),
  },
  Agreement: {
    list: 'agreements',
    key: 'key',
    fields: 'kind startsOn endsOn region { name }',
    size: 'partiesConnection',
    enums: [['kind', 'AgreementKind']],
    inSegment: (segment) => some('segments', key(segment)),
    inMunicipality: (code) => some('parties', { Municipality: { code: { eq: code } } }),
  },
  Municipality: {
    list: 'municipalities',
    key: 'code',
    fields: 'contractGroup region { name }',
    size: 'referrersConnection',
    inSegment: (segment) => some('segments', key(segment)),
    inMunicipality: (code) => ({ code: { eq: code } }),
  },
  Referrer: {
    list: 'referrers',
    key: 'key',
    fields: 'kind region { name }',
    enums: [['kind', 'ReferrerKind']],
    inMunicipality: (code) => ({ municipality: { code: { eq: code } } }),
  },
  Cluster: {
    list: 'clusters',
    key: 'key',
    size: 'productsConnection',
    inSegment: (segment) => ({ segment: key(segment) }),
  },
};

/**
 * What connects two kinds. A path is a list of fields; `field*` leads to many nodes, `field*Type` to
 * those of an interface that are of the type.
 *
 * @typedef {object} Relation
 * @property {string} name its name; the texts `relation.NAME`, and `relation.NAME.back` from behind
 * @property {string} from type on one end
 * @property {string} to type on the other end
 * @property {string[]} there path from `from` to `to`
 * @property {string[]} back path from `to` to `from`
 * @property {string} [properties] what is asked of the relationship
 * @property {string} [counted] where it stands for several relationships: key of the groups of the
 *     first field, in which it ends; how many there are is the weight
 */

const PERIOD = 'validFrom validTo';

/** @type {Relation[]} in the order in which they are offered */
export const RELATIONS = [
  {
    name: 'partner',
    from: 'Provider',
    to: 'Network',
    there: ['networks*'],
    back: ['partners*'],
    properties: `role ${PERIOD}`,
  },
  {
    name: 'contracted',
    from: 'Provider',
    to: 'Segment',
    there: ['contractedProducts*', 'segments*'],
    back: ['products*', 'contractedProviders*'],
    counted: 'segments',
  },
  {
    name: 'contract',
    from: 'Provider',
    to: 'Product',
    there: ['contractedProducts*'],
    back: ['contractedProviders*'],
    properties: PERIOD,
  },
  {
    name: 'party',
    from: 'Provider',
    to: 'Agreement',
    there: ['agreements*'],
    back: ['parties*Provider'],
    properties: PERIOD,
  },
  {
    name: 'buys',
    from: 'Municipality',
    to: 'Agreement',
    there: ['agreements*'],
    back: ['parties*Municipality'],
    properties: PERIOD,
  },
  {
    name: 'placed',
    from: 'Product',
    to: 'Segment',
    there: ['segments*'],
    back: ['products*'],
    properties: PERIOD,
  },
  { name: 'covers', from: 'Agreement', to: 'Segment', there: ['segments*'], back: ['agreements*'] },
  {
    name: 'takesPart',
    from: 'Municipality',
    to: 'Segment',
    there: ['segments*'],
    back: ['municipalities*'],
    properties: PERIOD,
  },
  {
    name: 'worksIn',
    from: 'Referrer',
    to: 'Municipality',
    there: ['municipality'],
    back: ['referrers*'],
    properties: PERIOD,
  },
  { name: 'partOf', from: 'Segment', to: 'Segment', there: ['parent'], back: ['children*'] },
  { name: 'heading', from: 'Cluster', to: 'Segment', there: ['segment'], back: ['clusters*'] },
  {
    name: 'listed',
    from: 'Product',
    to: 'Cluster',
    there: ['clusters*'],
    back: ['products*'],
    properties: PERIOD,
  },
];

/** Relationships that a path may follow; not regions, which connect everything. */
export const PATH_VIA = [
  'CONTRACTED_FOR',
  'PARTNER_IN',
  'PARTY_TO',
  'COVERS',
  'MAPS_TO',
  'LISTED_IN',
  'CHILD_OF',
  'PARTICIPATES_IN',
  'IN_MUNICIPALITY',
];

/**
 * Returns the relations of a type, seen from it.
 *
 * @param {string} type name of a type
 * @returns {Array<{relation: Relation, id: string, type: string, path: string[]}>} each with the
 *     type on its other end, and the path from there back to this type; a relation between two nodes
 *     of one type is there twice
 */
export function relationsOf(type) {
  const away = RELATIONS.filter(({ from }) => from === type).map((relation) => ({
    relation,
    id: relation.name,
    type: relation.to,
    path: relation.back,
  }));
  const back = RELATIONS.filter(({ to }) => to === type).map((relation) => ({
    relation,
    id: `${relation.name}.back`,
    type: relation.from,
    path: relation.there,
  }));
  return [...away, ...back];
}

/**
 * Writes a path as a condition.
 *
 * @param {string[]} path from the node that is filtered
 * @param {object} where condition on the node where it ends
 * @returns {object} the condition
 */
export function along(path, where) {
  return path.reduceRight((inner, step) => {
    const [field, type] = step.split('*');
    if (!step.includes('*')) {
      return { [field]: inner };
    }
    return { [field]: { some: type ? { [type]: inner } : inner } };
  }, where);
}

/**
 * Returns the condition of the filters on nodes of a type.
 *
 * @param {string} type name of a type
 * @param {{segment?: string, municipality?: string, expertise?: string}} filters what is wanted
 * @returns {object[]} conditions that must all hold; a filter that says nothing of the type is none
 */
export function filtered(type, { segment, municipality, expertise }) {
  const { inSegment, inMunicipality, withExpertise } = KINDS[type];
  return [
    segment && inSegment?.(segment),
    municipality && inMunicipality?.(municipality),
    expertise && withExpertise?.(expertise),
  ].filter(Boolean);
}
