package uk.referralline.sandbox;

/** How the REST API can let a client down. */
public enum RestFault {
    /** 429 with 20429: not processed. */
    TOO_MANY_REQUESTS,
    /** 500: not processed. */
    SERVER_ERROR,
    /** 503: not processed. */
    UNAVAILABLE,
    /** The connection ends without an answer: not processed. */
    CLOSES,
    /** Processed, but the answer is a 500. */
    TAKES_AND_SERVER_ERROR,
    /** Processed, but the connection ends without an answer. */
    TAKES_AND_CLOSES,
    /** Processed, but nothing is answered until the sandbox closes: for time-outs. */
    TAKES_AND_HANGS;

    /** Whether the request is carried out although the client cannot know it. */
    boolean takes() {
        return this == TAKES_AND_SERVER_ERROR || this == TAKES_AND_CLOSES || this == TAKES_AND_HANGS;
    }
}
