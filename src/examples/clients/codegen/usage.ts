// Code that a developer would write against the generated types. It is compiled but not run: it shows
// that the types of pages, interfaces, groups and variables match the schema.

import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import {
  AnyNodeDocument,
  DeliveriesInNumbersDocument,
  FindProductsDocument,
  ProductPagesDocument,
  TrajectoryCourseDocument,
} from "./generated/operations.js";
import type {
  DeliveriesInNumbersQuery,
  HolderFragment,
  ProductPagesQuery,
  ProductPagesQueryVariables,
  ProductWhere,
} from "./generated/operations.js";
import type { Node, Query, Scalars } from "./generated/schema.js";

/** Any client: runs a document with its variables. */
export type Ask = <Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** A root connection, page by page, and a nested one within each product. */
export async function segmentsByProduct(
  ask: Ask,
  where: ProductWhere,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const segments = new Map<string, readonly string[]>();
  let after: string | null = null;
  do {
    const variables: ProductPagesQueryVariables = {
      where,
      first: 50,
      after,
      sort: [
        { region: { name: "ASC" } },
        { segmentsConnection: { aggregate: { count: { nodes: "DESC" } } } },
      ],
    };
    const { productsConnection }: ProductPagesQuery = await ask(ProductPagesDocument, variables);
    for (const { node } of productsConnection.edges) {
      const lines = node.segmentsConnection.edges.map(
        (edge) => `${edge.node.key} ${edge.properties.purpose ?? "for no purpose"}`,
      );
      segments.set(node.id, lines);
    }
    const { hasNextPage, endCursor } = productsConnection.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return segments;
}

/** A fragment on an interface: each type has its own fields, and there are no other types. */
export function inWords(holder: HolderFragment): string {
  const name = holder.name ?? holder.id;
  switch (holder.__typename) {
    case "Provider":
      return `${name} (${holder.agb}, ${holder.expertise?.join(", ") ?? ""})`;
    case "Municipality":
      return `${name} (${holder.code})`;
    case "Network":
      return `${name}, ${holder.partnersConnection.totalCount.toFixed()} partners`;
    case "Referrer":
    case "SafetyPartner":
    case "School":
      return name;
    default:
      return holder satisfies never;
  }
}

type Group = DeliveriesInNumbersQuery["deliveriesConnection"]["groups"][number];

/** Groups: any part of the key may be null, a number of nodes never is. */
export function line({ key, count }: Group): readonly [string, number] {
  const deliverer = key?.deliveredBy?.name ?? key?.deliveredBy?.typename;
  return [[key?.activeOn, key?.startedOn, key?.product?.code, deliverer].join(" "), count.nodes];
}

/** Aggregates: an integer, a fraction, a number of days. */
export async function totals(ask: Ask, on: Scalars["Date"]["input"]): Promise<readonly unknown[]> {
  const { deliveriesConnection } = await ask(DeliveriesInNumbersDocument, {
    on,
    bucket: "QUARTER",
    where: { NOT: { product: null }, trajectory: { youthConnection: { some: { node: {} } } } },
  });
  const { volume, duration } = deliveriesConnection.aggregate.node;
  const sum: number | null = volume.sum;
  const shortest: string | null = duration.min;
  return [sum, volume.p90, shortest, ...deliveriesConnection.groups.map(line)];
}

/** Who joined and left a trajectory. */
export async function moves(ask: Ask, key: string): Promise<readonly string[]> {
  const variables = { key, from: "2026-01-01", to: "2026-12-31" };
  const { trajectory } = await ask(TrajectoryCourseDocument, variables);
  return (trajectory?.changes.regieHolders.edges ?? []).map(({ node: { on, kind, before, after } }) =>
    [on, kind, before && inWords(before.node), after && inWords(after.node)].join(" "),
  );
}

/** Mistakes that the compiler must find. */
export async function refused(ask: Ask): Promise<void> {
  // @ts-expect-error: the phrase is required
  await ask(FindProductsDocument, { first: 3 });
  // @ts-expect-error: no such operator
  await ask(ProductPagesDocument, { where: { name: { like: "x" } } });
  // @ts-expect-error: no such direction
  await ask(ProductPagesDocument, { sort: [{ code: "UP" }] });
  const { node, nodes } = await ask(AnyNodeDocument, { id: "a", ids: ["b"], other: "c" });
  // @ts-expect-error: the node may be null
  node.id.trim();
  // @ts-expect-error: lists of the schema are read-only
  nodes.push(null);
}

/** Types of the schema itself: a node, and the result of a root field. */
export function known(nodes: Query["nodes"]): readonly Node[] {
  return nodes.filter((node) => node !== null);
}
