// Pages through all products with Apollo Client, forward and backward. Its cache merges the pages. It
// must then hold each product once, in one order, and as many as the server counts.

import assert from "node:assert/strict";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

const PAGE = 50;

const PRODUCTS = gql`
  query Products($first: Int, $after: String, $last: Int, $before: String) {
    productsConnection(
      first: $first
      after: $after
      last: $last
      before: $before
      sort: [{ code: ASC }]
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          id
          key
          code
          region {
            id
            code
          }
        }
      }
    }
  }
`;

/** A client with an empty cache, which is told only which pages belong together. */
function client() {
  const cache = new InMemoryCache({
    typePolicies: {
      Query: { fields: { productsConnection: relayStylePagination(["where", "sort", "asOf"]) } },
    },
  });
  return new ApolloClient({ cache, link: new HttpLink({ uri: `${process.argv[2]}/graphql` }) });
}

/** Pages until `more` in the page info is false, and returns what the cache then shows. */
async function all(variables, more, next) {
  const question = { query: PRODUCTS, variables };
  const apollo = client();
  await apollo.query(question);
  const watched = apollo.watchQuery(question);
  let shown = apollo.readQuery(question).productsConnection;
  let pages = 1;
  while (shown.pageInfo[more]) {
    await watched.fetchMore({ variables: next(shown.pageInfo) });
    shown = apollo.readQuery(question).productsConnection;
    pages += 1;
    assert.ok(pages <= shown.totalCount, `${more} is still true after ${pages} pages`);
  }
  return { ...shown, pages };
}

function check({ edges, totalCount, pages }, way) {
  const ids = edges.map(({ node }) => node.id);
  const codes = edges.map(({ node }) => node.code);
  assert.ok(totalCount > PAGE, `${totalCount} products fit on one page`);
  assert.equal(ids.length, totalCount, `${way}: products in the cache`);
  assert.equal(new Set(ids).size, totalCount, `${way}: different products`);
  assert.equal(new Set(edges.map(({ cursor }) => cursor)).size, totalCount, `${way}: cursors`);
  assert.equal(pages, Math.ceil(totalCount / PAGE), `${way}: pages`);
  assert.deepEqual(codes, [...codes].sort(), `${way}: in the order of the code`);
  console.log(`Apollo, ${way}: ${totalCount} products on ${pages} pages`);
}

const forward = await all({ first: PAGE }, "hasNextPage", ({ endCursor }) => ({ after: endCursor }));
check(forward, "forward");

const backward = await all({ last: PAGE }, "hasPreviousPage", ({ startCursor }) => ({
  before: startCursor,
}));
check(backward, "backward");

assert.deepEqual(backward.edges, forward.edges, "backward gives what forward gives");
