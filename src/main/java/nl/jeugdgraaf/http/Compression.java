package nl.jeugdgraaf.http;

import com.github.luben.zstd.util.Native;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.compression.zstandard.ZstandardCompression;

/// Compresses answers for clients that ask for it (RFC 9110, section 12.5.3), while they are
/// written: with Zstandard, or else with gzip.
///
/// An answer that is small, an error or of a compressed type stays as it is. Bodies of requests are
/// never unpacked.
///
/// The length of a compressed answer reveals no secret (BREACH): a foreign page cannot make a
/// browser ask with somebody's token, because no cookie is used, and no answer has a token in it.
final class Compression {
  private static final Logger LOG = System.getLogger(Compression.class.getName());

  /// Fits in one packet anyway.
  private static final int BYTES_MIN = 1_400;

  private static final int BUFFER_BYTES = 16_384;

  private Compression() {}

  static CompressionHandler handler() {
    var handler = new CompressionHandler();
    var gzip = new GzipCompression();
    var config = new GzipEncoderConfig();
    config.setBufferSize(BUFFER_BYTES);
    gzip.setDefaultEncoderConfig(config);
    gzip.setMinCompressSize(BYTES_MIN);
    handler.putCompression(gzip);
    if (zstandardRuns()) {
      var zstandard = new ZstandardCompression();
      zstandard.setMinCompressSize(BYTES_MIN);
      handler.putCompression(zstandard);
    }
    handler.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .defaults()
            .compressPreferredEncodings(List.of("zstd", "gzip"))
            .decompressExcludePath("/*")
            .build());
    return handler;
  }

  /// Its library is native: not for every machine, and unpacked into the directory for temporary
  /// files.
  private static boolean zstandardRuns() {
    try {
      Native.load();
      return true;
    } catch (LinkageError e) {
      LOG.log(
          Level.WARNING,
          "Answers are compressed with gzip only, because Zstandard cannot be loaded: {0}",
          e.getClass().getSimpleName());
      return false;
    }
  }
}
