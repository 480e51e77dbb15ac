package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.List;
import java.util.Map;
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
  public record Parameters(List<Parameter> list, Map<String, Problem.Place> places) {
    /// Copies the collections.
    public Parameters {
      list = List.copyOf(list);
      places = Map.copyOf(places);
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
  public CompiledOperation with(Plan better) {
    return new CompiledOperation(better, response, parameters, introspection, subjects);
  }
}
