// Ids of nodes. Other clients take them as they are; who reviews access may not see the nodes, so
// here an id is made of type and key, and read back.

/** Returns the id of a node: base64url of `Type:key`. */
export function idOf(type, key) {
  const bytes = new TextEncoder().encode(`${type}:${key}`);
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Returns type and key of the node of an id, on whatever day. */
export function nodeOf(id) {
  const text = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const [, type, key] = /^(\w+)(?:@[\d-]+)?:(.*)$/s.exec(new TextDecoder().decode(bytes));
  return { type, key };
}
