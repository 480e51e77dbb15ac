import { graphql } from "relay-runtime";

export const trajectory = graphql`
  query trajectoryQuery($id: ID!, $on: Date!) {
    node(id: $id) {
      ...trajectory_regie @alias(as: "course")
    }
    deliveriesConnection(where: { trajectory: { key: { eq: "CASUS" } } }, asOf: $on) {
      groups(having: { count: { nodes: { gt: 0 } } }) {
        key {
          delivery: id
          startedOn(bucket: MONTH)
        }
        countDistinct {
          status
          product
        }
      }
    }
    search(phrase: "hulp", first: 5, asOf: $on) {
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
    key
    startedOn
    waitFromSignal
    regieHoldersConnection(history: true) {
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
  }
`;
