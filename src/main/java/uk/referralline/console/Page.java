package uk.referralline.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every page shows around its own part.
 *
 * @param title of this page alone, unique in the console
 * @param frame of whoever looks at it
 * @param errors of its form
 */
public record Page(String title, Frame frame, Errors errors) {
    private static final String SERVICE = "Referral line";

    /**
     * What surrounds every page that one person sees.
     *
     * @param path of the page they are on
     * @param formToken what forms carry, to show that they came from here
     * @param person who has signed in to the end
     * @param now this moment
     */
    public record Frame(String path, String formToken, Optional<SignedIn> person, Instant now) {}

    /** The same page, with what is wrong with its form. */
    public Page with(Errors wrong) {
        return new Page(title, frame, wrong);
    }

    /** For the browser's tab: what is wrong comes first, since that is what a screen reader says first. */
    public String tabTitle() {
        return (errors.any() ? "Error: " : "") + title + " – " + SERVICE;
    }

    /** Where this page is, from the root. */
    public String path() {
        return frame.path();
    }

    public String formToken() {
        return frame.formToken();
    }

    /** Where this person may go from here. */
    public List<NavigationLink> navigation() {
        return frame.person()
                .map(each -> NavigationLink.of(each.person().role(), frame.path()))
                .orElse(List.of());
    }

    /** What the page before this one has done. */
    public Optional<String> notice() {
        return frame.person().flatMap(each -> each.session().notice());
    }

    /** The name of whoever is signed in. */
    public Optional<String> name() {
        return frame.person().map(each -> each.person().name());
    }

    /** Whole seconds until whoever is signed in no longer is, if they do nothing more; null when nobody is. */
    public String secondsLeft() {
        return frame.person()
                .map(each -> String.valueOf(
                        java.time.Duration.between(frame.now(), each.session().endsAt())
                                .toSeconds()))
                .orElse(null);
    }

    /** Tells one person's typed text from another's; null when nobody is signed in. */
    public String owner() {
        return frame.person()
                .map(each -> String.valueOf(each.person().id().value()))
                .orElse(null);
    }
}
