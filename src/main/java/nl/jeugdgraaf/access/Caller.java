package nl.jeugdgraaf.access;

/// A caller and its purpose, from a checked token; [#NOBODY] without a token.
///
/// Everything here but the purpose and the address is signed. A client may state the purpose
/// itself; the rules allow or refuse it.
///
/// @param role name of a role, such as `PROVIDER`; empty without a token
/// @param organisation key of the organisation, region or youth for which the caller acts: an AGB
///   code, a CBS code, a key; empty where the role needs none
/// @param user the person within the organisation, for the access log; may be empty
/// @param purpose what the operation is for, such as `CARE`; empty where none was stated
/// @param address network address of the caller, for the access log; may be empty
public record Caller(
    String role, String organisation, String user, String purpose, String address) {
  /// A caller without a token, who sees what is public.
  public static final Caller NOBODY = new Caller("", "", "", "", "");
}
