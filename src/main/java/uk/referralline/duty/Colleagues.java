package uk.referralline.duty;

import org.jdbi.v3.core.Handle;

/** Whom the rota may have on it, and who may change it. */
final class Colleagues {
    private final Advocates advocates = new Advocates();

    /** @throws DutyRefused unless this person works here and returns calls */
    Advocate worksHere(Handle handle, AdvocateId id) {
        Advocate person = advocates.find(handle, id).orElseThrow(() -> new DutyRefused("There is no such person."));
        if (!person.active()) {
            throw new DutyRefused("This person no longer works here.");
        }
        if (!person.role().returnsCalls()) {
            throw new DutyRefused("A person with the role \"" + person.role().title()
                    + "\" does not return calls, and so is not on duty.");
        }
        return person;
    }

    boolean manages(Handle handle, AdvocateId id) {
        return worksHere(handle, id).role() == Role.MANAGER;
    }

    /** @throws DutyRefused with this sentence unless it is a manager who asks */
    void onlyManager(Handle handle, AdvocateId by, String sentence) {
        if (advocates.find(handle, by).filter(Colleagues::isManager).isEmpty()) {
            throw new DutyRefused(sentence);
        }
    }

    /** @throws DutyRefused with this sentence unless it is the person or a manager who asks */
    void onlySelfOrManager(Handle handle, AdvocateId person, AdvocateId by, String sentence) {
        if (!person.equals(by)) {
            onlyManager(handle, by, sentence);
        }
    }

    private static boolean isManager(Advocate person) {
        return person.active() && person.role() == Role.MANAGER;
    }
}
