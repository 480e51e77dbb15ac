package nl.jeugdgraaf.seed.synthetic;

/// A text and what it is in Dutch, for the two columns that hold them.
///
/// @param english the text
/// @param dutch the same in Dutch
record BilingualText(String english, String dutch) {
  /// No text in either column.
  static final BilingualText NONE = new BilingualText("", "");
}
