package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Paths as one graph, without directions: each node once, by its id, and each relationship once.
///
/// @see <a href="http://graphml.graphdrawing.org/primer/graphml-primer.html">GraphML Primer</a>
final class GraphMlPaths implements RowEncoder {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String NODES = "nodes";
  private static final String RELATIONSHIPS = "relationships";
  private static final String ID = "id";
  private static final String TYPE = "type";

  /// What XML 1.0 cannot hold, not even escaped.
  private static final Pattern CONTROL =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Set<List<String>> written = new HashSet<>();
  private final RowColumns nodes;
  private final RowColumns relationships;
  private final XMLStreamWriter xml;

  /// @param path a path
  /// @throws ProblemException `NOT_ACCEPTABLE` if it is not a path, or lacks what a graph needs
  GraphMlPaths(Shape path) {
    this.nodes = columns(path, NODES, ID);
    this.relationships = columns(path, RELATIONSHIPS, TYPE);
    try {
      this.xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      start();
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  private static RowColumns columns(Shape path, String list, String needed) {
    if (path instanceof Shape.SameRow(Shape.Selection.Fixed(var fields))) {
      for (var field : fields) {
        if (field.key().equals(list) && field.shape() instanceof Shape.NestedObjects(_, var one)) {
          var columns = RowColumns.of(new Shape.SameRow(one));
          if (columns.paths().containsKey(needed)) {
            return columns;
          }
        }
      }
    }
    throw new ProblemException(
        Code.NOT_ACCEPTABLE,
        "GraphML needs an operation with path or paths alone, of which nodes { id } and"
            + " relationships { type } are asked. Ask these, or accept application/json.");
  }

  private void start() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    for (var name : nodes.paths().keySet()) {
      key("node", "n.", name);
    }
    for (var name : relationships.paths().keySet()) {
      key("edge", "e.", name);
    }
    xml.writeStartElement("graph");
    xml.writeAttribute("edgedefault", "undirected");
  }

  private void key(String of, String prefix, String name) throws XMLStreamException {
    xml.writeEmptyElement("key");
    xml.writeAttribute(ID, prefix + name);
    xml.writeAttribute("for", of);
    xml.writeAttribute("attr.name", name);
    xml.writeAttribute("attr.type", "string");
  }

  @Override
  public void row(JsonBuffer json) {
    var path = json.toTree();
    json.cut(0);
    try {
      var before = "";
      for (int i = 0; i < path.path(NODES).size(); i++) {
        var node = path.path(NODES).path(i);
        var id = node.path(ID).asText();
        if (written.add(List.of(id))) {
          xml.writeStartElement("node");
          xml.writeAttribute(ID, id);
          data("n.", nodes, node);
        }
        if (i > 0) {
          edge(before, id, path.path(RELATIONSHIPS).path(i - 1));
        }
        before = id;
      }
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  private void edge(String one, String other, JsonNode relationship) throws XMLStreamException {
    if (written.add(List.of(one, other, relationship.toString()))) {
      written.add(List.of(other, one, relationship.toString()));
      xml.writeStartElement("edge");
      xml.writeAttribute("source", one);
      xml.writeAttribute("target", other);
      data("e.", relationships, relationship);
    }
  }

  /// Writes the values of a node or an edge, and its end.
  private void data(String prefix, RowColumns columns, JsonNode row) throws XMLStreamException {
    for (var column : columns.paths().entrySet()) {
      var value = RowColumns.value(row, column.getValue());
      if (!value.isMissingNode() && !value.isNull()) {
        xml.writeStartElement("data");
        xml.writeAttribute("key", prefix + column.getKey());
        xml.writeCharacters(CONTROL.matcher(value.asText()).replaceAll("\uFFFD"));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  @Override
  public void end() {
    try {
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw bug(e);
    }
  }

  private static Bug bug(XMLStreamException e) {
    return new Bug("a graph cannot be written: " + e.getMessage());
  }

  @Override
  public int size() {
    return bytes.size();
  }

  @Override
  public void drainTo(OutputStream out) throws IOException {
    try {
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    bytes.writeTo(out);
    bytes.reset();
  }
}
