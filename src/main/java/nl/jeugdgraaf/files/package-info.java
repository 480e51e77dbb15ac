/// Files and directories on disk: those for their owner only, secrets, and a lock on a directory.
///
/// Uses the JDK, and `problem` to say that a directory is in use or a secret cannot be used. Of
/// what the files hold, only secrets enter here.
@NullMarked
package nl.jeugdgraaf.files;

import org.jspecify.annotations.NullMarked;
