package uk.referralline.console;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import uk.referralline.console.signin.From;
import uk.referralline.console.signin.Token;

/** What a request tells of the browser that it comes from. */
final class Browsers {
    /** The first that is in the browser's own name for itself: each claims to be most of those below it. */
    private static final Map<String, String> NAMES = ordered(
            "Edg",
            "Edge",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "an iPhone",
            "iPad",
            "an iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "CrOS",
            "a Chromebook",
            "Mac OS",
            "a Mac",
            "Linux",
            "Linux");

    private final Cookies cookies;
    private final RandomGenerator chance;

    Browsers(String publicUrl, RandomGenerator chance) {
        this.cookies = new Cookies(publicUrl);
        this.chance = chance;
    }

    /** Where this request comes from; a browser that has no mark to be known by is given one. */
    From from(Visit visit) {
        Context ctx = visit.context();
        Token device = cookies.device(ctx).orElseGet(() -> {
            Token mark = Token.random(chance);
            cookies.setDevice(ctx, mark);
            return mark;
        });
        return new From(Network.of(ctx.ip(), ctx.header("X-Forwarded-For")), device, name(ctx.header("User-Agent")));
    }

    /** The browser keeps another token from now on. */
    void hand(Visit visit, Token token) {
        cookies.setSession(visit.context(), token);
    }

    /** The browser keeps a token that is nobody's, to tie its forms to. */
    void forget(Visit visit) {
        hand(visit, Token.random(chance));
    }

    /** Such as Firefox on Windows. @param userAgent null when the browser says nothing */
    static String name(String userAgent) {
        String told = userAgent == null ? "" : userAgent;
        return first(NAMES, told, "A browser") + " on " + first(SYSTEMS, told, "some computer");
    }

    private static String first(Map<String, String> words, String text, String otherwise) {
        return words.entrySet().stream()
                .filter(each -> text.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
