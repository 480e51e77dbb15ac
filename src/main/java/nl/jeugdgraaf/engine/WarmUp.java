package nl.jeugdgraaf.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Documents that are known before anybody asks: each is checked, and run once for each kind of
/// caller who may ask it, so that no caller has to wait for a plan.
///
/// @param engine prepares and runs them
/// @param rules the kinds of callers
public record WarmUp(Engine engine, AccessRules rules) {
  /// The key of no organisation, so that a run finds nothing that a rule of the caller opens.
  private static final String NOBODYS = "-";

  /// Checks documents, each with one operation.
  ///
  /// @param documents documents by id
  /// @throws ProblemException `STARTUP_FAILED` for the first that does not fit the schema
  public void check(Map<String, String> documents) {
    documents.forEach((id, text) -> {
      try {
        engine.check(text);
      } catch (ProblemException e) {
        throw new ProblemException(
            Code.STARTUP_FAILED,
            "Trusted document %s: %s".formatted(id, e.problems().getFirst().message()),
            e);
      }
    });
  }

  /// Runs documents. Values that an operation needs are made up; where none fits, and where the
  /// caller may not ask, the operation is left out.
  ///
  /// @param documents documents with one operation each
  /// @return how many runs there were
  public int run(Collection<String> documents) {
    int runs = 0;
    for (var document : documents) {
      for (var caller : callers().toList()) {
        runs += ran(document, caller) ? 1 : 0;
      }
    }
    return runs;
  }

  private boolean ran(String document, Caller caller) {
    try {
      engine.warm(document, caller);
      return true;
    } catch (ProblemException _) {
      return false;
    }
  }

  private Stream<Caller> callers() {
    return Stream.concat(
        Stream.of(Caller.NOBODY),
        rules.roles().entrySet().stream()
            .flatMap(role ->
                purposes(role.getValue()).stream()
                    .map(purpose -> caller(role.getKey(), role.getValue(), purpose))));
  }

  /// Without a purpose a caller sees what is public.
  private static List<String> purposes(AccessRules.Role role) {
    return Stream.concat(Stream.of(""), role.purposes().stream()).toList();
  }

  private static Caller caller(String name, AccessRules.Role role, String purpose) {
    return new Caller(name, role.organisation().isPresent() ? NOBODYS : "", "", purpose, "");
  }
}
