package uk.referralline.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/** The telephone exchange: what every call needs to run. */
record Exchange(
        Settings settings,
        Sids sids,
        Webhooks webhooks,
        Media media,
        Problems problems,
        Calls calls,
        Recordings recordings,
        Numbers numbers,
        Supplier<URI> base) {

    Instant now() {
        return settings.time().instant();
    }

    /** The address of a thing of this account in the REST API, without an extension. */
    String resource(String path) {
        return base.get() + "/2010-04-01/Accounts/" + settings.accountSid() + "/" + path;
    }
}
