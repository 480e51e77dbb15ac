package nl.jeugdgraaf.bench;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// A bar chart in SVG: for each operation the requests a second of each contestant as a part of
/// those of the limit, which is a line.
///
/// @param report what was measured
/// @param colours of the contestants that have bars
record Chart(Report report, SequencedMap<Contestant, String> colours) {
  private static final int LABEL_WIDTH = 190;
  private static final int SCALE_WIDTH = 360;
  private static final int BAR_HEIGHT = 12;
  private static final int GAP = 10;
  private static final int TOP = 60;

  /// The right end of the scale.
  private static final double RATIO_MAX = 1.2;

  /// Returns the chart with a panel for each number of connections, side by side.
  String svg() {
    var panels = report.connections();
    var operations = report.operations();
    int height = TOP + operations.size() * rowHeight() + GAP;
    int width = LABEL_WIDTH + panels.size() * (SCALE_WIDTH + 40);
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(width, height));
    legend(svg);
    for (int i = 0; i < operations.size(); i++) {
      text(svg, 8, TOP + i * rowHeight() + rowHeight() / 2, operations.get(i));
    }
    for (int i = 0; i < panels.size(); i++) {
      panel(svg, LABEL_WIDTH + i * (SCALE_WIDTH + 40), panels.get(i), operations);
    }
    return svg.append("</svg>\n").toString();
  }

  private int rowHeight() {
    return colours.size() * BAR_HEIGHT + GAP;
  }

  private void legend(StringBuilder svg) {
    int left = 8;
    for (var contestant : colours.entrySet()) {
      rectangle(svg, new double[] {left, 12, 10, 10}, contestant.getValue());
      text(svg, left + 14, 21, contestant.getKey().title());
      left += 100;
    }
  }

  private void panel(StringBuilder svg, int left, int connections, List<String> operations) {
    text(
        svg,
        left,
        44,
        "part of limit, %d connection%s".formatted(connections, connections == 1 ? "" : "s"));
    int bottom = TOP + operations.size() * rowHeight();
    for (double mark : new double[] {0, 0.5, 1}) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"52\" y2=\"%2$d\" stroke=\"%3$s\"/>%n",
              left + mark * SCALE_WIDTH / RATIO_MAX,
              bottom,
              mark == 1 ? "black" : "#cccccc"));
    }
    for (int i = 0; i < operations.size(); i++) {
      int top = TOP + i * rowHeight();
      for (var contestant : colours.entrySet()) {
        var ratio = report.ratio(operations.get(i), contestant.getKey(), connections).median();
        var shown = Math.min(ratio, RATIO_MAX) * SCALE_WIDTH / RATIO_MAX;
        rectangle(svg, new double[] {left, top, shown, BAR_HEIGHT - 1}, contestant.getValue());
        text(
            svg,
            left + (int) shown + 3,
            top + BAR_HEIGHT,
            String.format(Locale.ROOT, "%.2f", ratio));
        top += BAR_HEIGHT;
      }
    }
  }

  private static void rectangle(StringBuilder svg, double[] box, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            box[0],
            box[1],
            box[2],
            box[3],
            colour));
  }

  private static void text(StringBuilder svg, int left, int bottom, String text) {
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(left, bottom, text));
  }
}
