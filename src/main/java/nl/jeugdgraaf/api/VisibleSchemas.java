package nl.jeugdgraaf.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.jeugdgraaf.access.Permissions;

/// The public schema as each role sees it: without the types and fields of which it can see nothing
/// for any of its purposes. Made when a role first asks, and kept; there are as many as roles. May
/// be used by several threads.
///
/// It is for reading only. Operations are checked against the whole schema, so that a field that a
/// caller may not see is forbidden and not unknown.
public final class VisibleSchemas {
  private final ApiSchema whole;
  private final Map<List<String>, ApiSchema> known = new ConcurrentHashMap<>();

  /// Creates the schemas of all roles.
  ///
  /// @param whole the whole schema
  public VisibleSchemas(ApiSchema whole) {
    this.whole = whole;
  }

  /// {@return the schema as the role of a caller sees it}
  ///
  /// @param permissions what the caller may see
  public ApiSchema of(Permissions permissions) {
    var ofRole = permissions.ofRole();
    return ofRole.contains(Permissions.FULL)
        ? whole
        : known.computeIfAbsent(
            ofRole.stream().map(Permissions::shape).toList(), _ -> visible(ofRole));
  }

  private ApiSchema visible(List<Permissions> ofRole) {
    var visible = new VisibleModel(whole.model(), ofRole);
    return ApiSchema.of(visible.model(), new PublicSchema.Part(whole.model(), visible.asked()));
  }
}
