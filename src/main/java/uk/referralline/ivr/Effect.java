package uk.referralline.ivr;

import java.util.Optional;

/**
 * Something the call decided that must be kept before it is spoken of (law L1). The engine only names it; the shell does it.
 * Urgency is {@code U1}, {@code U2} or {@code U3}.
 */
public sealed interface Effect {

    /** @param <R> what a shell makes of it */
    interface Cases<R> {
        R requestCallback(RequestCallback effect);

        R requestWardCallback(RequestWardCallback effect);

        R requestContact(RequestContact effect);

        R takeMessage(TakeMessage effect);

        R openReferral(OpenReferral effect);

        R sendText(SendText effect);

        R keepRecording(KeepRecording effect);

        R eraseRecording(EraseRecording effect);

        R joinCase(JoinCase effect);

        R stopTexts(StopTexts effect);

        R stopCalls(StopCalls effect);

        R cancelRequest(CancelRequest effect);

        R count(Count effect);

        R close(Close effect);
    }

    <R> R match(Cases<R> cases);

    /** An effect that promises something in time. */
    sealed interface Promise permits RequestCallback, RequestWardCallback, RequestContact, TakeMessage, OpenReferral {
        /** {@code U1}, {@code U2} or {@code U3}. */
        String urgency();
    }

    /** What may be done with a number. What was not asked is no. */
    record Permissions(boolean ownPhone, boolean mayLeaveMessage, boolean mayText) {}

    /** Call this person back. @param number E.164, said to be safe by the caller */
    record RequestCallback(String number, Permissions permissions, String urgency) implements Effect, Promise {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requestCallback(this);
        }

        @Override
        public String toString() {
            return "RequestCallback[" + urgency + "]";
        }
    }

    /** Call this person back on their ward. @param place a hospital of the script */
    record RequestWardCallback(String place, String urgency) implements Effect, Promise {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requestWardCallback(this);
        }
    }

    /** Reach this person, but never by a phone call. @param number E.164, where texts may go if they said so */
    record RequestContact(String number, Permissions permissions, String urgency) implements Effect, Promise {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requestContact(this);
        }

        @Override
        public String toString() {
            return "RequestContact[" + urgency + "]";
        }
    }

    /** A message was left for a person: somebody listens to it in time. */
    record TakeMessage(String urgency) implements Effect, Promise {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.takeMessage(this);
        }
    }

    /** A professional refers somebody. @param number the referrer's, E.164 */
    record OpenReferral(
            String role,
            String agreement,
            String number,
            Optional<String> extension,
            Optional<String> personStatus,
            Optional<String> urgentDate,
            boolean mayText,
            String urgency)
            implements Effect, Promise {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.openReferral(this);
        }

        @Override
        public String toString() {
            return "OpenReferral[" + urgency + "]";
        }
    }

    /**
     * Text the number that was given, if the law allows it when it is sent.
     *
     * @param template a name in {@code sms/}
     * @param language that the caller chose, BCP 47
     */
    record SendText(String template, String number, String language) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sendText(this);
        }

        @Override
        public String toString() {
            return "SendText[" + template + "]";
        }
    }

    /** A recording belongs to this call. @param purpose the field it fills */
    record KeepRecording(String purpose, String sid, int seconds) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keepRecording(this);
        }
    }

    /** The caller wants this recording gone. */
    record EraseRecording(String sid) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.eraseRecording(this);
        }
    }

    /** The caller keyed in a reference: the call belongs to that case, if it is open. */
    record JoinCase(String reference) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.joinCase(this);
        }
    }

    /** Nothing to this number any more, neither call nor text, until a person lifts it. @param number E.164 */
    record StopCalls(String number) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stopCalls(this);
        }

        @Override
        public String toString() {
            return "StopCalls";
        }
    }

    /** The caller wants no call about the case whose reference they keyed in. */
    record CancelRequest() implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancelRequest(this);
        }
    }

    /** No more texts to this number, from now. @param number E.164 */
    record StopTexts(String number) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stopTexts(this);
        }

        @Override
        public String toString() {
            return "StopTexts";
        }
    }

    /** One more of something that is counted without identity. */
    record Count(String name) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.count(this);
        }
    }

    /** The case this call opened ends here, if nothing was promised on it. @param outcome in words */
    record Close(String outcome) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.close(this);
        }
    }
}
