package nl.jeugdgraaf.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The types and methods of all source files, as javac reads them.
///
/// @param types classes, interfaces, records and enums
/// @param methods methods and constructors
record Declarations(List<Type> types, List<Method> methods) {
  /// @param place file and line
  /// @param name simple name, empty for an anonymous class
  /// @param kind what it is
  /// @param components record components, 0 for other types
  record Type(String place, String name, Tree.Kind kind, int components) {}

  /// @param place file and line
  /// @param name its name
  /// @param annotations simple names
  /// @param bodyLines lines from brace to brace, 0 without body
  record Method(String place, String name, Set<String> annotations, int bodyLines) {}

  static Declarations read() {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(Sources.java());
      var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
      var collector = new Collector(Trees.instance(task).getSourcePositions());
      for (var unit : task.parse()) {
        collector.scan(unit, null);
      }
      return new Declarations(collector.types, collector.methods);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final SourcePositions positions;
    private final List<Type> types = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();

    Collector(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      var name = tree.getSimpleName().toString();
      types.add(new Type(place(tree), name, tree.getKind(), components(tree)));
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      var name = tree.getName().toString();
      methods.add(new Method(place(tree), name, annotations(tree.getModifiers()), lines(tree)));
      return super.visitMethod(tree, null);
    }

    /// A component is a field of the record that is not static.
    private static int components(ClassTree tree) {
      if (tree.getKind() != Tree.Kind.RECORD) {
        return 0;
      }
      return (int)
          tree.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(VariableTree.class::cast)
              .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
              .count();
    }

    private static Set<String> annotations(ModifiersTree modifiers) {
      return modifiers.getAnnotations().stream()
          .map(annotation -> annotation.getAnnotationType().toString())
          .collect(Collectors.toSet());
    }

    private int lines(MethodTree tree) {
      var body = tree.getBody();
      if (body == null || positions.getEndPosition(unit(), body) < 0) {
        return 0;
      }
      return line(positions.getEndPosition(unit(), body)) - line(start(body)) + 1;
    }

    private String place(Tree tree) {
      return unit().getSourceFile().getName() + ":" + line(start(tree));
    }

    private long start(Tree tree) {
      return positions.getStartPosition(unit(), tree);
    }

    private int line(long position) {
      return position < 0 ? 0 : Math.toIntExact(unit().getLineMap().getLineNumber(position));
    }

    private CompilationUnitTree unit() {
      return getCurrentPath().getCompilationUnit();
    }
  }
}
