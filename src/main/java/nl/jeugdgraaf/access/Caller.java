package nl.jeugdgraaf.access;

/// Who asks, and for what: claims of a token that was checked, or nobody.
///
/// Nothing here comes from a client without a signature, but for the purpose, which a client states
/// and the rules allow or refuse.
///
/// @param role name of a role of the rules, such as `PROVIDER`; empty for nobody
/// @param organisation key of the organisation, region or youth for which the caller acts: an AGB
///   code, a CBS code, a key; empty where the role needs none
/// @param user who it is within the organisation, for the record of what was seen; empty for nobody
/// @param purpose what the operation is for, such as `CARE`; empty where none was stated
/// @param address network address from which it asks, for the record of what was seen; may be empty
public record Caller(
    String role, String organisation, String user, String purpose, String address) {
  /// Nobody: sees what is public.
  public static final Caller NOBODY = new Caller("", "", "", "", "");
}
