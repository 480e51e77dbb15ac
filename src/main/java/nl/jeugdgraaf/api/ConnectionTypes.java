package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;
import static nl.jeugdgraaf.schema.SdlWriter.withArguments;

import java.util.Optional;
import nl.jeugdgraaf.api.ApiField.Connection;
import nl.jeugdgraaf.api.ApiField.Edge;
import nl.jeugdgraaf.api.ApiField.PageInfo;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes connections and their edges, of lists, of relationships and of searches.
///
/// @see <a href="https://relay.dev/graphql/connections.htm">Relay, cursor connections</a>
final class ConnectionTypes {
  /// The arguments of a page.
  static final String PAGE =
      String.join(
          ", ",
          argument(Argument.FIRST, "Int"),
          argument(Argument.AFTER, "String"),
          argument(Argument.LAST, "Int"),
          argument(Argument.BEFORE, "String"));

  private final Model model;
  private final SdlWriter sdl;

  ConnectionTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  /// {@return a field that shows a connection, with its arguments}
  ///
  /// @param field its name
  /// @param where the type of its conditions
  /// @param sort the type of its order
  /// @param relationship what it follows, if anything
  static String inPages(
      String field, String where, String sort, Optional<RelationshipField> relationship) {
    return withArguments(
        field,
        argument(Argument.WHERE, where),
        PAGE,
        argument(Argument.SORT, "[" + sort + "!]"),
        TimeArguments.of(relationship));
  }

  /// {@return a field that searches, with its arguments}
  ///
  /// @param field its name
  /// @param where the type of its conditions
  static String searchInPages(String field, String where) {
    return withArguments(
        field,
        argument(Argument.PHRASE, "String!"),
        argument(Argument.WHERE, where),
        PAGE,
        TimeArguments.AS_OF);
  }

  void write() {
    pageInfo();
    ConnectionType.all(model).forEach(this::connection);
    model.entities().stream()
        .filter(entity -> model.searchField(entity).isPresent())
        .forEach(this::search);
  }

  private void pageInfo() {
    sdl.type(
        "type " + ApiNames.PAGE_INFO,
        "What comes before and after a page (pagina)",
        () -> {
          for (var field : PageInfo.values()) {
            switch (field) {
              case HAS_NEXT_PAGE ->
                  field(field, "Boolean!", "Whether more follow (volgende pagina)");
              case HAS_PREVIOUS_PAGE ->
                  field(field, "Boolean!", "Whether some come before (vorige pagina)");
              case START_CURSOR -> field(field, "String", "Cursor of the first edge (begin)");
              case END_CURSOR -> field(field, "String", "Cursor of the last edge (einde)");
            }
          }
        });
  }

  private void connection(ConnectionType type) {
    var name = type.name();
    sdl.type(
        "type " + ApiNames.connection(name),
        "What leads to " + type.target().name() + ", in pages (verbindingen)",
        () -> {
          for (var field : Connection.values()) {
            switch (field) {
              case EDGES -> field(field, edges(name), "One for each relationship (relaties)");
              case PAGE_INFO -> pageInfoOfEdges();
              case TOTAL_COUNT ->
                  field(field, "Int!", "Number of relationships on all pages (aantal)");
              case AGGREGATE ->
                  field(field, ApiNames.aggregate(name) + "!", "All pages in numbers (totalen)");
              case GROUPS -> groups(type);
              case CHANGES -> ChangeTypes.field(type.target(), sdl);
            }
          }
        });
    edge(
        name,
        type,
        () -> {
          if (!type.edge().isNone()) {
            field(
                Edge.PROPERTIES,
                type.edge().name() + "!",
                "Properties of the relationship (kenmerken)");
          }
        });
  }

  private void groups(ConnectionType type) {
    sdl.field(
        withArguments(
            Connection.GROUPS.fieldName(),
            argument(Argument.HAVING, ApiNames.where(ApiNames.aggregate(type.target().name()))),
            argument(Argument.SORT, "[" + ApiNames.GROUP_SORT + "!]"),
            argument(Argument.FIRST, "Int"),
            argument(Argument.OFFSET, "Int")),
        "[" + ApiNames.aggregate(type.name()) + "!]!",
        "All pages in groups by the key that is selected, sorted by it (groepen)");
  }

  private void search(NodeEntity entity) {
    var name = ApiNames.search(entity.name());
    sdl.type(
        "type " + ApiNames.connection(name),
        "What a search found, in pages (zoekresultaat)",
        () -> {
          field(Connection.EDGES, edges(name), "Best match first (gevonden)");
          pageInfoOfEdges();
          field(Connection.TOTAL_COUNT, "Int!", "Number found on all pages (aantal)");
        });
    edge(
        name,
        ConnectionType.ofRoot(entity),
        () -> field(Edge.SCORE, "Float!", "How well it matches; higher is better (score)"));
  }

  private static String edges(String name) {
    return "[" + ApiNames.edge(name) + "!]!";
  }

  private void pageInfoOfEdges() {
    field(
        Connection.PAGE_INFO,
        ApiNames.PAGE_INFO + "!",
        "What comes before and after the edges (pagina)");
  }

  private void edge(String name, ConnectionType type, Runnable more) {
    sdl.type(
        "type " + ApiNames.edge(name),
        "One that leads to " + type.target().name() + " (relatie)",
        () -> {
          field(Edge.CURSOR, "String!", "Its place in the list, for after and before (plaats)");
          field(Edge.NODE, type.target().name() + "!", "Where it leads (knoop)");
          more.run();
        });
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }
}
