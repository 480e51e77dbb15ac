package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// What began, ended or moved around a node between two days.
///
/// @param node around what
/// @param from the day after which changes count
/// @param to the last day on which they do
record Changes(Graph.Node node, LocalDate from, LocalDate to) {
  /// All changes of one relationship.
  record Listed(List<Change> changes) {}

  /// One row of the list.
  record Row(Change change) {}

  /// What happened, in the order in which changes of one day and key are listed.
  enum Kind {
    MOVED,
    ENDED,
    BEGAN
  }

  /// One change.
  ///
  /// @param of around what
  /// @param on from which day on it holds
  /// @param kind what happened
  /// @param before what ended
  /// @param after what began
  record Change(
      Graph.Node of, LocalDate on, Kind kind, Optional<Link> before, Optional<Link> after) {
    Link either() {
      return before.or(this::after).orElseThrow();
    }
  }

  private record Event(LocalDate on, List<Object> keys) {}

  /// Returns the changes of the relationships of a field, in order.
  Listed of(GraphOnDay view, RelationshipField relationship) {
    var ended = new LinkedHashMap<Event, List<Link>>();
    var began = new LinkedHashMap<Event, List<Link>>();
    for (var link : view.ever(node, relationship)) {
      note(began, link, RelationshipProperties.VALID_FROM, relationship.properties());
      note(ended, link, RelationshipProperties.VALID_TO, relationship.properties());
    }
    var changes = new ArrayList<Change>();
    began.forEach((event, after) -> {
      var before = ended.getOrDefault(event, List.of());
      if (before.size() == 1 && after.size() == 1) {
        ended.remove(event);
        changes.add(change(event, Kind.MOVED, before.getFirst(), after.getFirst()));
      } else {
        after.forEach(link -> changes.add(change(event, Kind.BEGAN, null, link)));
      }
    });
    ended.forEach((event, before) ->
        before.forEach(link -> changes.add(change(event, Kind.ENDED, link, null))));
    changes.sort(order(view, relationship));
    return new Listed(changes);
  }

  private Change change(Event event, Kind kind, Link before, Link after) {
    return new Change(
        node, event.on(), kind, Optional.ofNullable(before), Optional.ofNullable(after));
  }

  private void note(
      LinkedHashMap<Event, List<Link>> events,
      Link link,
      String side,
      RelationshipProperties edge) {
    if (link.edge().properties().get(side) instanceof LocalDate on
        && on.isAfter(from)
        && !on.isAfter(to)) {
      var keys = new ArrayList<>();
      edge.keys().forEach(key -> keys.add(link.edge().properties().get(key.property())));
      events.computeIfAbsent(new Event(on, keys), _ -> new ArrayList<>()).add(link);
    }
  }

  /// By day, what tells relationships apart, kind, the keys of both nodes; then, to leave nothing
  /// open, by the first days.
  private static Comparator<Change> order(GraphOnDay view, RelationshipField relationship) {
    var byKeys =
        Sorting.joined(
            relationship.properties().keys().stream()
                .map(key -> Sorting.edgeProperty(key.property()))
                .toList());
    var byNode = new Sorting(view).keys(view.target(relationship));
    var byFirstDay = Sorting.edgeProperty(RelationshipProperties.VALID_FROM);
    return Comparator.comparing(Change::on)
        .thenComparing(Change::either, byKeys)
        .thenComparing(Change::kind)
        .thenComparing(Change::before, given(Comparator.comparing(Link::node, byNode)))
        .thenComparing(Change::after, given(Comparator.comparing(Link::node, byNode)))
        .thenComparing(Change::before, given(byFirstDay))
        .thenComparing(Change::after, given(byFirstDay));
  }

  /// Compares two links; changes of one kind have both or neither.
  private static Comparator<Optional<Link>> given(Comparator<Link> order) {
    return (one, other) ->
        one.isPresent() && other.isPresent() ? order.compare(one.get(), other.get()) : 0;
  }
}
