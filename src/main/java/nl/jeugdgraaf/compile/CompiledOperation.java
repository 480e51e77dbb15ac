package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.List;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.SubjectColumns;

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
    List<Parameter> parameters,
    List<Field> introspection,
    Subjects subjects) {
  /// Copies the lists.
  public CompiledOperation {
    response = List.copyOf(response);
    parameters = List.copyOf(parameters);
    introspection = List.copyOf(introspection);
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
