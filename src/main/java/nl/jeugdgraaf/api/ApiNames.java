package nl.jeugdgraaf.api;

import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Scalar;

/// The names of the public schema: the writer of the schema and the compiler of operations take
/// them from here.
///
/// Names of types that belong to a node type, an interface, relationship properties or a connection
/// are functions of its name. Fields that every model has are constants of [ApiField].
public final class ApiNames {
  /// The type of the root fields.
  public static final String QUERY = "Query";

  /// The interface of every node type, as Relay has it.
  public static final String NODE_INTERFACE = "Node";

  /// The field of every node that identifies it among all nodes.
  public static final String ID = "id";

  /// The field of a node, or of a connection to several, that reports what changed around it
  /// between two days.
  public static final String CHANGES = "changes";

  /// The field of a group's key that counts what is active at the start of each stretch of time.
  public static final String ACTIVE_ON = "activeOn";

  /// The field that GraphQL gives every type.
  public static final String META_TYPE_NAME = "__typename";

  /// The field of a group's key, and of filters on an interface, that tells node types apart.
  public static final String TYPE_NAME = "typename";

  /// Directives that graphql-java adds to every schema, and that the server does not have.
  public static final Set<String> NO_DIRECTIVES =
      Set.of("defer", "experimental_disableErrorPropagation");

  public static final String PAGE_INFO = "PageInfo";
  public static final String CONNECTION_COUNT = "ConnectionCount";
  public static final String CONNECTION_COUNT_WHERE = "ConnectionCountWhere";
  public static final String CONNECTION_COUNT_SORT = "ConnectionCountSort";
  public static final String AGGREGATE_SORT = "AggregateSort";
  public static final String GROUP_SORT = "GroupSort";
  public static final String SORT_DIRECTION = "SortDirection";
  public static final String DATE_BUCKET = "DateBucket";
  public static final String CHANGE_KIND = "ChangeKind";
  public static final String FIELD_PATH = "FieldPath";
  public static final String KEY_BY = "KeyBy";
  public static final String PATH = "Path";
  public static final String PATH_RELATIONSHIP = "PathRelationship";
  public static final String PATH_VIA = "PathVia";
  public static final String PERIOD_FILTER = "PeriodFilter";
  public static final String PERIOD_INPUT = "PeriodInput";
  public static final String CASE_INSENSITIVE_FILTER = "StringCaseInsensitiveFilter";

  /// Names of the root fields that every model has.
  public static final class Root {
    public static final String NODE = "node";
    public static final String NODES = "nodes";
    public static final String PATH = "path";
    public static final String PATHS = "paths";

    private Root() {}
  }

  /// Names of arguments.
  public static final class Argument {
    public static final String WHERE = "where";
    public static final String SORT = "sort";
    public static final String LIMIT = "limit";
    public static final String OFFSET = "offset";
    public static final String FIRST = "first";
    public static final String AFTER = "after";
    public static final String LAST = "last";
    public static final String BEFORE = "before";
    public static final String HAVING = "having";
    public static final String PHRASE = "phrase";
    public static final String BY = "by";
    public static final String ID = "id";
    public static final String IDS = "ids";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String VIA = "via";
    public static final String MAX_LENGTH = "maxLength";
    public static final String BUCKET = "bucket";
    public static final String SHARE = "p";
    public static final String AS_OF = "asOf";
    public static final String HISTORY = "history";
    public static final String EVERY = "every";

    private Argument() {}
  }

  /// Names of input fields and of the values of `SortDirection`.
  public static final class InputField {
    public static final String AND = "AND";
    public static final String OR = "OR";
    public static final String NOT = "NOT";
    public static final String NODE = "node";
    public static final String EDGE = "edge";
    public static final String AGGREGATE = "aggregate";
    public static final String COUNT = "count";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String SIZE = "size";
    public static final String BETWEEN = "between";
    public static final String MIN = "min";
    public static final String MAX = "max";
    public static final String ANY = "any";
    public static final String ALL = "all";
    public static final String CASE_INSENSITIVE = "caseInsensitive";
    public static final String FIELD = "field";
    public static final String DIRECTION = "direction";
    public static final String ASC = "ASC";
    public static final String DESC = "DESC";
    public static final String ASC_NULLS_FIRST = "ASC_NULLS_FIRST";
    public static final String DESC_NULLS_LAST = "DESC_NULLS_LAST";

    private InputField() {}
  }

  private static final String CONNECTION = "Connection";

  private ApiNames() {}

  /// {@return the field that shows a list, or a relationship, in pages}
  ///
  /// @param list the root field of the list, or the field that follows the relationship
  public static String connectionField(String list) {
    return list + CONNECTION;
  }

  /// {@return the field that a connection shows, if the name is that of a connection}
  ///
  /// @param connection the name of a field
  public static Optional<String> ofConnectionField(String connection) {
    return connection.endsWith(CONNECTION)
        ? Optional.of(connection.substring(0, connection.length() - CONNECTION.length()))
        : Optional.empty();
  }

  /// {@return what the names of the types of a search start with}
  ///
  /// @param entity what is searched
  public static String search(String entity) {
    return entity + "Search";
  }

  public static String connection(String name) {
    return name + CONNECTION;
  }

  public static String edge(String name) {
    return name + "Edge";
  }

  public static String aggregate(String name) {
    return name + "Aggregate";
  }

  public static String key(String entity) {
    return entity + "Key";
  }

  public static String countDistinct(String entity) {
    return entity + "CountDistinct";
  }

  /// {@return the type of the statistics of an entity, or of the values of a scalar}
  public static String statistics(String name) {
    return name + "Statistics";
  }

  public static String changes(String entity) {
    return entity + "Changes";
  }

  /// {@return what the names of the types of the changes of a relationship start with}
  ///
  /// @param entity the node type that has the field
  /// @param field the field that follows the relationship
  public static String change(String entity, String field) {
    return entity + Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Change";
  }

  public static String changeState(String name) {
    return name + "State";
  }

  /// {@return the enum of the node types that implement an interface}
  public static String implementation(String entity) {
    return entity + "Implementation";
  }

  /// {@return the input type for one key of a node type; all whose only key is `key` share it}
  ///
  /// @param node the node type
  public static String by(NodeType node) {
    var keys = node.keys();
    return keys.size() == 1
            && keys.getFirst().name().equals("key")
            && keys.getFirst().type().scalar() == Scalar.BuiltIn.ID
        ? KEY_BY
        : node.name() + "By";
  }

  /// {@return the input type of conditions on an entity or, for [#connection], on its edges}
  public static String where(String name) {
    return name + "Where";
  }

  public static String sortByAggregate(String target) {
    return connection(target) + "SortByAggregate";
  }

  public static String sort(String name) {
    return name + "Sort";
  }

  /// {@return the input type of conditions on a value, or on the related edges of a connection}
  public static String filter(String name) {
    return name + "Filter";
  }

  /// {@return the type of a stretch of values of a scalar}
  public static String range(String scalar) {
    return scalar + "Range";
  }

  public static String listFilter(String scalar) {
    return scalar + "ListFilter";
  }

  /// {@return the input type of conditions on the nodes that a to-many field shows}
  public static String relationshipFilter(String entity) {
    return entity + "RelationshipFilter";
  }
}
