import { graphql } from "relay-runtime";

// Relay takes every field named id for the identity of a record, which the node has already: in the
// key of a group it gets another name.

export const providers = graphql`
  query groupsProvidersQuery($on: Date!) {
    providers(asOf: $on) {
      id
      name
      deliveries(limit: 1) {
        id
        status
      }
    }
  }
`;

export const byDeliverer = graphql`
  query groupsByDelivererQuery($on: Date!) {
    deliveriesConnection(asOf: $on) {
      groups {
        key {
          deliveredBy {
            deliverer: id
            name
          }
        }
        count {
          nodes
        }
      }
    }
  }
`;

export const byProviderAndStatus = graphql`
  query groupsByProviderAndStatusQuery($on: Date!) {
    providersConnection(asOf: $on) {
      groups {
        key {
          provider: id
          name
          deliveries {
            status
          }
        }
        count {
          nodes
        }
        countDistinct {
          deliveries
        }
      }
    }
  }
`;

export const byStatusAndByYear = graphql`
  query groupsByStatusAndByYearQuery($on: Date!) {
    deliveriesConnection(where: { startedOn: { lte: $on } }, asOf: $on) {
      byStatus: groups(sort: [{ field: "key.status" }]) {
        key {
          status
        }
        count {
          nodes
        }
      }
      byYear: groups(sort: [{ field: "key.startedOn" }]) {
        key {
          status
          startedOn(bucket: YEAR)
        }
        count {
          nodes
        }
      }
    }
  }
`;
