package uk.referralline;

import java.util.Locale;
import org.jdbi.v3.core.Handle;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.console.signin.Journal;
import uk.referralline.console.signin.SignInEvent;
import uk.referralline.duty.RotaRequest;
import uk.referralline.settings.Change;

/** What other packages tell of, as entries of the audit. Each is written in the transaction in which it happened. */
final class Audited {
    private static final Subject DOOR = Subject.of("list", "sign-in");

    private Audited() {}

    /** What happens at the door of the console. @param part of ours that does it when nobody is signed in */
    static Journal signIns(String part) {
        return (handle, event) -> Audit.note(handle, entry(event, part));
    }

    private static Entry entry(SignInEvent event, String part) {
        Actor actor = event.by().map(Actor::advocate).orElseGet(() -> Actor.service(part));
        Subject subject =
                event.whom().map(id -> Subject.of("person", id.value())).orElse(DOOR);
        String word = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Entry.of(actor, action(event.what()), subject, event.at()).detailed(word);
    }

    private static Action action(SignInEvent.What what) {
        return switch (what) {
            case SIGNED_IN, SIGNED_IN_BY_RECOVERY_CODE, PASSWORD_WRONG, CODE_WRONG -> Action.SIGN_IN;
            case SIGNED_OUT, SIGNED_OUT_EVERYWHERE -> Action.SIGN_OUT;
            case PASSWORD_CHANGED,
                    SECOND_FACTOR_SET_UP,
                    RECOVERY_CODES_MADE,
                    ADDED,
                    ROLE_CHANGED,
                    MOBILE_CHANGED,
                    RESET,
                    TURNED_OFF,
                    TURNED_ON -> Action.SETTING;
        };
    }

    /** A file of settings that the line goes by from now on. */
    static void setting(Handle handle, Change change) {
        Audit.note(
                handle,
                Entry.of(Actor.service("line"), Action.SETTING, Subject.of("setting", change.file()), change.at())
                        .detailed("changed"));
    }

    /** A change of the rota by whoever asked for it. @param word which change it was */
    static void rota(Handle handle, RotaRequest request, Subject subject, String word) {
        Audit.note(
                handle,
                Entry.of(Actor.advocate(request.by()), Action.SETTING, subject, request.at())
                        .detailed(word));
    }
}
