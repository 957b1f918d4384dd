package uk.referralline.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes every request to Twilio once. Twilio's own client makes three of one that is answered by 500 and six of one by
 * 503, and so could send a text six times (law L5).
 */
final class OneTryClient extends NetworkHttpClient {
    private final String url;

    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param answer for the answer, and between any two parts of it
     */
    record Patience(Duration connect, Duration answer) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(8));
    }

    private OneTryClient(String url, Patience patience) {
        super(builder(patience));
        this.url = url;
    }

    static TwilioRestClient of(RestAccount account, Patience patience) {
        return new TwilioRestClient.Builder(account.user(), account.secret())
                .accountSid(account.sid())
                .httpClient(new OneTryClient(account.url(), patience))
                .build();
    }

    /** Once, and at our URL. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(new Elsewhere(request, url));
    }

    private static HttpClientBuilder builder(Patience patience) {
        Timeout connect = Timeout.of(patience.connect());
        Timeout answer = Timeout.of(patience.answer());
        RequestConfig config = RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(answer)
                .build();
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setConnectionManager(connections(connect, answer))
                // A kept connection that Twilio is just closing would leave open whether a text was taken.
                .setConnectionReuseStrategy((request, response, context) -> false)
                // Twilio's client puts time-outs of its own on each request: half a minute.
                .addExecInterceptorFirst("patience", (request, scope, chain) -> {
                    scope.clientContext.setRequestConfig(config);
                    return chain.proceed(request, scope);
                });
    }

    private static PoolingHttpClientConnectionManager connections(Timeout connect, Timeout answer) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(answer).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .build())
                .setMaxConnTotal(10)
                .setMaxConnPerRoute(10)
                .build();
    }

    /** The same request at another place: Twilio's library knows only its own. */
    private static final class Elsewhere extends Request {
        private final String place;

        Elsewhere(Request request, String url) {
            super(request.getMethod(), request.getUrl());
            URL there = request.constructURL();
            this.place = url + there.getFile();
            setAuth(request.getAuthStrategy());
            setAuth(request.getUsername(), request.getPassword());
            setContentType(request.getContentType());
            setBody(request.getBody());
            request.getHeaderParams().forEach((name, all) -> all.forEach(value -> addHeaderParam(name, value)));
            request.getPostParams().forEach((name, all) -> all.forEach(value -> addPostParam(name, value)));
        }

        @Override
        public URL constructURL() {
            try {
                return URI.create(place).toURL();
            } catch (MalformedURLException wrong) {
                throw new IllegalArgumentException("the URL of Twilio's API is none", wrong);
            }
        }
    }
}
