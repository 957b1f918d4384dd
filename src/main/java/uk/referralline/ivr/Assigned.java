package uk.referralline.ivr;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Effects that would lack a field on some way: the engine could not decide them. */
final class Assigned implements Check {

    @Override
    public void look(Subject subject) {
        Known known = subject.known();
        for (String name : subject.names()) {
            if (known.reached(name)) {
                steps(subject, name, known.at(name));
            }
        }
        List<Script.HangUpRule> rules = subject.script().rules().hangUp();
        for (int number = 0; number < rules.size(); number++) {
            hangUps(subject, number, rules.get(number), known);
        }
    }

    private static void steps(Subject subject, String name, Set<String> certain) {
        for (Deed deed : subject.step(name).deeds()) {
            for (String field : missing(deed, certain)) {
                subject.error(
                        name,
                        "\"%s\" needs the field \"%s\", which may be empty here."
                                .formatted(deed.kind().word(), field),
                        "Fill it on every way that leads here, or branch on {%s: known} first.".formatted(field));
            }
        }
        if (subject.step(name) instanceof Assign assign) {
            assign.copied().stream()
                    .filter(field -> !certain.contains(field))
                    .forEach(field -> subject.error(
                            name,
                            "\"%s\" may be empty here and cannot be copied.".formatted(field),
                            field.equals(Facts.CALLER_NUMBER)
                                    ? "Branch on {caller: [mobile, landline]} first."
                                    : "Branch on {%s: known} first.".formatted(field)));
        }
    }

    private static void hangUps(Subject subject, int number, Script.HangUpRule rule, Known known) {
        Set<String> certain = known.closure(rule.condition().certain());
        for (Deed deed : rule.deeds()) {
            for (String field : missing(deed, certain)) {
                subject.hangUpError(
                        number,
                        "\"%s\" needs the field \"%s\", which may be empty when this rule holds."
                                .formatted(deed.kind().word(), field),
                        "Add %s: known to its \"if\".".formatted(field));
            }
        }
    }

    private static Set<String> missing(Deed deed, Set<String> certain) {
        Set<String> missing = new java.util.TreeSet<>(deed.kind().needs());
        missing.removeAll(new HashSet<>(certain));
        return missing;
    }
}
