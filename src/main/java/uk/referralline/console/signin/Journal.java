package uk.referralline.console.signin;

import org.jdbi.v3.core.Handle;

/** Is told what happens at the door, in the transaction in which it happens. */
@FunctionalInterface
public interface Journal {
    /** Keeps nothing. */
    Journal NONE = (handle, event) -> {};

    void write(Handle handle, SignInEvent event);
}
