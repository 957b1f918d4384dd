package uk.referralline.sandbox;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** Twilio's own client, pointed at a sandbox: it judges whether the sandbox speaks as Twilio does. */
final class TwilioClient {

    private TwilioClient() {}

    static TwilioRestClient of(Sandbox sandbox, String user, String password) {
        return new TwilioRestClient.Builder(user, password)
                .accountSid(sandbox.settings().accountSid())
                .httpClient(new Rerouted(sandbox.url()))
                .build();
    }

    private static final class Rerouted extends NetworkHttpClient {
        private final String base;

        Rerouted(String base) {
            super(HttpClientBuilder.create()
                    .disableAutomaticRetries()
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setResponseTimeout(org.apache.hc.core5.util.Timeout.ofSeconds(10))
                            .build()));
            this.base = base;
        }

        @Override
        public Response reliableRequest(Request request) {
            return makeRequest(request);
        }

        @Override
        public Response makeRequest(Request request) {
            String url = request.constructURL().toString().replaceFirst("https://[^/]+", base);
            Request here = new Request(request.getMethod(), url);
            here.setAuth(request.getUsername(), request.getPassword());
            request.getPostParams().forEach((name, values) -> values.forEach(value -> here.addPostParam(name, value)));
            here.setContentType(request.getContentType());
            return super.makeRequest(here);
        }
    }
}
