package nl.jeugdgraaf.plan;

/// Who asks for what is bound.
enum Reader {
  /// The caller: what is bound is there on the day, is recorded, and once a node has ended its last
  /// relationships count.
  CALLER,
  /// A rule: what is bound is there on the day, and no ended relationship counts.
  RULE,
  /// The audit: nodes are bound that are not there on the day, since somebody's data is shown.
  AUDIT
}
