package nl.jeugdgraaf.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How much memory a child database may use, besides about 300 MB for the virtual machine itself.
final class DatabaseMemory {
  /// Heap, for transactions and plans.
  static final int HEAP_MEGABYTES = 1_024;

  private static final int PAGE_CACHE_MIN_MEGABYTES = 256;

  /// A network the size of a region takes about 70 MB on disk, one the size of the country 30 times
  /// as much.
  private static final int PAGE_CACHE_MAX_MEGABYTES = 4_096;

  private DatabaseMemory() {}

  /// Returns the size of the page cache: a quarter of the memory of the machine or container,
  /// within bounds. The memory is allocated when it is needed, not at start.
  static int pageCacheMegabytes() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long quarter = system.getTotalMemorySize() / 4 / 1024 / 1024;
    return Math.clamp(quarter, PAGE_CACHE_MIN_MEGABYTES, PAGE_CACHE_MAX_MEGABYTES);
  }
}
