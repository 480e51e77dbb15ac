package nl.jeugdgraaf.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The access rules of the folder `schema/access`. What no grant allows is denied.
///
/// @param roles what a caller can be, by name
/// @param purposes all purposes
/// @param types grants by node type or relationship properties
public record AccessRules(
    SequencedMap<String, Role> roles,
    List<String> purposes,
    SequencedMap<String, TypeGrants> types) {
  /// Rules that deny everything.
  public static final AccessRules NONE =
      new AccessRules(new LinkedHashMap<>(), List.of(), new LinkedHashMap<>());

  private static final TypeGrants DENIED =
      new TypeGrants(List.of(), Map.of(), Optional.empty(), Set.of());

  /// Copies the maps.
  public AccessRules {
    roles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(roles));
    purposes = List.copyOf(purposes);
    types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
  }

  /// Returns what a caller of a role is.
  ///
  /// @param name name of the role
  /// @return the role; a role that may do nothing if the name is unknown
  public Role role(String name) {
    return roles.getOrDefault(name, Role.NONE);
  }

  /// Returns what is allowed of a type.
  ///
  /// @param type name of a node type or of relationship properties
  /// @return its grants; none for a type that no rule mentions
  public TypeGrants of(String type) {
    return types.getOrDefault(type, DENIED);
  }

  /// Returns whether a role has access in demo mode only, because all its grants are for demo mode.
  ///
  /// @param role the role
  /// @return false for a role that no grant names
  public boolean isDemoOnly(String role) {
    var grants =
        types.values().stream()
            .flatMap(type ->
                Stream.concat(
                    type.visible().stream(),
                    type.readable().values().stream().flatMap(List::stream)))
            .filter(grant -> grant.to().contains(role))
            .toList();
    return !grants.isEmpty() && grants.stream().allMatch(Grant::demoOnly);
  }

  /// What a caller can be.
  ///
  /// @param purposes what it can ask for; empty for nothing
  /// @param organisation type of the node for whose key it acts; absent if it acts for none
  /// @param asks root fields for review and statistics that it may ask
  /// @param exports whether its answers may take as long as an export takes
  public record Role(
      List<String> purposes, Optional<String> organisation, List<String> asks, boolean exports) {
    private static final Role NONE = new Role(List.of(), Optional.empty(), List.of(), false);

    /// Copies the lists.
    public Role {
      purposes = List.copyOf(purposes);
      asks = List.copyOf(asks);
    }
  }

  /// What is allowed of one type.
  ///
  /// @param visible which nodes or relationships may be seen
  /// @param readable which attributes of those may be read, by field name
  /// @param subject how it leads to the youths whose data it is; absent if it is not personal data
  /// @param ofOrganisation names of the rules about the caller's organisation
  public record TypeGrants(
      List<Grant> visible,
      Map<String, List<Grant>> readable,
      Optional<Subject> subject,
      Set<String> ofOrganisation) {
    /// Copies the collections.
    public TypeGrants {
      visible = List.copyOf(visible);
      ofOrganisation = Set.copyOf(ofOrganisation);
      readable = Collections.unmodifiableMap(new LinkedHashMap<>(readable));
    }
  }
}
