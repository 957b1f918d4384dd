package uk.referralline.console;

/** Answers a request to the console: reads the form, makes values, calls one method, shows a page or leads on. */
@FunctionalInterface
public interface Action {

    void answer(Visit visit);
}
