// Asks the server. Every problem becomes an error whose `code` says what to do about it; the table of
// codes is in schema/README.md.

/** A problem that the server told, with its code, or one of the network. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {string} code
   */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/**
 * @param {{server: string, token: string}} settings
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @returns {Promise<any>} the data
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
