package nl.jeugdgraaf.compile;

import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.plan.Shape;

record PathCompiler(SelectionCompiler selections, Scope scope, Merged field) {
  Shape compile(Columns columns) {
    return new Shape.Nothing();
  }
}
