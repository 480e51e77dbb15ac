// Pages through all products with the store of Relay, which merges the pages, and compares the result
// with the number of products that the server gave.

import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
} from "relay-runtime";
import type { FetchFunction, GraphQLResponse, OperationDescriptor } from "relay-runtime";
import nextPage from "./__generated__/productsNextPageQuery.graphql";
import type { productsNextPageQuery } from "./__generated__/productsNextPageQuery.graphql";
import page from "./__generated__/products_page.graphql";
import type { products_page$data } from "./__generated__/products_page.graphql";
import firstPage from "./__generated__/productsQuery.graphql";
import type { productsQuery } from "./__generated__/productsQuery.graphql";

declare const process: { readonly argv: readonly string[]; exitCode: number };

const ask: FetchFunction = async ({ text: query }, variables) => {
  const response = await fetch(`${process.argv[2]}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphQLResponse;
};

const environment = new Environment({
  network: Network.create(ask),
  store: new Store(new RecordSource()),
});

/** What the page of products shows so far. */
function shown(operation: OperationDescriptor): products_page$data["productsConnection"] {
  const reference = environment.lookup(operation.fragment).data;
  const selector = getSingularSelector(page, reference);
  return (environment.lookup(selector!).data as unknown as products_page$data).productsConnection;
}

async function main(): Promise<void> {
  const first = 50;
  const start = createOperationDescriptor(firstPage, { first });
  environment.retain(start);
  await fetchQuery<productsQuery>(environment, firstPage, { first }).toPromise();
  let products = shown(start);
  let pages = 1;
  while (products.pageInfo.hasNextPage && products.edges.length < products.totalCount) {
    const after = products.pageInfo.endCursor ?? null;
    await fetchQuery<productsNextPageQuery>(environment, nextPage, { first, after }).toPromise();
    products = shown(start);
    pages += 1;
  }
  const different = new Set(products.edges.map(({ node }) => node.key)).size;
  const counts = `${products.totalCount} products, ${products.edges.length} shown, ${different} different`;
  if (
    products.pageInfo.hasNextPage ||
    products.edges.length !== products.totalCount ||
    different !== products.totalCount ||
    pages !== Math.ceil(products.totalCount / first)
  ) {
    throw new Error(`${counts}, on ${pages} pages`);
  }
  console.log(`Relay: ${counts}, on ${pages} pages`);
}

main().catch((error: unknown) => {
  console.error(String(error));
  process.exitCode = 1;
});
