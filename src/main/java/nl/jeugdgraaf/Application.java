package nl.jeugdgraaf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.Settings.Seed;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditLog;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Heartbeat;
import nl.jeugdgraaf.engine.CountSchedule;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.engine.WarmUp;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.execute.ResponseTarget;
import nl.jeugdgraaf.http.Backend;
import nl.jeugdgraaf.http.PersistedDocuments;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.http.TrustedDocuments;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.Load;
import nl.jeugdgraaf.seed.SeedLoader;
import nl.jeugdgraaf.seed.SeedReader;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork;
import nl.jeugdgraaf.statistics.PublicationSchedule;
import nl.jeugdgraaf.statistics.StatisticsPublisher;
import nl.jeugdgraaf.store.ChildDatabase;
import nl.jeugdgraaf.store.Constraints;
import nl.jeugdgraaf.store.MadeUpPersons;
import nl.jeugdgraaf.store.SchemaViolations;

/// The whole server: schema, web server, database, seed and engine, started in that order.
///
/// The web server listens first, so that a taken port is reported before a database boots.
final class Application {
  private static final Logger LOG = System.getLogger(Application.class.getName());

  /// A new database plans its first statements slowly, so these run before those of any caller.
  private static final List<String> WARM_UP =
      List.of(
          "{ products(limit: 1) { code segments { code } contractedProviders { name } } }",
          """
          {
            trajectories(limit: 1) {
              regieHoldersConnection(first: 1) { edges { properties { kind } node { name } } }
              deliveries { product { code } deliveredBy { name } }
            }
          }
          """);

  private static final String VERSION =
      Optional.ofNullable(Application.class.getPackage().getImplementationVersion())
          .orElse("from source");

  /// Name and version of the server, for each audit record.
  private static final String SYSTEM = "jeugdgraaf " + VERSION;

  private static final SequencedMap<String, String> NO_DOCUMENTS = new LinkedHashMap<>();

  private Application() {}

  /// Starts everything.
  ///
  /// @param settings how the server runs
  /// @param started gets what must be stopped again, also if the start fails halfway
  /// @return the web server, ready
  /// @throws ProblemException if something cannot start
  static Server start(Settings settings, ShutdownStack started) {
    var schema = ApiSchema.builtIn();
    var web = settings.web();
    var signIn = signIn(web.auth(), schema.access());
    var server =
        started.addEntrance(
            Server.start(web.host(), web.port(), Limits.DEFAULT, signIn, web.origins()));
    LOG.log(Level.INFO, "Address: {0}, not ready yet", server.address());
    LOG.log(signIn.isOpen() ? Level.WARNING : Level.INFO, "Mode: {0}", mode(web.auth()));
    var database = database(settings.database(), started);
    var bolt = database.bolt();
    Constraints.makeKeys(bolt, schema.model());
    seed(settings, bolt, schema.model());
    prepare(bolt, schema.model());
    compare(bolt, schema.model());
    if (signIn.isOpen()) {
      requireMadeUpPersons(bolt, schema);
    }
    var cursors = cursors(settings.cursorKey());
    var own = new Engine(Planner.of(schema), bolt, Protection.none(cursors), Limits.DEFAULT);
    warmUp(own);
    var policy = new Policy(schema.access(), signIn.isDemo());
    var audit = started.add(audit(settings.audit()));
    var protection = new Protection(policy::of, audit, cursors);
    var engine = new Engine(Planner.of(schema), bolt, protection, Limits.DEFAULT);
    measure(server.metrics(), engine, bolt, audit);
    var heartbeat = watch(database, server.metrics(), () -> warmAgain(engine, own), started);
    var trusted = web.documents().trusted().map(TrustedDocuments::read).orElse(NO_DOCUMENTS);
    var warmUp = new WarmUp(engine, schema.access());
    warmUp.check(trusted);
    server.serve(
        new Backend(
            answers(engine),
            new Backend.Schema(schema.text(), engine::schema),
            () -> heartbeat.answers() && audit.writable(),
            new PersistedDocuments(trusted, web.documents().trustedOnly()),
            engine::refused));
    started.add(CountSchedule.start(engine));
    started.add(
        PublicationSchedule.start(
            new StatisticsPublisher(bolt, schema.accessDefinitions().statistics())));
    if (!trusted.isEmpty()) {
      Thread.ofVirtual().start(() -> warmUp(warmUp, trusted));
    }
    return server;
  }

  /// Watches the database, and starts its process again if it is the server's own.
  private static Heartbeat watch(
      Connected database, Metrics metrics, Runnable whenBack, ShutdownStack started) {
    var heartbeat =
        started.add(Heartbeat.start(database.bolt(), () -> Thread.ofVirtual().start(whenBack)));
    heartbeat.measure(metrics);
    metrics.total(
        "database.restarts",
        "How often the server's own database was started again",
        () -> database.own().map(ChildDatabase::restarts).orElse(0L));
    database.own().ifPresent(child -> started.addEntrance(child.watch(heartbeat::silence)));
    return heartbeat;
  }

  private static void measure(Metrics metrics, Engine engine, Bolt bolt, AuditLog audit) {
    engine.measure(metrics);
    bolt.measure(metrics);
    audit.measure(metrics);
    metrics.gauge("build.info", "1, with the version", () -> 1, new Label("version", VERSION));
  }

  /// The planner of a database that was started anew is as slow as that of a new one.
  private static void warmAgain(Engine engine, Engine own) {
    engine.databaseRestarted();
    try {
      warmUp(own);
    } catch (ProblemException e) {
      LOG.log(Level.DEBUG, "Not warmed up: {0}", e.getMessage());
    }
  }

  /// Runs while the server answers already, because plans for all kinds of callers take a while.
  private static void warmUp(WarmUp warmUp, SequencedMap<String, String> trusted) {
    var start = System.nanoTime();
    var runs = warmUp.run(trusted.values());
    LOG.log(
        Level.INFO,
        "Trusted documents: {0}, planned for {1} kinds of callers in {2}",
        trusted.size(),
        runs,
        since(start));
  }

  private static String mode(Auth auth) {
    return switch (auth) {
      case Auth.Demo(var open) ->
          (open ? "OPEN DEMO, also for other machines" : "demo")
              + "; anyone who reaches this address can get a token for any role";
      case Auth.Oidc(_, var accepted, _) -> "tokens of the issuer " + accepted.issuer();
    };
  }

  private static AuditLog audit(Settings.AuditStore store) {
    var directory = store.directory();
    var keys =
        store.key().isEmpty()
            ? AuditKeys.readOrCreate(directory)
            : AuditKeys.of(Base64.getDecoder().decode(store.key()));
    var log = AuditLog.open(directory, keys, SYSTEM);
    LOG.log(
        Level.INFO, "Audit log: {0}, public key {1}", directory.toAbsolutePath(), keys.publicKey());
    return log;
  }

  private static Authentication signIn(Auth auth, AccessRules rules) {
    return switch (auth) {
      case Auth.Demo(var open) ->
          open ? Authentication.openDemo(rules) : Authentication.demo(rules);
      case Auth.Oidc(var keys, var accepted, var client) -> {
        var byIssuer = Authentication.byIssuer(keys, accepted, rules);
        yield client.map(byIssuer::withSignIn).orElse(byIssuer);
      }
    };
  }

  private static Cursors cursors(String key) {
    return key.isEmpty() ? Cursors.ofThisProcess() : new Cursors(Base64.getDecoder().decode(key));
  }

  /// The connection to the database, and its process if it is the server's own.
  record Connected(Bolt bolt, Optional<ChildDatabase> own) {}

  /// Connects to a database, after starting it if it is the server's own.
  static Connected database(Database wanted, ShutdownStack started) {
    return switch (wanted) {
      case Database.Own(var data) -> {
        var start = System.nanoTime();
        var child = started.add(ChildDatabase.start(data));
        LOG.log(
            Level.INFO,
            "Database: a child process of this server, data in {0}; started in {1}",
            data.toAbsolutePath(),
            since(start));
        yield new Connected(started.add(Bolt.open(child.address())), Optional.of(child));
      }
      case Database.External(var address) -> {
        var bolt = started.add(Bolt.open(address));
        bolt.verify();
        LOG.log(Level.INFO, "Database: {0}", address);
        yield new Connected(bolt, Optional.empty());
      }
    };
  }

  /// Makes the constraints and indexes that are missing.
  static void prepare(Bolt bolt, Model model) {
    var report = Constraints.make(bolt, model);
    report
        .notCreated()
        .forEach(failed -> LOG.log(Level.WARNING, "Constraint not created: {0}", failed));
    LOG.log(
        Level.INFO,
        "Constraints and indexes: {0} created, {1} already there",
        report.created().size(),
        report.present().size());
  }

  /// Warns of data that violates the schema. The server also starts if the data cannot be compared
  /// in time.
  private static void compare(Bolt bolt, Model model) {
    try {
      SchemaViolations.find(bolt, model)
          .forEach(violation -> LOG.log(Level.WARNING, "Data violates the schema: {0}", violation));
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, "Data not compared with the schema: {0}", e.getMessage());
    }
  }

  /// What a demo that is open shows, it shows to the world.
  private static void requireMadeUpPersons(Bolt bolt, ApiSchema schema) {
    var others = MadeUpPersons.countOthers(bolt, schema.model(), schema.access());
    if (others > 0) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          ("DEMO_OPEN is true, but the source of %d of the persons in the database has not the"
                  + " status SYNTHETIC or FICTITIOUS, so they may be real. Leave out DEMO_OPEN, or"
                  + " use another database.")
              .formatted(others));
    }
  }

  private static void seed(Settings settings, Bolt bolt, Model model) {
    var wanted =
        switch (settings.seed()) {
          case Seed.None() -> Optional.<Load>empty();
          case Seed.Folder(var folder) ->
              Optional.of(Load.of(Load.name(folder), SeedReader.read(folder)));
          case Seed.Scaled(var folder, var scale) ->
              Optional.of(
                  Load.of(
                      Load.name(folder),
                      SyntheticNetwork.inPlaceOfOwn(SeedReader.read(folder), scale)));
        };
    var load = wanted.filter(it -> !it.tables().isEmpty());
    if (load.isEmpty()) {
      return;
    }
    var start = System.nanoTime();
    if (SeedLoader.isLoaded(bolt, model, load.get())) {
      LOG.log(Level.INFO, "Seed: nothing new since it was loaded; took {0}", since(start));
      return;
    }
    var report = SeedLoader.load(bolt, model, load.get(), line -> LOG.log(Level.INFO, "{0}", line));
    new LoadLog(LOG, report).write("Seed", since(start), reportFile(settings.database()));
  }

  /// The report of a load is in the directory of the own database, and else in `target`.
  static Path reportFile(Database database) {
    var folder = database instanceof Database.Own(var data) ? data : Path.of("target");
    return folder.resolve("seed-report.txt");
  }

  private static void warmUp(Engine engine) {
    var start = System.nanoTime();
    for (var query : WARM_UP) {
      try {
        engine.answer(
            new Request(query, "", Map.of(), false, Caller.NOBODY),
            OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    LOG.log(Level.INFO, "Warmed up in {0}", since(start));
  }

  private static Backend.Answers answers(Engine engine) {
    return new Backend.Answers() {
      @Override
      public void answer(Request request, ResponseTarget target) throws IOException {
        engine.answer(request, target);
      }

      @Override
      public boolean asksSchemaOnly(Request request) {
        return engine.asksSchemaOnly(request);
      }

      @Override
      public boolean mayExport(Caller caller) {
        return engine.mayExport(caller);
      }
    };
  }

  /// Returns the time since a moment of `System.nanoTime`, in seconds.
  static String since(long start) {
    var taken = Duration.ofNanos(System.nanoTime() - start);
    return "%d.%d s".formatted(taken.toSeconds(), taken.toMillisPart() / 100);
  }
}
