package uk.referralline.sandbox;

import java.net.URI;

/**
 * What a webhook answered.
 *
 * @param url that was asked last, after any redirects, without a fragment
 * @param contentType lower case, without parameters; empty when there was none
 */
record Answer(URI url, int status, String contentType, String body) {

    boolean ok() {
        return status / 100 == 2;
    }
}
