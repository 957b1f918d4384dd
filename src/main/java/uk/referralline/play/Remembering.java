package uk.referralline.play;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.ivr.Keypad;

/** A keypad that reads each number once: an exploration asks for the same few many thousand times. */
final class Remembering implements Keypad {
    private final Function<String, Optional<String>> phone;
    private final Function<String, String> kind;
    private final Function<String, String> spokenPhone;
    private final Function<String, Optional<String>> reference;
    private final Function<String, String> spokenReference;

    Remembering(Keypad keypad) {
        phone = once(keypad::phone);
        kind = once(keypad::kind);
        spokenPhone = once(keypad::spokenPhone);
        reference = once(keypad::reference);
        spokenReference = once(keypad::spokenReference);
    }

    private static <T> Function<String, T> once(Function<String, T> read) {
        Map<String, T> known = new HashMap<>();
        return keys -> known.computeIfAbsent(keys, read);
    }

    @Override
    public Optional<String> phone(String keys) {
        return phone.apply(keys);
    }

    @Override
    public String kind(String number) {
        return kind.apply(number);
    }

    @Override
    public String spokenPhone(String number) {
        return spokenPhone.apply(number);
    }

    @Override
    public Optional<String> reference(String keys) {
        return reference.apply(keys);
    }

    @Override
    public String spokenReference(String reference) {
        return spokenReference.apply(reference);
    }
}
