package uk.referralline.play;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;

/** What a walk left behind, in the words of a conversation's {@code ends}. */
public record Outcome(String kind, String callback, String urgency, List<String> texts) {
    private static final DateTimeFormatter BY =
            DateTimeFormatter.ofPattern("'by' HH:mm 'on' uuuu-MM-dd").withZone(ZoneId.of("Europe/London"));

    /** What the effects of a walk so far come to. */
    public static Outcome of(Walk walk) {
        String due = walk.state()
                .answer(Facts.DUE)
                .map(Instant::parse)
                .map(BY::format)
                .orElse("none");
        boolean rang = walk.state().answer(Facts.TRANSFER).isPresent();
        var telling = new Telling(due, rang);
        walk.kept().forEach(effect -> effect.match(telling));
        return telling.outcome();
    }

    private static final class Telling implements Effect.Cases<Void> {
        private final String due;
        private final boolean rang;
        private final List<String> texts = new java.util.ArrayList<>();
        private String kind = "general";
        private String callback = "none";
        private String urgency = "U3";

        Telling(String due, boolean rang) {
            this.due = due;
            this.rang = rang;
        }

        Outcome outcome() {
            return new Outcome(kind, callback, urgency, List.copyOf(texts));
        }

        @Override
        public Void requestCallback(Effect.RequestCallback effect) {
            kind = "self-referral";
            callback = due;
            urgency = effect.urgency();
            return null;
        }

        @Override
        public Void requestWardCallback(Effect.RequestWardCallback effect) {
            kind = "self-referral";
            callback = due;
            urgency = effect.urgency();
            return null;
        }

        @Override
        public Void requestContact(Effect.RequestContact effect) {
            kind = "self-referral";
            callback = "not by phone, " + due;
            urgency = effect.urgency();
            return null;
        }

        @Override
        public Void stopCalls(Effect.StopCalls effect) {
            return null;
        }

        @Override
        public Void cancelRequest(Effect.CancelRequest effect) {
            return null;
        }

        @Override
        public Void takeMessage(Effect.TakeMessage effect) {
            urgency = effect.urgency();
            return null;
        }

        @Override
        public Void openReferral(Effect.OpenReferral effect) {
            kind = effect.role().equals("family-friend-or-carer") ? "family-or-friend" : "professional-referral";
            urgency = effect.urgency();
            return null;
        }

        @Override
        public Void sendText(Effect.SendText effect) {
            texts.add(effect.template());
            return null;
        }

        @Override
        public Void keepRecording(Effect.KeepRecording effect) {
            return null;
        }

        @Override
        public Void eraseRecording(Effect.EraseRecording effect) {
            return null;
        }

        @Override
        public Void joinCase(Effect.JoinCase effect) {
            kind = "another case";
            return null;
        }

        @Override
        public Void stopTexts(Effect.StopTexts effect) {
            return null;
        }

        @Override
        public Void count(Effect.Count effect) {
            return null;
        }

        @Override
        public Void close(Effect.Close effect) {
            // A case on which a person was rung stays open, whatever the script says.
            kind = rang ? kind : "closed: " + effect.outcome();
            return null;
        }
    }
}
