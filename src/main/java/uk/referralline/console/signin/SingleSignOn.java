package uk.referralline.console.signin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An organisation's own sign-in page, in place of a password and a second factor of ours. Nothing implements it yet: OpenID
 * Connect fits, with its code flow, PKCE and a nonce.
 */
public interface SingleSignOn {

    /**
     * Where the browser goes to sign in.
     *
     * @param state comes back with the answer; the caller keeps its hash with the browser's session
     */
    URI begin(Token state);

    /**
     * Who came back.
     *
     * @param answer the query of the address that they came back to
     * @return the sign-in name of somebody whom that organisation vouches for, its own second factor included
     */
    Optional<String> signInName(Token state, Map<String, String> answer);
}
