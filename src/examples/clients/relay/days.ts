import { graphql } from "relay-runtime";

export const municipality = graphql`
  query daysMunicipalityQuery($code: CBSCode!, $on: Date!) {
    municipality(by: { code: $code }, asOf: $on) {
      id
      name
      region {
        id
        code
      }
    }
  }
`;

export const node = graphql`
  query daysNodeQuery($id: ID!) {
    node(id: $id) {
      id
      ... on Municipality {
        name
        region {
          id
          code
        }
      }
    }
  }
`;

export const regionOf = graphql`
  query daysRegionOfQuery($code: CBSCode!, $on: Date!) {
    municipality(by: { code: $code }) {
      id
      region(asOf: $on) {
        id
        code
      }
    }
  }
`;

export const regions = graphql`
  query daysRegionsQuery($code: CBSCode!, $then: Date!, $now: Date!) {
    municipality(by: { code: $code }) {
      id
      name
      then: region(asOf: $then) {
        id
        code
      }
      now: region(asOf: $now) {
        id
        code
      }
    }
  }
`;

export const deliveries = graphql`
  query daysDeliveriesQuery($where: DeliveryWhere!, $on: Date!) {
    deliveries(where: $where, limit: 20, asOf: $on) {
      id
      key
      status
    }
  }
`;

export const deliveriesOf = graphql`
  query daysDeliveriesOfQuery($agb: AGB!, $where: DeliveryWhere!, $then: Date!, $now: Date!) {
    provider(by: { agb: $agb }) {
      id
      then: deliveries(where: $where, asOf: $then) {
        id
        key
        status
      }
      now: deliveries(where: $where, asOf: $now) {
        id
        key
        status
      }
    }
  }
`;
