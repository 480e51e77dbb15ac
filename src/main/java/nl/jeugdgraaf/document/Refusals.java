package nl.jeugdgraaf.document;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What is wrong with an operation, gathered while it is compiled, so that all of it is told at
/// once and each problem says where it is.
///
/// Compilation goes on after a problem with something in place of what was refused. So whoever
/// starts to gather must end with [#refuse].
public final class Refusals {
  private static final int PROBLEMS_MAX = 50;

  /// What a role may not see is told once, however often it is asked.
  private static final Set<Code> TOLD_ONCE = Set.of(Code.FORBIDDEN, Code.PURPOSE_REQUIRED);

  private static final Problem.Location END =
      new Problem.Location(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final Comparator<Problem> IN_DOCUMENT =
      Comparator.comparing(
          problem -> problem.place().locations().stream().findFirst().orElse(END),
          Comparator.comparingInt(Problem.Location::line)
              .thenComparingInt(Problem.Location::column));

  private final @Nullable GraphQLSchema schema;
  private final Map<List<Object>, Problem> found = new LinkedHashMap<>();
  private final IdentityHashMap<ParameterSource, Given> given = new IdentityHashMap<>();
  private @Nullable FieldPlace current;

  private Refusals(@Nullable GraphQLSchema schema) {
    this.schema = schema;
  }

  /// Starts to gather what is wrong with an operation.
  ///
  /// @param schema the public schema
  public static Refusals of(GraphQLSchema schema) {
    return new Refusals(schema);
  }

  /// {@return one that gathers nothing, so that the first problem ends all; for what no caller
  /// wrote}
  public static Refusals none() {
    return new Refusals(null);
  }

  /// A field while it is compiled.
  ///
  /// @param parent the public type that has it
  /// @param path response keys that lead to it
  /// @param around the field that it is selected of
  private record FieldPlace(
      String parent, CollectedField field, List<Object> path, @Nullable FieldPlace around) {}

  /// A value that only a run can find wrong.
  ///
  /// @param field whose argument it is
  /// @param argument its name
  private record Given(FieldPlace field, String argument) {}

  /// Compiles a field. What is wrong with it, and not with a field inside it, is kept for later.
  ///
  /// @param parent the public type that has the field
  /// @param field the field
  /// @param compile compiles it
  /// @param otherwise what stands for it if it is refused
  public <T> T field(String parent, CollectedField field, Supplier<T> compile, T otherwise) {
    var around = current;
    var path = new ArrayList<>(around == null ? List.of() : around.path());
    path.add(field.key());
    current = new FieldPlace(parent, field, path, around);
    try {
      return compile.get();
    } catch (ProblemException e) {
      keep(e);
      return otherwise;
    } finally {
      current = around;
    }
  }

  /// Compiles a field whose result is kept elsewhere.
  ///
  /// @param parent the public type that has the field
  /// @param field the field
  /// @param compile compiles it
  public void run(String parent, CollectedField field, Runnable compile) {
    field(
        parent,
        field,
        () -> {
          compile.run();
          return true;
        },
        false);
  }

  /// Compiles a part of an argument of the field that is compiled now. What is wrong with it, and
  /// not with a part inside it, is kept for later.
  ///
  /// @param at where in the arguments, such as `where.status.eq`
  /// @param compile compiles it
  /// @param otherwise what stands for it if it is refused
  public <T> T input(String at, Supplier<T> compile, T otherwise) {
    try {
      return compile.get();
    } catch (ProblemException e) {
      keep(new ProblemException(e.problems().stream().map(problem -> problem.in(at)).toList()));
      return otherwise;
    }
  }

  private void keep(ProblemException e) {
    if (schema == null || current == null) {
      throw e;
    }
    e.problems().stream().map(this::placed).forEach(this::add);
  }

  private void add(Problem problem) {
    var place = problem.place();
    var key =
        TOLD_ONCE.contains(problem.code())
            ? List.<Object>of(problem.code(), problem.message())
            : List.<Object>of(problem.code(), problem.message(), place.path(), place.argument());
    found.merge(key, problem, Refusals::both);
  }

  /// The place of the first, and the locations of both.
  static Problem both(Problem first, Problem second) {
    var place = first.place();
    var locations =
        Stream.concat(place.locations().stream(), second.place().locations().stream())
            .distinct()
            .toList();
    return first.at(
        new Problem.Place(
            locations, place.path(), place.argument(), place.variable(), place.about()));
  }

  private Problem placed(Problem problem) {
    return current == null || !problem.place().path().isEmpty()
        ? problem
        : problem.at(place(current, problem.place()));
  }

  private Problem.Place place(FieldPlace inside, Problem.Place known) {
    var at = known.argument().isEmpty() ? inside : owner(inside, known.argument());
    var field = new Problem.Coordinate(at.parent(), at.field().name());
    if (known.argument().isEmpty()) {
      return new Problem.Place(
          at.field().fields().stream().map(DocumentReader::location).toList(),
          at.path(),
          "",
          known.variable(),
          known.about().or(field));
    }
    var found =
        ArgumentPlace.of(at.field().first(), argument(at, known.argument()), known.argument());
    return new Problem.Place(
        List.of(found.location()),
        at.path(),
        known.argument(),
        found.variable(),
        known.about().or(found.about()).or(field));
  }

  /// Arguments of a connection are compiled inside its fields too. So the field that has an
  /// argument is the nearest around that could take it.
  private FieldPlace owner(FieldPlace inside, String at) {
    for (var field = inside; field != null; field = field.around()) {
      var declared = argument(field, at);
      if (declared != null && ArgumentPlace.fits(declared, at)) {
        return field;
      }
    }
    return inside;
  }

  private @Nullable GraphQLArgument argument(FieldPlace at, String place) {
    return schema != null && schema.getType(at.parent()) instanceof GraphQLFieldsContainer type
        ? type.getFieldDefinition(at.field().name()).getArgument(ArgumentPlace.name(place))
        : null;
  }

  /// Remembers where the values of arguments stand, for problems that only a run can find.
  ///
  /// @param arguments arguments of the field that is compiled now, by name
  public void given(Map<String, Input> arguments) {
    var field = current;
    if (field != null) {
      arguments.forEach((name, input) -> {
        switch (input) {
          case Input.Leaf leaf -> given.put(leaf.source(), new Given(field, name));
          case Input.Items items -> given.put(items.source(), new Given(field, name));
          case Input.Fields _, Input.Null _ -> {}
        }
      });
    }
  }

  /// {@return where the values of parameters stand in the document or in its variables}
  ///
  /// @param parameters the parameters of a plan
  public Map<String, Problem.Place> places(List<Parameter> parameters) {
    var places = new HashMap<String, Problem.Place>();
    for (var parameter : parameters) {
      var from = given(parameter.source());
      if (from != null) {
        var asked = Problem.Place.NONE.in(from.argument());
        places.put(parameter.name(), place(from.field(), asked));
      }
    }
    return places;
  }

  /// Returns where the value that a run checks was given.
  private @Nullable Given given(ParameterSource source) {
    var known = given.get(source);
    return known != null
        ? known
        : switch (source) {
          case ParameterSource.RequireInRange bounded -> given(bounded.value());
          case ParameterSource.RequireNotAfter ordered -> given(ordered.day());
          case ParameterSource.FirstDays days -> given(days.from());
          case ParameterSource.SearchQuery words -> given(words.phrase());
          case ParameterSource.CursorValue page -> given(page.cursor());
          case ParameterSource.GlobalIds several -> given(several.ids());
          case ParameterSource.GlobalIdKey one -> given(one.id());
          case ParameterSource.ListOf(var values) when values.size() == 1 ->
              given(values.getFirst());
          case ParameterSource.ListOf _,
              ParameterSource.Literal _,
              ParameterSource.OperationVariable _,
              ParameterSource.OptionalVariable _,
              ParameterSource.IfGiven _,
              ParameterSource.Today _,
              ParameterSource.LowerCase _,
              ParameterSource.Folded _,
              ParameterSource.Replacements _,
              ParameterSource.ListDigest _ ->
              null;
        };
  }

  /// Ends compilation if anything was refused.
  ///
  /// @throws ProblemException with all that was, in the order of the document
  public void refuse() {
    if (!found.isEmpty()) {
      throw new ProblemException(all());
    }
  }

  private List<Problem> all() {
    var sorted = found.values().stream().sorted(IN_DOCUMENT).toList();
    if (sorted.size() <= PROBLEMS_MAX) {
      return sorted;
    }
    var most = new ArrayList<>(sorted.subList(0, PROBLEMS_MAX));
    most.add(
        Problem.of(
            sorted.get(PROBLEMS_MAX).code(),
            "And %d more.".formatted(sorted.size() - PROBLEMS_MAX)));
    return most;
  }
}
