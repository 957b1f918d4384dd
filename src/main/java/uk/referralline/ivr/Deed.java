package uk.referralline.ivr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An effect as a script writes it.
 *
 * @param argument a template, a count's name or an outcome, where the kind takes one; otherwise blank
 */
record Deed(Kind kind, String argument) {

    /** What a script can decide, and the fields without which it cannot. */
    enum Kind {
        REQUEST_CALLBACK("request-callback", List.of("number"), false),
        REQUEST_WARD_CALLBACK("request-ward-callback", List.of("place"), false),
        TAKE_MESSAGE("take-message", List.of("message"), false),
        OPEN_REFERRAL("open-referral", List.of("role", "agreement", "number"), false),
        SEND_TEXT("send-text", List.of("number"), true),
        REQUEST_CONTACT("request-contact", List.of("number"), false),
        STOP_TEXTS("stop-texts", List.of("stop-number"), false),
        STOP_CALLS("stop-calls", List.of("stop-number"), false),
        CANCEL_REQUEST("cancel-request", List.of("earlier-reference"), false),
        JOIN_CASE("join-case", List.of("earlier-reference"), false),
        COUNT("count", List.of(), true),
        CLOSE("close", List.of(), true);

        private final String word;
        private final List<String> needs;
        private final boolean takesArgument;

        Kind(String word, List<String> needs, boolean takesArgument) {
            this.word = word;
            this.needs = needs;
            this.takesArgument = takesArgument;
        }

        String word() {
            return word;
        }

        /** Fields that must be filled on every path that leads here. */
        List<String> needs() {
            return needs;
        }

        /** Whether it promises something in time. */
        boolean promises() {
            return this == REQUEST_CALLBACK
                    || this == REQUEST_WARD_CALLBACK
                    || this == REQUEST_CONTACT
                    || this == TAKE_MESSAGE
                    || this == OPEN_REFERRAL;
        }

        /** What is certain once it has been kept: that it was done, and for a promise the time by which it is due. */
        Set<String> leaves() {
            return promises() ? Set.of(done(), Facts.DUE) : Set.of(done());
        }

        /** How the checker calls the fact that it was done; no field has such a name. */
        String done() {
            return word + "!";
        }

        boolean takesArgument() {
            return takesArgument;
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @throws IllegalStateException when a needed field is not filled: the checker refuses such scripts */
    Effect effect(Scene scene, CallState here) {
        String urgency = scene.script().urgency(scene, here);
        return switch (kind) {
            case REQUEST_CALLBACK -> new Effect.RequestCallback(need(here, "number"), permissions(here), urgency);
            case REQUEST_WARD_CALLBACK -> new Effect.RequestWardCallback(need(here, "place"), urgency);
            case TAKE_MESSAGE -> new Effect.TakeMessage(urgency);
            case OPEN_REFERRAL -> referral(here, urgency);
            case SEND_TEXT -> new Effect.SendText(argument, need(here, "number"), language(here));
            case REQUEST_CONTACT -> new Effect.RequestContact(need(here, "number"), permissions(here), urgency);
            case STOP_CALLS -> new Effect.StopCalls(need(here, "stop-number"));
            case CANCEL_REQUEST -> new Effect.CancelRequest();
            case STOP_TEXTS -> new Effect.StopTexts(need(here, "stop-number"));
            case JOIN_CASE -> new Effect.JoinCase(need(here, "earlier-reference"));
            case COUNT -> new Effect.Count(argument);
            case CLOSE -> new Effect.Close(argument);
        };
    }

    private static Effect referral(CallState here, String urgency) {
        return new Effect.OpenReferral(
                need(here, "role"),
                need(here, "agreement"),
                need(here, "number"),
                given(here, "extension"),
                given(here, "person-status"),
                given(here, "urgent-date"),
                yes(here, "may-text"),
                urgency);
    }

    private static Effect.Permissions permissions(CallState here) {
        return new Effect.Permissions(yes(here, "own-phone"), yes(here, "may-leave-message"), yes(here, "may-text"));
    }

    private static String need(CallState here, String field) {
        return given(here, field)
                .orElseThrow(() -> new IllegalStateException(
                        "step \"%s\" needs the field \"%s\", which is not filled".formatted(here.step(), field)));
    }

    private static Optional<String> given(CallState here, String field) {
        return here.answer(field).filter(value -> !value.isBlank());
    }

    private static String language(CallState here) {
        return here.answer(Facts.LANGUAGE).orElse(Script.FIRST_LANGUAGE);
    }

    private static boolean yes(CallState here, String field) {
        return here.answer(field).filter("yes"::equals).isPresent();
    }

    /** As a script writes it, such as {@code send-text: callback-booked}. */
    String written() {
        return argument.isBlank() ? kind.word() : kind.word() + ": " + argument;
    }
}
