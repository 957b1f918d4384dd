package uk.referralline.ivr;

/** What a step can see beside the call: its script, and the rules of the keypad. */
record Scene(Script script, Keypad keypad) {

    /** The word that conditions compare: a phone's kind, any other value as it is. */
    String word(String field, String value) {
        return script.isPhone(field) ? keypad.kind(value) : value;
    }
}
