package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.SubjectColumns;
import nl.jeugdgraaf.problem.Problem;

/// An operation, compiled.
///
/// @param plan what it reads
/// @param response the fields at the root of its response, in order
/// @param parameters values that the plan gets on each run
/// @param introspection its fields about the schema, may be empty
/// @param subjects the youths about whom it reveals something
public record CompiledOperation(
    Plan plan,
    List<Shape.Root> response,
    Parameters parameters,
    List<Field> introspection,
    Subjects subjects) {
  /// Copies the lists.
  public CompiledOperation {
    response = List.copyOf(response);
    introspection = List.copyOf(introspection);
  }

  /// Values that a plan gets on each run.
  ///
  /// @param list the parameters
  /// @param places where a value that a run can find wrong stands, by name of its parameter
  /// @param inRows those that also stand in rows of values, of conditions that ask the same
  public record Parameters(
      List<Parameter> list, Map<String, Problem.Place> places, Set<Parameter> inRows) {
    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");

    /// Copies the collections.
    public Parameters {
      list = List.copyOf(list);
      places = Map.copyOf(places);
      inRows = Set.copyOf(inRows);
    }

    /// {@return the same, without those for which rows of values stand in a statement: the database
    /// plans anew for each set of names}
    ///
    /// @param statement its text
    public Parameters of(String statement) {
      var named =
          NAME.matcher(statement).results().map(it -> it.group(1)).collect(Collectors.toSet());
      return new Parameters(
          list.stream().filter(it -> !inRows.contains(it) || named.contains(it.name())).toList(),
          places,
          inRows);
    }
  }

  /// The youths about whom an operation reveals something.
  ///
  /// @param personal what it asks of data of persons: types, and `Type.attribute`
  /// @param columns columns of the plan that hold them: for each of its roots, and after these for
  ///   its query of subjects
  public record Subjects(List<String> personal, List<SubjectColumns> columns) {
    /// Copies the lists.
    public Subjects {
      personal = List.copyOf(personal);
      columns = List.copyOf(columns);
    }
  }

  /// {@return the same operation with another plan that gives the same rows}
  ///
  /// @param better the plan
  /// @param statement the text of the plan
  public CompiledOperation with(Plan better, String statement) {
    return new CompiledOperation(
        better, response, parameters.of(statement), introspection, subjects);
  }
}
