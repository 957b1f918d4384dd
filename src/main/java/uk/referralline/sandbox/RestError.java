package uk.referralline.sandbox;

/** A REST request that is refused, with Twilio's code and the HTTP status. */
final class RestError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    RestError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** 400 with a code: the request is wrong. */
    static RestError wrong(int code, String message) {
        return new RestError(400, code, message);
    }

    static RestError notFound(String path) {
        return new RestError(404, 20404, "The requested resource " + path + " was not found");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
