package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.List;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Shape;

/// An operation, compiled.
///
/// @param plan what it reads
/// @param response the fields at the root of its response, in order
/// @param parameters values that the plan gets on each run
/// @param introspection its fields about the schema, may be empty
/// @param personal what it asks of data of persons: types, and `Type.attribute`
public record CompiledOperation(
    Plan plan,
    List<Shape.Root> response,
    List<Parameter> parameters,
    List<Field> introspection,
    List<String> personal) {
  /// Copies the lists.
  public CompiledOperation {
    response = List.copyOf(response);
    parameters = List.copyOf(parameters);
    introspection = List.copyOf(introspection);
    personal = List.copyOf(personal);
  }

  /// {@return the same operation with another plan that gives the same rows}
  ///
  /// @param better the plan
  public CompiledOperation with(Plan better) {
    return new CompiledOperation(better, response, parameters, introspection, personal);
  }
}
