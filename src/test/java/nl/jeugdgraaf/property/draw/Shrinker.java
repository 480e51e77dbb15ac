package nl.jeugdgraaf.property.draw;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectField;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.jeugdgraaf.property.reference.Graph;

/// Makes a failing case small: leaves parts out as long as it still fails.
@SuppressWarnings("rawtypes")
public // the visitors of graphql-java are declared so
final class Shrinker {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("property.shrinkSeconds", 20));

  private final GraphQLSchema schema;
  private final Instant end = Instant.now().plus(TIME);

  public Shrinker(GraphQLSchema schema) {
    this.schema = schema;
  }

  /// Returns the operation without selections, arguments and directives that do not matter.
  public Operation operation(Operation failing, Predicate<Operation> fails) {
    var smallest = failing;
    for (int place = 0; Instant.now().isBefore(end); ) {
      var candidate = without(smallest, place);
      if (candidate.isEmpty()) {
        return smallest;
      }
      var smaller = candidate.get();
      if (!smaller.equals(smallest) && valid(smaller) && fails.test(smaller)) {
        smallest = smaller;
      } else {
        place++;
      }
    }
    return smallest;
  }

  /// Returns the graph without nodes and relationships that do not matter.
  public Graph graph(Graph failing, Predicate<Graph> fails) {
    var graph = thin(failing, Graph::nodes, Graph::withoutNodes, fails);
    return thin(graph, Graph::edges, Graph::withoutEdges, fails);
  }

  private <T> Graph thin(
      Graph failing, Function<Graph, List<T>> parts, Removal<T> removal, Predicate<Graph> fails) {
    var smallest = failing;
    for (int size = Math.max(1, parts.apply(failing).size() / 2); size > 0; size /= 2) {
      for (int from = 0; from < parts.apply(smallest).size() && Instant.now().isBefore(end); ) {
        var all = parts.apply(smallest);
        var chunk = new HashSet<>(all.subList(from, Math.min(all.size(), from + size)));
        var smaller = removal.from(smallest, chunk);
        if (fails.test(smaller)) {
          smallest = smaller;
        } else {
          from += size;
        }
      }
    }
    return smallest;
  }

  private interface Removal<T> {
    Graph from(Graph graph, Set<T> gone);
  }

  private boolean valid(Operation operation) {
    var input =
        ExecutionInput.newExecutionInput(operation.document())
            .variables(operation.variables())
            .build();
    return !ParseAndValidate.parseAndValidate(schema, input).isFailure();
  }

  /// Returns the operation without its n-th part, or nothing when it has fewer parts.
  private static Optional<Operation> without(Operation operation, int place) {
    var cutter = new Cutter(place);
    var document = (Document) new AstTransformer().transform(parsed(operation), cutter);
    if (cutter.left >= 0) {
      return Optional.empty();
    }
    var tidy = tidied(tidied(tidied(document)));
    var text = AstPrinter.printAst(tidy);
    var variables = new LinkedHashMap<>(operation.variables());
    variables.keySet().removeIf(name -> !text.contains("$" + name + ":"));
    return Optional.of(new Operation(text, operation.name(), variables));
  }

  private static Document parsed(Operation operation) {
    return new Parser().parseDocument(operation.document());
  }

  /// Without fragments and variables that nothing uses; a fragment can be the last user of another.
  private static Document tidied(Document document) {
    var used = new HashSet<String>();
    var finder =
        new NodeVisitorStub() {
          @Override
          public TraversalControl visitFragmentSpread(
              FragmentSpread node, TraverserContext<Node> context) {
            used.add(node.getName());
            return TraversalControl.CONTINUE;
          }

          @Override
          public TraversalControl visitVariableReference(
              VariableReference node, TraverserContext<Node> context) {
            used.add("$" + node.getName());
            return TraversalControl.CONTINUE;
          }
        };
    new AstTransformer().transform(document, finder);
    var remover =
        new NodeVisitorStub() {
          @Override
          public TraversalControl visitFragmentDefinition(
              FragmentDefinition node, TraverserContext<Node> context) {
            return used.contains(node.getName())
                ? TraversalControl.CONTINUE
                : TreeTransformerUtil.deleteNode(context);
          }

          @Override
          public TraversalControl visitVariableDefinition(
              VariableDefinition node, TraverserContext<Node> context) {
            return used.contains("$" + node.getName())
                ? TraversalControl.CONTINUE
                : TreeTransformerUtil.deleteNode(context);
          }
        };
    return (Document) new AstTransformer().transform(document, remover);
  }

  /// Deletes one part: the one that is met after so many others.
  private static final class Cutter extends NodeVisitorStub {
    private int left;

    Cutter(int place) {
      this.left = place;
    }

    private TraversalControl cut(TraverserContext<Node> context) {
      return left-- == 0 ? TreeTransformerUtil.deleteNode(context) : TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitField(Field node, TraverserContext<Node> context) {
      return cut(context);
    }

    @Override
    public TraversalControl visitInlineFragment(
        InlineFragment node, TraverserContext<Node> context) {
      return cut(context);
    }

    @Override
    public TraversalControl visitFragmentSpread(
        FragmentSpread node, TraverserContext<Node> context) {
      return cut(context);
    }

    @Override
    public TraversalControl visitArgument(Argument node, TraverserContext<Node> context) {
      return cut(context);
    }

    @Override
    public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
      return cut(context);
    }

    @Override
    public TraversalControl visitObjectField(ObjectField node, TraverserContext<Node> context) {
      return cut(context);
    }
  }
}
