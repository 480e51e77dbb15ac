package nl.jeugdgraaf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Checks that all contestants answer the same, lists in the same order, before their speed means
/// anything.
///
/// @param own what each contestant is asked from now on: cursors are its own
record SameAnswers(Map<Contestant, List<BoundOperation>> own) {
  /// Returns what a contestant is asked.
  List<BoundOperation> of(Contestant contestant) {
    return Objects.requireNonNull(own.get(contestant));
  }

  /// Asks all operations of all.
  ///
  /// @param all what is asked
  /// @param endpoints of whom; the driver gives no answers
  /// @return the proof, with what each is asked from now on
  static SameAnswers check(List<BoundOperation> all, List<Endpoint> endpoints) {
    var answering =
        endpoints.stream().filter(one -> one.contestant() != Contestant.DRIVER).toList();
    var right = answering.stream().filter(one -> one.contestant().isRight()).toList();
    var own = new EnumMap<Contestant, List<BoundOperation>>(Contestant.class);
    for (var one : answering) {
      own.put(one.contestant(), all.stream().map(one::atPage).toList());
    }
    own.put(Contestant.DRIVER, own.getOrDefault(Contestant.LIMIT, all));
    var same = new SameAnswers(own);
    var differ = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      var name = all.get(i).operation().name();
      var answers = new LinkedHashMap<Contestant, JsonNode>();
      for (var one : right) {
        answers.put(one.contestant(), one.answer(same.of(one.contestant()).get(i)));
      }
      if (Set.copyOf(answers.values()).size() > 1) {
        answers.forEach((who, answer) -> differ.add(name + " " + who + "\n" + answer));
      }
    }
    assertEquals(List.of(), differ);
    return same;
  }
}
