package uk.referralline.ivr;

import java.util.TreeSet;

/** Steps that change to a language in which there are no words. */
final class Languages implements Check {

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            if (subject.step(name) instanceof Assign assign) {
                String language = assign.values().getOrDefault(Facts.LANGUAGE, Script.FIRST_LANGUAGE);
                if (!subject.script().languages().containsKey(language)) {
                    subject.error(
                            name,
                            "There are no words in the language \"%s\".".formatted(language),
                            "The languages are %s."
                                    .formatted(String.join(
                                            ", ",
                                            new TreeSet<>(
                                                    subject.script().languages().keySet()))));
                }
            }
        }
    }
}
