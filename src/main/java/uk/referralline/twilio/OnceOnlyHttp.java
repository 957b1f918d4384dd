package uk.referralline.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's HTTP client with one request for one call. As it comes, it repeats a POST up to six times on a 503 (three tries
 * of its own, each doubled by the HTTP library below), ignores the time-outs it is given, and knows no other base URL.
 */
final class OnceOnlyHttp extends NetworkHttpClient {
    private static final String TWILIO = "https://api.twilio.com";

    private final String base;

    /**
     * @param base in place of {@code https://api.twilio.com}, without a slash at its end
     * @param answer how long to wait for each part of an answer
     */
    OnceOnlyHttp(String base, Duration connect, Duration answer) {
        super(builder(connect, answer));
        this.base = base;
    }

    private static HttpClientBuilder builder(Duration connect, Duration answer) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(Timeout.of(answer)).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(answer))
                        .build())
                .build();
        return HttpClientBuilder.create().disableAutomaticRetries().setConnectionManager(connections);
    }

    /** Reliable is what our outbox is: it knows which answers may be asked again. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        return super.makeRequest(base.equals(TWILIO) ? request : moved(request));
    }

    private Request moved(Request request) {
        URI url = URI.create(request.constructURL().toString());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var moved = new Request(request.getMethod(), base + url.getRawPath() + query);
        moved.setAuth(request.getUsername(), request.getPassword());
        request.getPostParams().forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> moved.addHeaderParam(name, value)));
        moved.setContentType(request.getContentType());
        return moved;
    }

    static HttpClient of(String base) {
        return new OnceOnlyHttp(base, Duration.ofSeconds(3), Duration.ofSeconds(8));
    }
}
