// The same page with Apollo Client, whose cache keeps what was asked: a day that was shown before is shown again
// without a question.

import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { start } from "../dashboard/dashboard.js";
import { Problem } from "../dashboard/problem.js";

/** The client of one caller. Another caller gets another one, so that nothing of the former stays. */
let current = { caller: "", client: undefined };

/** @param {{server: string, token: string}} settings */
function clientOf({ server, token }) {
  const caller = JSON.stringify([server, token]);
  if (current.caller !== caller) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    current = {
      caller,
      client: new ApolloClient({
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: `${server.replace(/\/$/, "")}/graphql`, headers }),
      }),
    };
  }
  return current.client;
}

start(async (settings, query, variables) => {
  try {
    const { data } = await clientOf(settings).query({ query: gql(query), variables });
    return data;
  } catch (error) {
    if (CombinedGraphQLErrors.is(error)) {
      const [first] = error.errors;
      throw new Problem(first.message, first.extensions?.code ?? "UNKNOWN");
    }
    throw new Problem(
      "The server cannot be reached, or does not allow this origin: it needs CORS_ORIGINS.",
      "UNREACHABLE",
    );
  }
});
