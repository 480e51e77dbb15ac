package nl.jeugdgraaf.api;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.StatisticsDefinitions;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.schema.SdlWriter;

/// Root fields that the server answers itself, not the graph alone: who saw whose data, why a
/// caller may see something, and published statistics.
public final class ServiceFields {
  /// The field that shows statistics; it is there where the model has tables.
  public static final String STATISTICS = "statistics";

  /// The field that shows who saw data of a youth.
  public static final String ACCESSES = "accesses";

  /// The field that says why a caller may see something.
  public static final String EXPLAIN = "explainAccess";

  /// The field that analyses networks; it is there where the model has kinds of networks. Whoever
  /// may read the graph may ask it.
  public static final String NETWORK_ANALYSIS = "networkAnalysis";

  /// Names of the fields that a role must be allowed to ask.
  public static final List<String> GRANTED = List.of(ACCESSES, EXPLAIN, STATISTICS);

  /// Names of all fields.
  public static final List<String> FIELDS =
      List.of(ACCESSES, EXPLAIN, STATISTICS, NETWORK_ANALYSIS);

  /// Under this key the context of an execution holds the [Answers].
  public static final String ANSWERS = "answers";

  private ServiceFields() {}

  /// Answers the fields, for one caller. A field whose own fields are answered one by one gives
  /// what answers these.
  @FunctionalInterface
  public interface Answers {
    /// Answers a field.
    ///
    /// @param field its name
    /// @param arguments its arguments, in the form that the schema gives them
    /// @return maps, lists and values in the form of the field's type; or what answers its fields
    Object answer(String field, Map<String, Object> arguments);
  }

  /// {@return whether a caller may ask a field}
  ///
  /// @param caller what the caller may see
  /// @param field its name
  public static boolean mayAsk(Permissions caller, String field) {
    return !GRANTED.contains(field) || caller.mayAsk(field);
  }

  /// {@return the fields that a model has}
  static SequencedSet<String> of(Model model) {
    var fields = new LinkedHashSet<>(FIELDS);
    if (!model.enumerations().containsKey(StatisticsDefinitions.TABLES)) {
      fields.remove(STATISTICS);
    }
    if (!model.enumerations().containsKey(NetworkAnalysisTypes.KINDS)) {
      fields.remove(NETWORK_ANALYSIS);
    }
    return fields;
  }

  static void rootFields(Set<String> fields, SdlWriter sdl) {
    if (fields.contains(ACCESSES)) {
      sdl.field(
          "accesses(subject: ID!, from: Date, to: Date, first: Int = 100)",
          "[AccessRecord!]!",
          "Who saw data of a youth, by its id, earliest first; from the first day up"
              + " to, but not including, the last (inzage in de toegangslog)");
    }
    if (fields.contains(EXPLAIN)) {
      sdl.field(
          "explainAccess(id: ID!, field: String, role: String!, organisation: String, purpose:"
              + " String!, at: Date)",
          "AccessExplanation!",
          "Why a caller may see a node by its id, or a field of it, by what the rules say today or"
              + " said on the day at (verklaring van toegang)");
    }
    if (fields.contains(STATISTICS)) {
      sdl.field(
          "statistics(table: %s!, on: Date!, region: ID)".formatted(StatisticsDefinitions.TABLES),
          "Statistics!",
          "Numbers of youths for the quarter that begins on a day, in one region or in all; small"
              + " numbers are left out (statistiek)");
    }
    if (fields.contains(NETWORK_ANALYSIS)) {
      NetworkAnalysisTypes.rootField(sdl);
    }
  }

  static void types(Set<String> fields, SdlWriter sdl) {
    sdl.type(
        "type AccessRecord",
        "Somebody saw or searched data of a youth (regel in de toegangslog, NEN 7513)",
        () -> {
          sdl.field("seq", "Long!", "Number of the record (volgnummer)");
          sdl.field("at", "DateTime!", "When (tijdstip)");
          sdl.field(
              "event", "String!", "What happened: READ, SEARCH, EXPLAIN, REVIEW (gebeurtenis)");
          sdl.field("outcome", "String!", "How it ended: OK, REFUSED, ERROR, ABORTED (uitkomst)");
          sdl.field("role", "String!", "Role of the caller (rol)");
          sdl.field("organisation", "String!", "Organisation of the caller (organisatie)");
          sdl.field("purpose", "String!", "Purpose of the operation (doel)");
          sdl.field("rules", "String!", "Which rules applied (autorisatieregels)");
          sdl.field("objects", "Long!", "How many objects of the youth were shown (aantal)");
          sdl.field("fields", "[String!]!", "Types and fields that were asked for (gegevens)");
          sdl.field("operation", "String!", "Name of the operation (vraag)");
        });
    sdl.type(
        "type AccessExplanation",
        "Why a caller may see something, or may not (verklaring van toegang)",
        () -> {
          sdl.field("decision", "AccessDecision!", "What the rules decide (besluit)");
          sdl.field("message", "String", "The refusal of a caller who may never see it (melding)");
          sdl.field(
              "rules", "[RuleExplanation!]!", "The rules, each tried; one must hold (regels)");
        });
    sdl.type(
        "type RuleExplanation",
        "A rule, tried on a node (regel)",
        () -> {
          sdl.field("name", "String!", "Type and name (naam)");
          sdl.field("holds", "Boolean!", "Whether it holds (geldt)");
          sdl.field("path", "[ID!]!", "Nodes through which it holds, by id, nearest first (pad)");
        });
    sdl.type(
        "enum AccessDecision",
        "What rules decide (besluit)",
        () -> {
          sdl.value("ALWAYS", "All such nodes or fields may be seen (altijd)");
          sdl.value("BY_RULE", "A rule holds, so this one may be seen (volgens een regel)");
          sdl.value("NO_RULE", "No rule holds, or the node does not exist (geen regel)");
          sdl.value("NEVER", "This role may see none for this purpose (nooit)");
        });
    if (fields.contains(STATISTICS)) {
      statistics(sdl);
    }
    if (fields.contains(NETWORK_ANALYSIS)) {
      NetworkAnalysisTypes.write(sdl);
    }
    if (fields.contains(STATISTICS) || fields.contains(NETWORK_ANALYSIS)) {
      suppression(sdl);
    }
  }

  private static void statistics(SdlWriter sdl) {
    sdl.type(
        "type Statistics",
        "A table of numbers of youths for one quarter (statistiek)",
        () -> {
          sdl.field("table", StatisticsDefinitions.TABLES + "!", "Name of the table (tabel)");
          sdl.field(
              "on",
              "Date!",
              "First day of the quarter, on which states are counted (eerste dag van het kwartaal,"
                  + " peildatum)");
          sdl.field("region", "ID", "Id of the region; null for all (regio)");
          sdl.field(
              "dimensions", "[String!]!", "What the keys of cells mean, in order (dimensies)");
          sdl.field("cells", "[StatisticsCell!]!", "The cells that are not empty (cellen)");
          sdl.field("total", "Statistic!", "Youths in the whole table (totaal)");
          sdl.field("threshold", "Int!", "Smallest number that is shown (drempel)");
          sdl.field("roundedTo", "Int!", "Numbers are multiples of this (afronding)");
        });
    sdl.type(
        "type StatisticsCell",
        "A cell of a table (cel)",
        () -> {
          sdl.field("key", "[String]!", "Values of the dimensions; null if unknown (sleutel)");
          sdl.field("youths", "Statistic!", "How many youths (aantal jeugdigen)");
        });
    sdl.type(
        "type Statistic",
        "A rounded number, or why it is left out (getal, of waarom het onderdrukt is)",
        () -> {
          sdl.field("value", "Long", "The number, or null where it is left out (waarde)");
          sdl.field("suppressed", "SuppressionReason", "Why it is left out (reden)");
        });
  }

  private static void suppression(SdlWriter sdl) {
    sdl.type(
        "enum SuppressionReason",
        "Why a number is left out (reden van onderdrukking)",
        () -> {
          sdl.value(
              "SMALL_NUMBER",
              "The number, or what it leaves of the total, is small (klein aantal)");
          sdl.value("PROTECTS_ANOTHER", "It would reveal a small number (beschermt een ander)");
        });
  }

  static void wire(RuntimeWiring.Builder wiring) {
    DataFetcher<Object> fetcher =
        asked -> {
          Answers answers = Objects.requireNonNull(asked.getGraphQlContext().get(ANSWERS));
          return answers.answer(asked.getField().getName(), asked.getArguments());
        };
    wiring.type(
        "Query",
        type -> {
          FIELDS.forEach(field -> type.dataFetcher(field, fetcher));
          return type;
        });
    DataFetcher<Object> analysis =
        asked -> {
          Answers answers = Objects.requireNonNull(asked.getSource());
          return answers.answer(asked.getField().getName(), asked.getArguments());
        };
    wiring.type(NetworkAnalysisTypes.ANALYSIS, type -> type.defaultDataFetcher(analysis));
  }
}
