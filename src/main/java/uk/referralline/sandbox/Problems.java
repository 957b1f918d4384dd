package uk.referralline.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every problem since the sandbox started: Twilio's debugger. */
final class Problems {

    private final List<Problem> all = new CopyOnWriteArrayList<>();

    void add(int code, String about, String what) {
        all.add(new Problem(code, about, what));
    }

    List<Problem> all() {
        return List.copyOf(all);
    }
}
