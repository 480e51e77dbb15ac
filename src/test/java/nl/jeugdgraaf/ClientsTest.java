package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clients in `src/examples/clients` build from the printed schema alone, and keep the answers
/// of the whole program apart in their caches, without any setting for ids.
///
/// Skipped if npm is missing or its registry cannot be reached. The packages stay in `target` until
/// the lock file changes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {
  private static final Path SOURCES = Path.of("src/examples/clients");
  private static final Path BUILD = Path.of("target/clients");

  private @Nullable NpmProject project;
  private @Nullable SeededServer server;

  /// What the compilers of Relay and TypeScript said.
  private NpmProject.@Nullable Finished relayBuild;

  @BeforeAll
  void install() throws IOException, InterruptedException {
    project = NpmProject.install(SOURCES, BUILD);
    // Relay reads no other file extension.
    Files.copy(Path.of("schema/jeugdgraaf.graphqls"), BUILD.resolve("schema.graphql"));
    relayBuild = project.run("relay");
    server = new SeededServer();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theTypesOfGraphQlCodegenCompile() throws IOException, InterruptedException {
    assertSucceeds("codegen");
  }

  /// A document that asks for what a role may never see gets no types.
  @Test
  void eachRoleGetsTypesForWhatItSees() throws IOException, InterruptedException {
    assertSucceeds("codegen-roles", server().address());
  }

  /// A value more in the key of a group would make more groups.
  @Test
  void relayCompilesAndAsksForTheIdsOfNodesAndOfNoGroup() {
    assertRelayIsBuilt();
  }

  @Test
  void relayPagesThroughAllProducts() throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceeds("relay-pages", server().address());
  }

  @Test
  void apolloClientPagesForwardAndBackward() throws IOException, InterruptedException {
    assertSucceeds("apollo-pages", server().address());
  }

  @Test
  void relayGoesOnShowingEachDayItsOwnAnswer() throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceedsFor("relay", "days");
  }

  @Test
  void apolloClientGoesOnShowingEachDayItsOwnAnswer() throws IOException, InterruptedException {
    assertSucceedsFor("apollo", "days");
  }

  @Test
  void urqlGoesOnShowingEachDayItsOwnAnswer() throws IOException, InterruptedException {
    assertSucceedsFor("urql", "days");
  }

  @Test
  void relayGivesEachGroupItsOwnNumbers() throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceedsFor("relay", "groups");
  }

  @Test
  void apolloClientGivesEachGroupItsOwnNumbers() throws IOException, InterruptedException {
    assertSucceedsFor("apollo", "groups");
  }

  @Test
  void urqlGivesEachGroupItsOwnNumbers() throws IOException, InterruptedException {
    assertSucceedsFor("urql", "groups");
  }

  /// Each client can tell a token that is not accepted from a refusal.
  @ParameterizedTest
  @ValueSource(strings = {"apollo", "urql", "relay"})
  void aClientSeesWhyItIsRefused(String client) throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceeds("refusals", client, server().address(), "Bearer x.y.z");
    assertSucceeds("refusals", client, server().address(), "");
  }

  private SeededServer server() {
    assertTrue(server != null);
    return server;
  }

  private void assertRelayIsBuilt() {
    assertTrue(relayBuild != null);
    assertEquals(0, relayBuild.code(), relayBuild::output);
  }

  /// Runs a check of the folder `checks` with a client.
  private void assertSucceedsFor(String client, String check)
      throws IOException, InterruptedException {
    assertSucceeds(check, client, server().address(), server().steward());
  }

  private void assertSucceeds(String script, String... arguments)
      throws IOException, InterruptedException {
    Objects.requireNonNull(project).assertSucceeds(script, arguments);
  }
}
