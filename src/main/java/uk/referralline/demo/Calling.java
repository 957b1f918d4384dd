package uk.referralline.demo;

/** The sorts of calls in the week: what the caller presses on the shipped script. */
enum Calling {
    OWN_MOBILE("1 1 1 2 2 1 1 2"),
    OWN_MOBILE_NO_MESSAGES("1 1 1 2 2 2 2 2"),
    IN_HOSPITAL("1 1 1 1 2 say 2 1 1 2"),
    URGENT_IN_HOSPITAL("1 1 1 1 1 say 1 1 1 2"),
    IN_POLISH("1 9 1 1 1 2 2 2 2 2"),
    OTHER_LANGUAGE("9 3 say 1 1 1 2 2 2 2 2"),
    TEXTS_ONLY("1 1 1 2 2 2 1 1 3"),
    WARD_PHONE("1 2 01632960204# 1 1 2 say 3 2 2", true),
    WARD_WITHOUT_NUMBER("1 2 # 2 say 2 1 1 say", true),
    WARD_STAFF("2 2 1 01632960201# 1 4321# 1 2 say 1"),
    URGENT_STAFF("2 1 2 07700900200# 1 # 4 1 say 1 1"),
    FAMILY("3 3 1 3 1 07700900140# 1 say 1"),
    MESSAGE_ONLY("0 say"),
    STOP_TEXTS("3 1 1 1"),
    STOP_EVERYTHING("3 1 2 07700900130# 1", true),
    PERSON_SAID_NO("2 2 4 1"),
    HANGS_UP_AT_ONCE(""),
    HANGS_UP_HALF_WAY("1 1");

    private final String keys;
    private final boolean withheld;

    Calling(String keys) {
        this(keys, false);
    }

    Calling(String keys, boolean withheld) {
        this.keys = keys;
        this.withheld = withheld;
    }

    String keys() {
        return keys;
    }

    /** Who calls: one of Ofcom's drama mobiles or landlines, another one for each {@code n}. @param n 0 to 199 */
    String from(int n) {
        if (withheld) {
            return "anonymous";
        }
        return (keys.startsWith("2") ? "+441632960" : "+447700900") + (300 + n);
    }
}
