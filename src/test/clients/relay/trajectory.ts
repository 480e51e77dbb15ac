import { graphql } from "relay-runtime";

export const trajectory = graphql`
  query trajectoryQuery($id: ID!, $on: Date!) {
    node(id: $id) @asOf(date: $on) {
      ...trajectory_regie @alias(as: "course")
    }
    deliveriesConnection(where: { trajectory: { id: { eq: "CASUS" } } }) {
      groups(having: { count: { nodes: { gt: 0 } } }) {
        key {
          id
          startedOn(bucket: MONTH)
        }
        countDistinct {
          status
          product
        }
      }
    }
    search(phrase: "hulp", first: 5) {
      edges {
        score
        node {
          name
        }
      }
    }
  }
`;

export const regie = graphql`
  fragment trajectory_regie on Trajectory {
    id
    startedOn
    waitFromSignal
    regieHoldersConnection @history {
      edges {
        properties {
          kind
          validFrom
        }
        node {
          __typename
          ...trajectory_holder
        }
      }
    }
  }
`;

export const holder = graphql`
  fragment trajectory_holder on RegieHolder {
    name
    ... on Provider {
      agb
    }
    ... on Node {
      globalId
    }
  }
`;
