package nl.jeugdgraaf.limits;

import java.time.Duration;
import nl.jeugdgraaf.limits.Limits.Answer;
import nl.jeugdgraaf.limits.Limits.Answers;

/// The bounds of every server on what is asked, and hardly any on what an answer takes.
///
/// The database plans a new statement for longer than it runs it, on a busy machine too long for
/// the server's own limit; and drawn operations read whatever they happen to.
public final class LenientLimits {
  private static final Answer ANSWER = new Answer(Duration.ofMinutes(2), Long.MAX_VALUE);

  /// The limits.
  public static final Limits LENIENT =
      new Limits(
          Limits.DEFAULT.document(),
          Limits.DEFAULT.variableFormCharactersMax(),
          Limits.DEFAULT.ownStatementsMax(),
          Limits.DEFAULT.bodyBytesMax(),
          new Answers(ANSWER, ANSWER, ANSWER));

  /// The same, but a statement serves all forms of variables that it can serve.
  public static final Limits SHARING =
      new Limits(
          LENIENT.document(),
          LENIENT.variableFormCharactersMax(),
          0,
          LENIENT.bodyBytesMax(),
          LENIENT.answers());

  private LenientLimits() {}
}
