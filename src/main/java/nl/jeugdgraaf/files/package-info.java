/// Files and directories on disk: files for their owner only, and a lock on a directory.
///
/// Uses the JDK, and `problem` to say that a directory is in use. What the files hold never enters
/// here.
@NullMarked
package nl.jeugdgraaf.files;

import org.jspecify.annotations.NullMarked;
