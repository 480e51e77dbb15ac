// The server that is asked, and what it answers.

const [address, authorization] = process.argv.slice(3);

/** Where a client sends its operations. */
export const ENDPOINT = `${address}/graphql`;

/** Who asks: one who sees everything, or nobody. */
export const HEADERS = authorization ? { authorization } : {};

/** Every answer of the server, in order, as it came. */
export const answers = [];

/** The `fetch` that a client uses. */
export async function recordingFetch(...request) {
  const response = await fetch(...request);
  answers.push(await response.clone().json());
  return response;
}

/** What the libraries had to say: they warn where they cannot keep something apart. */
export const warnings = [];
console.warn = (...words) => warnings.push(words.join(" "));
console.error = console.warn;
