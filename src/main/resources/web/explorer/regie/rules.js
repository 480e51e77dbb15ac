// Names of the rules that data can break.

/** Leaves out where a rule is laid down: `no contact; S1, text line 140` is `no contact`. */
export function shortRule(text) {
  return text.split(';')[0];
}
