package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pictures of the explorer in the README are of places that it shows.
///
/// `-Dpictures=update` makes them anew; every run leaves its own under `target/pictures`.
class ReadmePicturesTest extends ExplorerJourneys {
  private static final Path KEPT = Path.of("src", "pictures");
  private static final Path MADE = Path.of("target", "pictures");
  private static final int BYTES_MAX = 300_000;

  @ParameterizedTest
  @CsvSource({
    "network, LIGHT, #connections .graph canvas," + " network?day=2026-11-01&at=Provider/99000012",
    "segments, DARK, #placement svg, segments?day=2026-11-01&region=HAAGLANDEN"
  })
  void aPictureShowsAPlace(String name, ColorScheme scheme, String sign, String place)
      throws IOException {
    var options =
        new NewContextOptions()
            .setLocale("en-GB")
            .setColorScheme(scheme)
            .setViewportSize(1200, 900);
    var page = open("#" + place, options);
    assertThat(page.locator(sign).first()).isVisible();
    page.waitForFunction("() => !document.querySelector('[aria-busy]')");
    page.locator(sign).first().scrollIntoViewIfNeeded();
    // The picture settles.
    page.waitForTimeout(1_500);
    var made = MADE.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(made));
    var kept = KEPT.resolve(name + ".png");
    if (System.getProperty("pictures", "").equals("update")) {
      Files.copy(made, kept, StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals(size(made), size(kept), "make it anew with -Dpictures=update");
    assertTrue(Files.size(kept) < BYTES_MAX, () -> kept + " is too large");
    assertTrue(Files.readString(Path.of("README.md")).contains("src/pictures/" + name + ".png"));
    assertEquals(List.of(), faults);
  }

  private static Dimension size(Path picture) throws IOException {
    var image = ImageIO.read(picture.toFile());
    return new Dimension(image.getWidth(), image.getHeight());
  }
}
