package uk.referralline.ivr;

import java.util.Optional;
import java.util.TreeMap;

/** Values that do not fit the field that a step sets: later steps would take them for a number, or for an answer. */
final class SetValues implements Check {

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            if (subject.step(name) instanceof Assign assign) {
                new TreeMap<>(assign.values()).forEach((field, value) -> look(subject, name, field, value));
            }
        }
    }

    private static void look(Subject subject, String name, String target, String value) {
        Field field = subject.script().fields().get(target);
        if (field == null) {
            return;
        }
        if (value.startsWith(Assign.FROM_FIELD)) {
            copied(subject, name, field, value.substring(Assign.FROM_FIELD.length()));
        } else if (field.type().isChosen() && !field.values().contains(value)) {
            subject.error(
                    name,
                    "\"%s\" is never \"%s\".".formatted(target, value),
                    "It can be %s.".formatted(String.join(", ", field.values())));
        } else if (!field.type().isChosen() && field.type() != Field.Type.DIGITS) {
            subject.error(
                    name,
                    "\"%s\" is a %s and cannot be set to a word."
                            .formatted(target, field.type().word()),
                    "Copy it from another field with $, or ask for it.");
        }
    }

    private static void copied(Subject subject, String name, Field target, String from) {
        Optional<Field.Type> type = Optional.ofNullable(
                        subject.script().fields().get(from))
                .map(Field::type)
                .or(() -> Optional.of(Field.Type.PHONE).filter(phone -> from.equals(Facts.CALLER_NUMBER)));
        if (!type.equals(Optional.of(target.type()))) {
            subject.error(
                    name,
                    "\"%s\" is a %s, and \"%s\" is not."
                            .formatted(target.name(), target.type().word(), from),
                    "Copy a field of the same type.");
        }
    }
}
