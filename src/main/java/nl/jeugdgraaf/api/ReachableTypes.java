package nl.jeugdgraaf.api;

import graphql.language.InterfaceTypeDefinition;
import graphql.language.Node;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A schema without the types to which nothing leads.
final class ReachableTypes {
  private static final Pattern NAME =
      Pattern.compile("^(?:type|interface|input|enum|scalar) (\\w+)", Pattern.MULTILINE);

  private final TypeDefinitionRegistry types;
  private final Set<String> reached = new HashSet<>();
  private final Deque<TypeDefinition<?>> open = new ArrayDeque<>();

  private ReachableTypes(TypeDefinitionRegistry types) {
    this.types = types;
  }

  /// {@return the definitions that can be reached from the root, in their order}
  ///
  /// @param text a schema, with a blank line between definitions and nowhere else
  static String of(String text) {
    var reachable = new ReachableTypes(new SchemaParser().parse(text));
    reachable.reach(ApiNames.QUERY);
    while (!reachable.open.isEmpty()) {
      reachable.follow(reachable.open.pop());
    }
    return Stream.of(text.strip().split("\n\n"))
        .filter(reachable::stays)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private boolean stays(String definition) {
    var name = NAME.matcher(definition);
    return !name.find() || reached.contains(name.group(1));
  }

  private void reach(String name) {
    var definition = types.getTypeOrNull(name);
    if (definition != null && reached.add(name)) {
      open.push(definition);
    }
  }

  /// A type leads to all that it names, and an interface to the types that have it.
  private void follow(TypeDefinition<?> definition) {
    names(definition);
    if (definition instanceof InterfaceTypeDefinition of) {
      types.getAllImplementationsOf(of).forEach(type -> reach(type.getName()));
    }
  }

  private void names(Node<?> node) {
    if (node instanceof TypeName name) {
      reach(name.getName());
    }
    node.getChildren().forEach(this::names);
  }
}
