// Asks the server with `fetch` alone.

import { Problem } from "./problem.js";

/**
 * @type {import("./dashboard.js").Ask}
 */
export async function ask(settings, query, variables) {
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json",
  };
  if (settings.token) {
    headers.authorization = `Bearer ${settings.token}`;
  }
  let response;
  try {
    response = await fetch(`${settings.server.replace(/\/$/, "")}/graphql`, {
      method: "POST",
      headers,
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Problem(
      "The server cannot be reached, or does not allow this origin: it needs CORS_ORIGINS.",
      "UNREACHABLE",
    );
  }
  const answer = await response.json().catch(() => {
    throw new Problem("This address is not that of a GraphQL server.", "UNREACHABLE");
  });
  if (answer.errors) {
    const [first] = answer.errors;
    throw new Problem(first.message, first.extensions?.code ?? "UNKNOWN");
  }
  return answer.data;
}
