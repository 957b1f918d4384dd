package uk.referralline.console;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Whether a browser says that a form came from a page of ours. One that says nothing is judged by the form's token alone. */
final class Origin {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final String ours;

    Origin(String publicUrl) {
        URI url = URI.create(publicUrl);
        this.ours = (url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT);
    }

    boolean admits(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = ctx.header("Origin");
        return origin == null || origin.toLowerCase(Locale.ROOT).equals(ours);
    }
}
