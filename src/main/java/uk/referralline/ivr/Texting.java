package uk.referralline.ivr;

import java.util.TreeSet;

/** Texts that nobody wrote, or that nobody said yes to. */
final class Texting implements Check {
    private static final String SAID_YES = "may-text=yes";

    @Override
    public void look(Subject subject) {
        Known known = subject.known();
        for (String name : subject.names()) {
            for (Deed deed : subject.step(name).deeds()) {
                if (deed.kind() == Deed.Kind.SEND_TEXT) {
                    template(subject, name, deed.argument());
                    if (known.reached(name) && !known.at(name).contains(SAID_YES)) {
                        subject.error(
                                name,
                                "A text is sent here to people who were not asked, or said no.",
                                "Branch on {may-text: yes} before it.");
                    }
                }
            }
        }
    }

    private static void template(Subject subject, String name, String template) {
        if (!template.isBlank() && !subject.terms().templates().contains(template)) {
            subject.error(
                    name,
                    "There is no text \"%s\".".formatted(template),
                    "The texts are %s."
                            .formatted(String.join(
                                    ", ", new TreeSet<>(subject.terms().templates()))));
        }
    }
}
