package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.jeugdgraaf.problem.Bug;

/// Writes a graph without directions as XML in UTF-8. Each value of a node or an edge is an
/// attribute of its name.
///
/// @see <a href="http://graphml.graphdrawing.org/primer/graphml-primer.html">GraphML Primer</a>
final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String ID = "id";
  private static final String NODE = "node";
  private static final String EDGE = "edge";
  private static final String LONG = "long";
  private static final String DOUBLE = "double";
  private static final String STRING = "string";

  /// What XML 1.0 cannot hold, not even escaped.
  private static final Pattern CONTROL =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Attributes nodes;
  private final Attributes edges;
  private final XMLStreamWriter xml;

  /// The values of nodes, or of edges.
  ///
  /// @param columns where they are
  /// @param types their types in GraphML, `long`, `double` or `boolean`, by name; the others are
  ///   `string`
  record Attributes(RowColumns columns, Map<String, String> types) {
    /// {@return values of rows that are known, each of the type that holds all}
    static Attributes of(List<JsonNode> rows) {
      var columns = RowColumns.of(rows);
      var types = new HashMap<String, String>();
      for (var row : rows) {
        columns
            .paths()
            .forEach((name, path) -> {
              var value = RowColumns.value(row, path);
              if (!value.isMissingNode() && !value.isNull()) {
                types.merge(name, type(value), Attributes::both);
              }
            });
      }
      return new Attributes(columns, types);
    }

    private static String type(JsonNode value) {
      if (value.isBoolean()) {
        return "boolean";
      }
      if (value.isIntegralNumber()) {
        return LONG;
      }
      return value.isNumber() ? DOUBLE : STRING;
    }

    private static String both(String one, String other) {
      if (one.equals(other)) {
        return one;
      }
      return Set.of(LONG, DOUBLE).containsAll(Set.of(one, other)) ? DOUBLE : STRING;
    }
  }

  /// @param nodes the values of nodes
  /// @param edges the values of edges
  GraphMl(Attributes nodes, Attributes edges) {
    this.nodes = nodes;
    this.edges = edges;
    try {
      this.xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      start();
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  private void start() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    keys(NODE, nodes);
    keys(EDGE, edges);
    xml.writeStartElement("graph");
    xml.writeAttribute("edgedefault", "undirected");
  }

  private void keys(String of, Attributes attributes) throws XMLStreamException {
    for (var name : attributes.columns().paths().keySet()) {
      xml.writeEmptyElement("key");
      xml.writeAttribute(ID, key(of) + name);
      xml.writeAttribute("for", of);
      xml.writeAttribute("attr.name", name);
      xml.writeAttribute("attr.type", attributes.types().getOrDefault(name, STRING));
    }
  }

  /// Names of nodes and of edges are told apart by a letter.
  private static String key(String of) {
    return of.charAt(0) + ".";
  }

  /// Writes a node.
  ///
  /// @param id identifies it in the graph
  /// @param row its values
  void node(String id, JsonNode row) {
    try {
      xml.writeStartElement(NODE);
      xml.writeAttribute(ID, id);
      data(NODE, nodes, row);
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  /// Writes an edge.
  ///
  /// @param one id of a node
  /// @param other id of the other
  /// @param row its values
  void edge(String one, String other, JsonNode row) {
    try {
      xml.writeStartElement(EDGE);
      xml.writeAttribute("source", one);
      xml.writeAttribute("target", other);
      data(EDGE, edges, row);
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  /// Writes the values of a node or an edge, and its end.
  private void data(String of, Attributes attributes, JsonNode row) throws XMLStreamException {
    for (var column : attributes.columns().paths().entrySet()) {
      var value = RowColumns.value(row, column.getValue());
      if (!value.isMissingNode() && !value.isNull()) {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key(of) + column.getKey());
        xml.writeCharacters(CONTROL.matcher(value.asText()).replaceAll("\uFFFD"));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  /// Writes the end of the graph.
  void end() {
    try {
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  private static Bug bug(XMLStreamException e) {
    return new Bug("a graph cannot be written: " + e.getMessage());
  }

  /// Returns how many bytes wait to be handed over.
  int size() {
    return bytes.size();
  }

  /// Hands them over.
  void drainTo(OutputStream out) throws IOException {
    try {
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    bytes.writeTo(out);
    bytes.reset();
  }
}
