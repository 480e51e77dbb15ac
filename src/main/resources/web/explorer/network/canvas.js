// What is on the canvas, as the address says it: `nodes=Provider/99000012,Network/...`. The lines
// between them are not kept: they are what the API says on the day.

/**
 * @typedef {object} Name
 * @property {string} type name of a type
 * @property {string} key key of the node
 */

/** Writes the name of a node: `Provider/99000012`. */
export function nodeId({ type, key }) {
  return `${type}/${key.replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll('@', '%40')}`;
}

/**
 * Reads the name of a node.
 *
 * @param {string} id such as `Provider/99000012`
 * @returns {Name} its parts
 */
export function nodeName(id) {
  const slash = id.indexOf('/');
  return { type: id.slice(0, slash), key: decodeURIComponent(id.slice(slash + 1)) };
}

/** Reads a list of names. */
export function readList(text) {
  return (text ?? '').split(',').filter(Boolean);
}

/** Writes the name of a group: the neighbours of a node by one relation. */
export function groupId(node, relation) {
  return `${node}@${relation}`;
}

/**
 * Reads the name of a group.
 *
 * @param {string} id such as `Segment/HAAGLANDEN/1@contracted.back`
 * @returns {{node: string, relation: string} | null} its parts, or null for the name of a node
 */
export function groupName(id) {
  const at = id.lastIndexOf('@');
  return at < 0 ? null : { node: id.slice(0, at), relation: id.slice(at + 1) };
}

/**
 * The steps of the reader on the canvas, to undo and redo.
 *
 * @param {() => {nodes?: string, groups?: string}} current what is on the canvas
 * @param {(canvas: {nodes: string, groups: string}) => void} show shows something else
 */
export function steps(current, show) {
  const past = [];
  const future = [];
  const now = () => ({ nodes: current().nodes ?? '', groups: current().groups ?? '' });
  const go = (from, to) => {
    if (from.length > 0) {
      to.push(now());
      show(from.pop());
    }
  };
  return {
    /** Remembers what is on the canvas, before it changes. */
    remember() {
      past.push(now());
      future.length = 0;
    },
    undo: () => go(past, future),
    redo: () => go(future, past),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
  };
}
