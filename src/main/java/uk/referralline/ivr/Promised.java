package uk.referralline.ivr;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that promise something, on a way where nothing keeps the promise: said only if kept. */
final class Promised implements Check {
    private static final String DUE = "{" + Facts.DUE + "}";

    /** Words of a promise, in English, and the effects of which one must have been decided. */
    private enum Vow {
        CALL("\\bwe will call\\b", Deed.Kind.REQUEST_CALLBACK, Deed.Kind.REQUEST_WARD_CALLBACK),
        CONTACT("\\bwe will contact\\b", Deed.Kind.REQUEST_CONTACT),
        ACT("\\bwe will act\\b", Deed.Kind.OPEN_REFERRAL, Deed.Kind.REQUEST_CALLBACK),
        REFERRED("\\breferral is with us\\b", Deed.Kind.OPEN_REFERRAL),
        LISTEN("\\bwill listen\\b", Deed.Kind.TAKE_MESSAGE),
        TEXT("\\bwe will text\\b|\\bwe have (sent|texted)\\b", Deed.Kind.SEND_TEXT),
        STOP("\\bwe will not text\\b|\\btexts are stopped\\b", Deed.Kind.STOP_TEXTS),
        SILENCE("\\bwe will not call or text\\b", Deed.Kind.STOP_CALLS),
        CANCEL("\\bwe will not call about\\b", Deed.Kind.CANCEL_REQUEST);

        private final Pattern words;
        private final List<Deed.Kind> kept;

        Vow(String words, Deed.Kind... kept) {
            // "The text says when we will call" explains and promises nothing.
            this.words = Pattern.compile("(?<!when |before |if )(?:" + words + ")", Pattern.CASE_INSENSITIVE);
            this.kept = List.of(kept);
        }

        boolean isSaid(String text) {
            return words.matcher(text).find();
        }

        boolean isKept(Set<String> certain) {
            return kept.stream().anyMatch(kind -> certain.contains(kind.done()));
        }

        String remedy() {
            return String.join(" or ", kept.stream().map(Deed.Kind::word).toList());
        }
    }

    @Override
    public void look(Subject subject) {
        Known known = subject.known();
        for (String name : subject.names()) {
            if (known.reached(name)) {
                subject.script().languages().values().forEach(words -> look(subject, name, words, known.at(name)));
            }
        }
    }

    private static void look(Subject subject, String name, Words words, Set<String> certain) {
        for (String key : subject.step(name).prompts()) {
            String text = words.all(key);
            if (text.contains(DUE) && !certain.contains(Facts.DUE)) {
                subject.error(
                        name,
                        "The prompt \"%s\" says {due}, and on some way nothing has been promised yet.".formatted(key),
                        "Put a \"do\" with request-callback, take-message or open-referral before it on every way.");
            }
            if (words.isEnglish()) {
                vows(subject, name, key, text, certain);
            }
        }
    }

    private static void vows(Subject subject, String name, String key, String text, Set<String> certain) {
        for (Vow vow : Vow.values()) {
            if (vow.isSaid(text) && !vow.isKept(certain)) {
                subject.error(
                        name,
                        "The prompt \"%s\" promises something that no effect keeps on some way.".formatted(key),
                        "Put a \"do\" with %s before it on every way, or say it otherwise.".formatted(vow.remedy()));
            }
        }
    }
}
