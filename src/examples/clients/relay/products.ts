import { graphql } from "relay-runtime";

export const productsPage = graphql`
  query productsQuery($first: Int!, $where: ProductWhere) {
    ...products_page @arguments(first: $first, where: $where)
  }
`;

export const page = graphql`
  fragment products_page on Query
  @argumentDefinitions(
    first: { type: "Int!" }
    after: { type: "String" }
    where: { type: "ProductWhere" }
  )
  @refetchable(queryName: "productsNextPageQuery") {
    productsConnection(first: $first, after: $after, where: $where, sort: [{ code: ASC }])
      @connection(key: "products_productsConnection") {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          key
          ...products_segments
        }
      }
    }
  }
`;

export const segments = graphql`
  fragment products_segments on Product
  @argumentDefinitions(last: { type: "Int", defaultValue: 5 }, before: { type: "String" })
  @refetchable(queryName: "productsEarlierSegmentsQuery") {
    code
    confidence
    segmentsConnection(last: $last, before: $before, sort: [{ node: { code: ASC } }])
      @connection(key: "products_segmentsConnection", filters: []) {
      edges {
        properties {
          purpose
        }
        node {
          code
        }
      }
    }
  }
`;
