package nl.jeugdgraaf;

import java.nio.file.Path;

/// The dashboard of plain modules.
class DashboardTest extends DashboardJourneys {
  @Override
  Path page() {
    return EXAMPLES.resolve("dashboard");
  }
}
